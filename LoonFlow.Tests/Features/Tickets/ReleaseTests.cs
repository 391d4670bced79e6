using LoonFlow.Domain.Access;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Tickets;

/// <summary>Branches, votes and returns through the database, on the demo company's release workflow.</summary>
public sealed class ReleaseTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task What_the_board_returned_with_straight_back_comes_back_to_whoever_returned_it()
    {
        var id = await _app.ReleaseInVoteAsync();
        var (ticket, vote) = await _app.OpenInAsync(id, "Release board");
        var command = new ReturnTicket(id, vote.Number, await StartAsync(), StraightBack: true, ticket.Revision, "Which window?");

        var refused = await _app.AsAsync("lin", (ReturnTicketHandler handler, Actor actor) => handler.HandleAsync(command, actor, default));
        var returned = await _app.AsAsync("zheng", (ReturnTicketHandler handler, Actor actor) => handler.HandleAsync(command, actor, default));
        await _app.TakeAsync(id, "lin", TransitionKind.Agree);

        Assert.Equal(TicketRefusals.NotAParticipant, refused.Refusal);
        Assert.True(returned.Succeeded);
        var (back, visit) = await _app.OpenInAsync(id, "Release board");
        Assert.Single(back.OpenVisits);
        Assert.True(visit.IsFor(await _app.PersonAsync("zheng")));
        Assert.Equal("Which window?", (await LineAsync(id, FlowLogAction.Returned)).Comment);
    }

    [Fact]
    public async Task What_is_returned_out_of_its_branch_ends_the_others_and_goes_through_the_flow_again()
    {
        var id = await _app.ReleaseInReviewAsync();
        var (ticket, security) = await _app.OpenInAsync(id, "Security review");
        var command = new ReturnTicket(id, security.Number, await StartAsync(), StraightBack: true, ticket.Revision, "Which certificates?");

        Assert.True((await _app.AsAsync("jiang", (ReturnTicketHandler handler, Actor actor) => handler.HandleAsync(command, actor, default))).Succeeded);
        await _app.TakeAsync(id, "lin", TransitionKind.Agree);

        var (again, _) = await _app.OpenInAsync(id, "Leader approval");
        Assert.Single(again.OpenVisits);
    }

    [Fact]
    public async Task Somebody_elses_place_in_a_vote_is_handed_over_by_those_who_may_step_in()
    {
        var id = await _app.ReleaseInVoteAsync();
        var (_, vote) = await _app.OpenInAsync(id, "Release board");
        var ma = await _app.PersonAsync("ma");
        var luo = await _app.PersonAsync("luo");
        var command = new ForceForwardTicket(id, vote.Number, ma.Id, luo.Id, null, "On leave");

        var refused = await _app.AsAsync("zhao", (ForceForwardTicketHandler handler, Actor actor) => handler.HandleAsync(command, actor, default));
        var handed = await _app.AsAsync("anqi", (ForceForwardTicketHandler handler, Actor actor) => handler.HandleAsync(command, actor, default));

        Assert.Equal(TicketRefusals.MayNotIntervene, refused.Refusal);
        Assert.True(handed.Succeeded);
        var (_, now) = await _app.OpenInAsync(id, "Release board");
        Assert.Contains(Participant.Of(luo.Id), now.Participants);
        Assert.DoesNotContain(now.Seats, seat => seat.Who == ma.Id);
        Assert.Equal(ma.Id, (await LineAsync(id, FlowLogAction.ForwardingForced)).Of);
    }

    private async Task<StateId> StartAsync() => (await _app.WorkflowAsync("Release")).Start.Id;

    private async Task<FlowLogEntry> LineAsync(TicketId id, FlowLogAction action)
    {
        await using var db = await _app.DbAsync();

        return await db.FlowLog.SingleAsync(entry => entry.Ticket == id && entry.Action == action);
    }
}
