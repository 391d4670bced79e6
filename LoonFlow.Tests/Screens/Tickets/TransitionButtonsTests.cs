using Bunit;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets.Detail;

namespace LoonFlow.Tests.Screens.Tickets;

public sealed class TransitionButtonsTests : ScreenTest
{
    private static readonly TicketAction.Take Agree = Take(1, "同意", "Agree", TransitionKind.Agree);
    private static readonly TicketAction.Take Refuse = Take(2, "拒绝", "Refuse", TransitionKind.Refuse, confirmation: "Really?");
    private static readonly TicketAction.Take Save = Take(3, "保存", "Save", TransitionKind.Other);

    private readonly List<TicketAction.Take> _taken = [];
    private bool _isReady = true;

    [Fact]
    public void There_is_one_button_for_each_transition_and_its_look_says_what_it_means()
    {
        var buttons = Show(Agree, Refuse, Save).FindAll("button");

        Assert.Equal(["Agree", "Refuse", "Save"], buttons.Select(button => button.TextContent.Trim()));
        Assert.Contains("lf-button--agree", buttons[0].ClassList);
        Assert.Contains("lf-button--refuse", buttons[1].ClassList);
        Assert.Equal("lf-button", buttons[2].ClassName!.Trim());
    }

    [Fact]
    public void Captions_follow_the_readers_language()
    {
        Speak("zh-CN");

        Assert.Equal("同意", Show(Agree).Find("button").TextContent.Trim());
    }

    [Fact]
    public void A_press_takes_the_transition()
    {
        Show(Agree, Refuse).Find("[data-transition='1']").Click();

        Assert.Equal([Agree], _taken);
    }

    [Fact]
    public void What_asks_for_confirmation_waits_for_it()
    {
        var screen = Show(Agree, Refuse);

        screen.Find("[data-transition='2']").Click();

        Assert.Empty(_taken);
        Assert.Contains("Really?", screen.Find("dialog").TextContent, StringComparison.Ordinal);

        screen.Find("dialog .lf-button--danger").Click();

        Assert.Equal([Refuse], _taken);
        Assert.Empty(screen.FindAll("dialog"));
    }

    [Fact]
    public void Cancelling_takes_nothing()
    {
        var screen = Show(Refuse);

        screen.Find("[data-transition='2']").Click();
        screen.Find("[data-cancel]").Click();

        Assert.Empty(_taken);
        Assert.Empty(screen.FindAll("dialog"));
    }

    [Fact]
    public void Nobody_is_asked_to_confirm_what_cannot_be_sent()
    {
        _isReady = false;
        var screen = Show(Refuse);

        screen.Find("[data-transition='2']").Click();

        Assert.Empty(screen.FindAll("dialog"));
        Assert.Empty(_taken);
    }

    private IRenderedComponent<TransitionButtons> Show(params TicketAction.Take[] takes) => Render<TransitionButtons>(parameters => parameters
        .Add(buttons => buttons.Takes, takes)
        .Add(buttons => buttons.IsBusy, false)
        .Add(buttons => buttons.IsReady, _ => _isReady)
        .Add(buttons => buttons.OnTake, _taken.Add));

    private static TicketAction.Take Take(long id, string name, string english, TransitionKind kind, string? confirmation = null) => new(1, new Transition
    {
        Id = new TransitionId(id),
        Name = new Caption(name, english),
        Kind = kind,
        From = new StateId(1),
        To = new StateId(2),
        Confirmation = confirmation is null ? null : new Caption(confirmation),
    });
}
