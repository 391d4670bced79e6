using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Tickets;

/// <summary>Many people decide at the same moment, on a real database: everybody gets a clear answer, and the ticket moves once.</summary>
public sealed class VotingTogetherTests : IAsyncLifetime
{
    private const int Many = 64;

    private static readonly StateId New = new(1);
    private static readonly StateId Committee = new(2);
    private static readonly StateId Done = new(3);

    private static readonly TransitionId Submit = new(11);
    private static readonly TransitionId Agree = new(21);
    private static readonly TransitionId Refuse = new(22);

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Sixty_four_who_decide_at_once_get_sixty_four_clear_answers_and_the_ticket_moves_once()
    {
        var voters = await HireAsync(Many);
        var id = await FiledAsync(new VotingPolicy.Unanimous(), voters);
        var revision = (await _app.TicketAsync(id)).Revision;

        var first = await Task.WhenAll(voters.Select(voter => Task.Run(() => VoteAsync(id, voter, Agree, revision))));

        Assert.Single(first, result => result.Succeeded);
        Assert.All(first.Where(result => !result.Succeeded), result => Assert.Equal(TicketRefusals.ChangedMeanwhile, result.Refusal));

        var rest = voters.Where((_, index) => !first[index].Succeeded);
        var retried = await Task.WhenAll(rest.Select(voter => Task.Run(() => VoteUntilHeardAsync(id, voter, Agree))));

        Assert.All(retried, result => Assert.True(result.Succeeded, result.Refusal?.Code));
        await AssertMovedOnceAsync(id, Done, votes: Many);
    }

    [Fact]
    public async Task Sixty_four_clients_that_try_again_on_a_conflict_are_all_heard()
    {
        var voters = await HireAsync(Many);
        var id = await FiledAsync(new VotingPolicy.Unanimous(), voters);

        var results = await Task.WhenAll(voters.Select(voter => Task.Run(() => VoteUntilHeardAsync(id, voter, Agree))));

        Assert.All(results, result => Assert.True(result.Succeeded, result.Refusal?.Code));
        await AssertMovedOnceAsync(id, Done, votes: Many);
    }

    [Fact]
    public async Task Of_two_opposite_votes_at_once_the_last_needed_one_decides_and_the_other_is_told()
    {
        var voters = await HireAsync(2);
        var id = await FiledAsync(new VotingPolicy.Count(1), voters);
        var revision = (await _app.TicketAsync(id)).Revision;

        var results = await Task.WhenAll(
            Task.Run(() => VoteAsync(id, voters[0], Agree, revision)),
            Task.Run(() => VoteAsync(id, voters[1], Refuse, revision)));

        Assert.Single(results, result => result.Succeeded);
        Assert.Equal(RefusalKind.Conflict, Assert.Single(results, result => !result.Succeeded).Refusal!.Kind);
        await AssertMovedOnceAsync(id, results[0].Succeeded ? Done : New, votes: 1);
    }

    private async Task<UserId[]> HireAsync(int count)
    {
        await using var db = await _app.DbAsync();
        db.Users.AddRange(Enumerable.Range(1, count).Select(number => new UserAccount
        {
            Id = 500_000 + number,
            UserName = $"voter{number}",
            NormalizedUserName = $"VOTER{number}",
            Name = $"Voter {number}",
            IsActive = true,
            SecurityStamp = $"stamp{number}",
        }));
        await db.SaveChangesAsync();

        return [.. Enumerable.Range(1, count).Select(number => new UserId(500_000 + number))];
    }

    private async Task<TicketId> FiledAsync(VotingPolicy policy, UserId[] voters)
    {
        var document = new Sketch("Committee")
            .Start(New, "New", "title?")
            .Step(Committee, "Committee", new ParticipantSpec.People(voters)).But(state => state with { Distribution = Distribution.AllMustProcess, Voting = policy })
            .End(Done, "Done")
            .Agree(Submit, "Submit", New, Committee)
            .Agree(Agree, "Agree", Committee, Done)
            .Refuse(Refuse, "Refuse", Committee, New)
            .Document;
        var published = await _app.UseCases.PublishAsync(null, document);
        Assert.True(published.Succeeded, published.Refusal?.Code);

        var version = await _app.Get<WorkflowStore>().VersionAsync(published.Value, CancellationToken.None);
        var filed = await _app.AsAsync("lin", (SubmitTicketHandler handler, Actor actor) =>
            handler.HandleAsync(new SubmitTicket(version.Workflow, Submit, Form.Titled("All at once")), actor, CancellationToken.None));
        Assert.True(filed.Succeeded, filed.Refusal?.Code);

        return filed.Value;
    }

    private async Task<Result<TicketId>> VoteAsync(TicketId id, UserId voter, TransitionId way, int revision)
    {
        var actor = Actor.Of(voter, await _app.CompanyAsync())!;

        return await _app.UseCases.RunAsync((TakeTransitionHandler handler) =>
            handler.HandleAsync(new TakeTransition(id, Visit: 1, way, revision, FieldChanges.None), actor, CancellationToken.None));
    }

    /// <summary>As a client does: look, decide, and look again when somebody else was faster.</summary>
    private async Task<Result<TicketId>> VoteUntilHeardAsync(TicketId id, UserId voter, TransitionId way)
    {
        for (var attempt = 0; attempt < 10 * Many; attempt++)
        {
            await using var db = await _app.DbAsync();
            var revision = await db.Tickets.Where(ticket => ticket.Id == id).Select(ticket => ticket.Revision).SingleAsync();
            var result = await VoteAsync(id, voter, way, revision);

            if (result.Succeeded || result.Refusal != TicketRefusals.ChangedMeanwhile)
            {
                return result;
            }
        }

        return TicketRefusals.ChangedMeanwhile;
    }

    private async Task AssertMovedOnceAsync(TicketId id, StateId to, int votes)
    {
        var ticket = await _app.TicketAsync(id);
        await using var db = await _app.DbAsync();
        var history = await db.FlowLog.Where(entry => entry.Ticket == id).ToListAsync();

        Assert.Equal(to, ticket.State);
        Assert.Equal(votes, history.Count(entry => entry.Action is FlowLogAction.Voted));
        Assert.Equal(votes, history.Where(entry => entry.Action is FlowLogAction.Voted).Select(entry => entry.By).Distinct().Count());
        Assert.Single(history, entry => entry.Action is FlowLogAction.VoteDecided);
        Assert.Equal(1 + votes, ticket.Revision);
    }
}
