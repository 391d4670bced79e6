using Bunit;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Features.Automation;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets.Detail;

namespace LoonFlow.Tests.Features.BadInput;

/// <summary>
/// What other systems and scripts do wrong: the ticket stays where it was, its page says what happened in words that a
/// designer understands, and a press of "try again" goes on once it was mended. All parts are real.
/// </summary>
public abstract class MisbehaviourTest : AppScreenTest
{
    private protected AutomationStage Stage { get; private set; } = null!;

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();

        if (Stage is not null)
        {
            await Stage.Receiver.DisposeAsync();
        }
    }

    /// <summary>The state between filing and the end runs this.</summary>
    private protected async Task PublishAsync(Func<AutomationStage, ParticipantSpec> runs)
    {
        Stage ??= await AutomationStage.OnAsync(App);
        await Stage.PublishAsync(runs(Stage));
    }

    /// <summary>Lin files, it fails, and she reads why.</summary>
    private protected async Task<(TicketId Ticket, IRenderedComponent<TicketPage> Screen)> FailAsync(string why)
    {
        var ticket = await Stage.FileAsync();
        var before = await App.TicketAsync(ticket);
        await Stage.DeliverAsync();

        await SignInAsync("lin");
        var screen = Render<TicketPage>(parameters => parameters.Add(page => page.Id, ticket.Value));
        var failed = screen.WaitForElement("[data-run=failed]").TextContent;
        var after = await App.TicketAsync(ticket);

        Assert.Contains(why, failed, StringComparison.Ordinal);
        Assert.Equal(AutomationStatus.Failed, after.Visits.Single().Automation!.Status);
        Assert.Equal((before.State, before.Status, before.Title, before.Values, 1), (after.State, after.Status, after.Title, after.Values, after.OpenVisits.Count()));

        return (ticket, screen);
    }

    /// <summary>She presses "try again", and the ticket comes to its end.</summary>
    private protected async Task GoesOnAsync(TicketId ticket, IRenderedComponent<TicketPage> screen)
    {
        await screen.PressAsync("[data-run=failed] [data-action=retryautomation]");
        screen.WaitForAssertion(() => Assert.Empty(screen.FindAll("[data-run=failed]")));
        await Stage.DeliverAsync();

        Assert.Equal(AutomationStage.Done, (await App.TicketAsync(ticket)).State);
    }
}
