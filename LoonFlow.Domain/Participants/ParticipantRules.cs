using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Participants;

/// <summary>From whom the designer named to who must act now (spec B.7). People who are inactive or gone never count.</summary>
public static class ParticipantRules
{
    /// <summary>
    /// Those who must act; empty when nobody active is left. Departments and roles stay live references for claim and
    /// direct distribution. Where one is picked, it is one person; where every one decides, all are people, in the order named.
    /// </summary>
    /// <param name="state">Whom it asks, and how work for several is shared out.</param>
    /// <param name="ticket">The ticket as it arrives, with the changes of the decision.</param>
    /// <param name="facts">Who is there, and what was looked up.</param>
    public static IReadOnlyList<Participant> Resolve(State state, Ticket ticket, DecisionFacts facts)
    {
        // Arriving at the start state always gives the ticket back to its creator (spec B.1 [I]).
        var spec = state.Kind is StateKind.Start ? new ParticipantSpec.Creator() : state.Participants;
        Participant[] named = [.. Named(spec, state, ticket, facts).Distinct().Where(participant => participant.Members(facts.Company).Count > 0)];

        return state.Distribution switch
        {
            _ when named is [] => [],
            Distribution.Random => Picked(named, facts, members => members[(int)(facts.Draw % (uint)members.Length)]),
            Distribution.RoundRobin => Picked(named, facts, members => members[(int)(Turn(state, facts) % members.Length)]),
            Distribution.LeastLoaded => Picked(named, facts, members => members.MinBy(id => facts.Participants.Waiting.GetValueOrDefault(id))),
            Distribution.AllMustProcess or Distribution.Sequential => [.. Members(named, facts.Company).Select(Participant.Of)],
            _ => named,
        };
    }

    private static IEnumerable<Participant> Named(ParticipantSpec spec, State state, Ticket ticket, DecisionFacts facts) => spec switch
    {
        ParticipantSpec.People people => people.Users.Select(Participant.Of),
        ParticipantSpec.Departments departments => departments.Ids.Select(Participant.Of),
        ParticipantSpec.Roles roles => roles.Ids.Select(Participant.Of),
        ParticipantSpec.Creator => [Participant.Of(ticket.Creator)],
        ParticipantSpec.CreatorsLeader leader => facts.Company.LeadersOf(ticket.Creator, leader.Level).Select(Participant.Of),
        ParticipantSpec.DepartmentLeaders leaders => leaders.Ids.SelectMany(facts.Company.LeadersOf).Select(Participant.Of),
        ParticipantSpec.PreviousHandler => ticket.Steps.LastOrDefault(step => step.By is not null)?.By is { } last ? [Participant.Of(last)] : [],
        ParticipantSpec.Fields fields => People(fields.Keys.Select(TicketValues.Of(ticket, facts.Company)), facts.Company),
        ParticipantSpec.ParentFields fields when facts.Participants.Parent is { } parent => People(fields.Keys.Select(key => parent[key]), facts.Company),
        ParticipantSpec.External => facts.Participants.External.GetValueOrDefault(state.Id, []).Select(Participant.Of),
        ParticipantSpec.Union union => union.Parts.SelectMany(part => Named(part, state, ticket, facts)),
        _ => [],
    };

    private static IEnumerable<Participant> People(IEnumerable<FieldValue?> values, Company company) => values
        .SelectMany(UserNames)
        .Select(company.UserNamed)
        .OfType<User>()
        .Select(user => Participant.Of(user.Id));

    private static IEnumerable<string> UserNames(FieldValue? value) => value switch
    {
        // A text field may name several people, separated by commas, as callers of loonflow do (spec B.7).
        FieldValue.Text text => text.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        FieldValue.Texts texts => texts.Values,
        _ => [],
    };

    private static long Turn(State state, DecisionFacts facts) => Math.Max(0, facts.Participants.Turns.GetValueOrDefault(state.Id));

    private static IReadOnlyList<Participant> Picked(IReadOnlyList<Participant> named, DecisionFacts facts, Func<UserId[], UserId> pick) =>
        [Participant.Of(pick([.. Members(named, facts.Company).OrderBy(id => id.Value)]))];

    private static IEnumerable<UserId> Members(IEnumerable<Participant> named, Company company) =>
        named.SelectMany(participant => participant.Members(company)).Distinct();
}
