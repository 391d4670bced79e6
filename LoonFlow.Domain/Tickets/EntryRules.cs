using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>
/// Entering a state: the one place that every verb which moves a ticket ends in. Chooses the branch, resolves
/// participants, opens the visit or ends the ticket, and sets its status (spec B.2, B.7, B.12).
/// </summary>
internal static class EntryRules
{
    /// <summary>Where a transition leads for these values.</summary>
    public static StateId Destination(Transition transition, Func<string, FieldValue?> valueOf) =>
        transition.Branches.FirstOrDefault(branch => ConditionRules.Holds(branch.When, valueOf))?.To ?? transition.To;

    /// <param name="workflow">The ticket's version.</param>
    /// <param name="id">The state to enter.</param>
    /// <param name="kind">What the transition said about a running ticket; null when it is only being filed, or no transition was taken.</param>
    /// <param name="creator">Who filed the ticket.</param>
    /// <param name="visit">The number of the visit to open.</param>
    /// <param name="valueOf">The ticket's values, including those of the request being decided.</param>
    /// <param name="facts">Who is there, and the draw.</param>
    public static Result<IReadOnlyList<TicketEvent>> Enter(
        WorkflowVersion workflow,
        StateId id,
        TransitionKind? kind,
        UserId creator,
        int visit,
        Func<string, FieldValue?> valueOf,
        DecisionFacts facts)
    {
        var state = workflow.State(id);
        var status = new TicketEvent.StatusChanged(Status(state, kind));

        if (state.Kind is StateKind.End)
        {
            return new TicketEvent[] { new TicketEvent.Ended(id), status };
        }

        var participants = Participants(state, creator, valueOf, facts);

        return participants is [] && !state.IsAutomatic
            ? TicketRefusals.NobodyToAct.With(state.Name.Text)
            : new TicketEvent[] { new TicketEvent.StateEntered(visit, id, participants), status };
    }

    /// <summary>Those who must act in this state for these values; empty when nobody active is left.</summary>
    public static IReadOnlyList<Participant> Participants(State state, UserId creator, Func<string, FieldValue?> valueOf, DecisionFacts facts)
    {
        // Arriving at the start state always gives the ticket back to its creator (spec B.1 [I]).
        var spec = state.Kind is StateKind.Start ? new ParticipantSpec.Creator() : state.Participants;
        var resolved = ParticipantRules.Resolve(spec, state.Distribution, creator, valueOf, facts.Company, facts.Draw);

        return resolved is [] && !state.IsAutomatic && state.WhenEmpty is EmptyParticipants.Administrators ? Administrators(facts) : resolved;
    }

    private static IReadOnlyList<Participant> Administrators(DecisionFacts facts)
    {
        Participant[] granted =
        [
            .. facts.Access.Grants
                .Where(grant => grant.Permission is WorkflowPermission.Administer && grant.Who.Members(facts.Company).Count > 0)
                .Select(grant => grant.Who),
        ];

        return granted is not [] ? granted
            : [.. facts.Company.Users.Where(user => user is { IsActive: true, IsAdministrator: true }).Select(user => Participant.Of(user.Id))];
    }

    private static TicketStatus Status(State state, TransitionKind? kind) => (kind, state.Kind) switch
    {
        (TransitionKind.Refuse, _) => TicketStatus.Returned,
        (_, StateKind.End) => TicketStatus.Finished,
        (_, StateKind.Start) => TicketStatus.Draft,
        _ => TicketStatus.Ongoing,
    };
}
