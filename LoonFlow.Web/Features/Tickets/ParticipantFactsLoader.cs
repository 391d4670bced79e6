using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Automation;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>
/// Looks up what a decision needs to know about participants beyond the company: whose turn it is, for whom how much waits,
/// what the parent says, whom a service names. Before deciding and outside of the decision's commit; most workflows need nothing.
/// </summary>
public sealed class ParticipantFactsLoader(IDbContextFactory<LoonFlowDb> databases, ExternalPeople people)
{
    /// <param name="workflow">The ticket's version.</param>
    /// <param name="entered">The states that the decision may enter first.</param>
    /// <param name="ticket">The ticket as it would arrive: with the values that were sent.</param>
    /// <param name="company">Who is there.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<ParticipantFacts> LoadAsync(
        WorkflowVersion workflow, IEnumerable<StateId> entered, TicketSketch ticket, Company company, CancellationToken ct)
    {
        var lookups = ParticipantLookups.For(workflow, entered);

        if (lookups.IsEmpty)
        {
            return ParticipantFacts.None;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var turns = new Dictionary<StateId, long>();

        foreach (var state in lookups.InTurn)
        {
            turns[state] = await db.NextTurnAsync(state, ct);
        }

        var named = new Dictionary<StateId, IReadOnlyList<UserId>>();
        var failures = new Dictionary<StateId, Refusal>();

        foreach (var state in lookups.External)
        {
            var answer = await people.AskAsync(workflow, state, ticket, company, ct);

            if (answer.Succeeded)
            {
                named[state.Id] = answer.Value;
            }
            else
            {
                failures[state.Id] = answer.Refusal;
            }
        }

        return new ParticipantFacts
        {
            Turns = turns,
            External = named,
            Failures = failures,
            Waiting = lookups.NeedsWaiting ? await WaitingAsync(db, ct) : ParticipantFacts.None.Waiting,
            Parent = lookups.NeedsParent && ticket.Parent is { } parent ? await ParentAsync(db, parent, ct) : null,
        };
    }

    private static async Task<IReadOnlyDictionary<UserId, int>> WaitingAsync(LoonFlowDb db, CancellationToken ct) =>
        await db.VisitParticipants
            .Where(asked => asked.MustAct && asked.Kind == ParticipantKind.Person)
            .GroupBy(asked => asked.Key)
            .Select(group => new { Person = group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => new UserId(row.Person), row => row.Count, ct);

    private static Task<FieldValues?> ParentAsync(LoonFlowDb db, TicketId parent, CancellationToken ct) =>
        db.Tickets.Where(ticket => ticket.Id == parent).Select(ticket => (FieldValues?)ticket.Values).SingleOrDefaultAsync(ct);
}

/// <summary>What a ticket would say on arrival.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Creator">Who files or filed it.</param>
/// <param name="Values">Its values, with those that were sent.</param>
/// <param name="Parent">Its parent, if it has one.</param>
public sealed record TicketSketch(string Title, UserId Creator, FieldValues Values, TicketId? Parent)
{
    public static TicketSketch Of(Ticket ticket, FieldChanges sent) =>
        new(sent.Title ?? ticket.Title, ticket.Creator, ticket.Values.With(sent.Values), ticket.Parent);
}
