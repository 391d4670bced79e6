using Bunit;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Controls;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Controls;

public sealed class ToastListTests : ScreenTest
{
    private readonly IRenderedComponent<ToastList> _list;

    public ToastListTests() => _list = Render<ToastList>();

    private Toasts Toasts => Services.GetRequiredService<Toasts>();

    [Fact]
    public void What_is_said_is_shown_and_read_out()
    {
        Toasts.Good("Approved");

        Assert.Equal("Approved", _list.Find("[role=status] p").TextContent);
    }

    [Fact]
    public void The_same_said_twice_stands_once()
    {
        Toasts.Good("Saved");
        Toasts.Good("Saved");

        Assert.Equal("Saved", Assert.Single(_list.FindAll("[role=status] p")).TextContent);
    }

    [Fact]
    public void Two_that_can_be_undone_both_stay()
    {
        Toasts.Show(new Toast(Tone.Info, "Approved", TimeSpan.FromSeconds(10), "Undo", () => Task.CompletedTask));
        Toasts.Show(new Toast(Tone.Info, "Approved", TimeSpan.FromSeconds(10), "Undo", () => Task.CompletedTask));

        Assert.Equal(2, _list.FindAll(".lf-toast").Count);
    }

    [Fact]
    public void A_toast_can_be_dismissed()
    {
        Toasts.Bad("Not sent");

        _list.Find("[aria-label=Dismiss]").Click();

        Assert.Empty(_list.FindAll(".lf-toast"));
    }

    [Fact]
    public void A_toast_goes_away_by_itself()
    {
        Toasts.Show(new Toast(Tone.Info, "Saved", TimeSpan.FromMilliseconds(1)));

        _list.WaitForAssertion(() => Assert.Empty(_list.FindAll(".lf-toast")));
    }

    [Fact]
    public void Its_action_runs_once_and_takes_it_away()
    {
        var undone = 0;
        Toasts.Show(new Toast(Tone.Info, "Approved", TimeSpan.FromSeconds(10), "Undo", () => Task.FromResult(undone++)));

        _list.FindAll("button").Single(button => button.TextContent == "Undo").Click();

        Assert.Equal(1, undone);
        Assert.Empty(_list.FindAll(".lf-toast"));
    }
}
