using Bunit;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Controls;

namespace LoonFlow.Tests.Screens.Controls;

public sealed class ConfirmDialogTests : ScreenTest
{
    private int _confirmed;
    private int _cancelled;

    [Fact]
    public void Its_title_names_it()
    {
        var dialog = Show();

        var title = dialog.Find($"#{dialog.Find("dialog").GetAttribute("aria-labelledby")}");

        Assert.Equal("Really refuse?", title.TextContent);
    }

    [Fact]
    public void Confirming_is_told()
    {
        Show().Find(".lf-button--primary").Click();

        Assert.Equal((1, 0), (_confirmed, _cancelled));
    }

    [Fact]
    public void Cancelling_is_told()
    {
        Show().Find("[data-cancel]").Click();

        Assert.Equal((0, 1), (_confirmed, _cancelled));
    }

    [Fact]
    public async Task It_is_opened_in_the_browser_and_closed_when_it_goes()
    {
        var module = JSInterop.SetupModule("./js/dialog.js");
        var handle = module.SetupModule("mount", _ => true);
        handle.Mode = JSRuntimeMode.Loose;
        Show();

        await DisposeComponentsAsync();

        Assert.Single(handle.Invocations["dispose"]);
    }

    [Fact]
    public void A_busy_dialog_is_not_confirmed_twice()
    {
        var confirm = Show(busy: true).Find(".lf-button--primary");

        Assert.True(confirm.HasAttribute("disabled"));
    }

    private IRenderedComponent<ConfirmDialog> Show(bool busy = false) =>
        Render<ConfirmDialog>(parameters => parameters
            .Add(dialog => dialog.Title, "Really refuse?")
            .Add(dialog => dialog.ConfirmText, "Refuse")
            .Add(dialog => dialog.Busy, busy)
            .Add(dialog => dialog.OnConfirm, () => _confirmed++)
            .Add(dialog => dialog.OnCancel, () => _cancelled++));
}
