using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Tickets;

/// <summary>Everything but transitions, on a real database: what it writes, and that a refusal writes nothing.</summary>
public sealed class HandlingTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Of_two_who_claim_at_once_one_gets_the_ticket()
    {
        var id = await AtHrAsync();

        var results = await Task.WhenAll(Task.Run(() => _app.ClaimAsync(id, "sun")), Task.Run(() => _app.ClaimAsync(id, "tang")));

        Assert.Single(results, result => result.Succeeded);
        Assert.Single(Open(await _app.TicketAsync(id)).Participants);
        Assert.Equal(1, await LogCountAsync(id, FlowLogAction.Claimed));
    }

    [Fact]
    public async Task A_forwarded_ticket_waits_for_its_new_participant_alone()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;
        var zhao = await _app.PersonAsync("zhao");

        var result = await _app.AsAsync("wu", (ForwardTicketHandler handler, Actor actor) =>
            handler.HandleAsync(new ForwardTicket(id, 1, zhao.Id, 1, "出差"), actor, default));

        Assert.True(result.Succeeded);
        Assert.Equal([Participant.Of(zhao.Id)], Open(await _app.TicketAsync(id)).Participants);
    }

    [Fact]
    public async Task A_consultation_comes_back_to_its_asker_through_the_database()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;
        var gao = await _app.PersonAsync("gao");

        await _app.AsAsync("wu", (ConsultOnTicketHandler handler, Actor actor) =>
            handler.HandleAsync(new ConsultOnTicket(id, 1, gao.Id, null, "可以代理吗？"), actor, default));
        var during = await _app.TakeAsync(id, "wu", TransitionKind.Agree);
        var answered = await _app.AsAsync("gao", (AnswerConsultationHandler handler, Actor actor) =>
            handler.HandleAsync(new AnswerConsultation(id, 1, null, "可以"), actor, default));

        Assert.Equal(TicketRefusals.NotAParticipant, during.Refusal);
        Assert.True(answered.Succeeded);
        Assert.True((await _app.TakeAsync(id, "wu", TransitionKind.Agree)).Succeeded);
    }

    [Fact]
    public async Task A_comment_of_someone_unrelated_is_refused_as_if_there_were_no_ticket()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;

        var result = await CommentAsync(id, "jiang", "路过");

        Assert.Equal(TicketRefusals.NotFound, result.Refusal);
        Assert.Equal(0, await LogCountAsync(id, FlowLogAction.Commented));
    }

    [Fact]
    public async Task A_comment_changes_nothing_but_the_history()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;

        Assert.True((await CommentAsync(id, "lin", "请尽快")).Succeeded);

        Assert.Equal(1, await LogCountAsync(id, FlowLogAction.Commented));
        Assert.Equal(TicketStatus.Ongoing, (await _app.TicketAsync(id)).Status);
    }

    [Fact]
    public async Task A_withdrawn_ticket_is_with_its_creator_again_and_can_be_closed_by_them()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;
        var lin = await _app.PersonAsync("lin");

        await _app.AsAsync("lin", (WithdrawTicketHandler handler, Actor actor) => handler.HandleAsync(new WithdrawTicket(id, null), actor, default));
        var withdrawn = await _app.TicketAsync(id);
        await _app.AsAsync("lin", (CloseTicketHandler handler, Actor actor) => handler.HandleAsync(new CloseTicket(id, null, "不请了"), actor, default));

        Assert.Equal(TicketStatus.Withdrawn, withdrawn.Status);
        Assert.True(Open(withdrawn).IsFor(lin));
        Assert.Equal(TicketStatus.Closed, (await _app.TicketAsync(id)).Status);
    }

    [Fact]
    public async Task Whoever_had_to_handle_a_ticket_goes_on_seeing_it()
    {
        var id = await AtHrAsync();

        Assert.True((await CommentAsync(id, "wu", "已批准")).Succeeded);
    }

    private async Task<TicketId> AtHrAsync()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;
        await _app.TakeAsync(id, "wu", TransitionKind.Agree);

        return id;
    }

    private Task<Result<TicketId>> CommentAsync(TicketId id, string by, string comment) => _app.AsAsync(by, (CommentOnTicketHandler handler, Actor actor) =>
        handler.HandleAsync(new CommentOnTicket(id, comment), actor, default));

    private static Visit Open(Ticket ticket) => ticket.OpenVisits.Single();

    private async Task<int> LogCountAsync(TicketId id, FlowLogAction action)
    {
        await using var db = await _app.DbAsync();

        return await db.FlowLog.CountAsync(entry => entry.Ticket == id && entry.Action == action);
    }
}
