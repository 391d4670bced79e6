using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>What every verb on a filed ticket has in common: load the situation, ask one rule, record its decision.</summary>
public sealed class TicketDecisions(LoonFlowDb db, SituationLoader situations, ParticipantFactsLoader participants)
{
    /// <param name="id">The ticket.</param>
    /// <param name="actor">Who wants something.</param>
    /// <param name="revision">The revision that the actor decided on; null decides on whatever is there.</param>
    /// <param name="decide">The rule.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <param name="entered">For a verb that moves the ticket: the states that it may enter first.</param>
    /// <param name="sent">What was filled in with the request.</param>
    public async Task<Result<TicketId>> DecideAsync(
        TicketId id,
        Actor actor,
        int? revision,
        Func<Situation, Result<TicketDecision>> decide,
        CancellationToken ct,
        Func<Situation, IEnumerable<StateId>>? entered = null,
        FieldChanges? sent = null)
    {
        var situation = await situations.LoadAsync(id, actor, revision, ct);

        if (!situation.Succeeded)
        {
            return situation.Refusal;
        }

        var known = await WithParticipantsAsync(situation.Value, entered, sent ?? FieldChanges.None, ct);
        var decision = decide(known);

        return decision.Succeeded ? db.Record(known.Workflow, known.Ticket, decision.Value) : decision.Refusal;
    }

    /// <summary>Where the first transition that the engine may take leads: for automations and timers.</summary>
    public static IEnumerable<StateId> BehindTheState(Situation situation, int visit) => situation.Ticket.OpenVisit(visit) is { } open
        ? situation.Workflow.LeavingFrom(open.State).SelectMany(way => way.Targets())
        : [];

    private async Task<Situation> WithParticipantsAsync(
        Situation situation, Func<Situation, IEnumerable<StateId>>? entered, FieldChanges sent, CancellationToken ct)
    {
        if (entered is null)
        {
            return situation;
        }

        var (workflow, ticket, _, facts) = situation;
        var found = await participants.LoadAsync(workflow, entered(situation), TicketSketch.Of(ticket, sent), facts.Company, ct);

        return situation with { Facts = facts with { Participants = found } };
    }
}
