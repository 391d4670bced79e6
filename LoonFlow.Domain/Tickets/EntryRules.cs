using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>
/// Entering a state: the one place that every verb which moves a ticket ends in. Chooses the branch, resolves
/// participants, opens visits, passes forks, joins and states where nobody need be asked, or ends the ticket, and sets its
/// status (spec B.2, B.7, B.12).
/// </summary>
internal static class EntryRules
{
    /// <summary>Where a transition leads for the values that the ticket has now.</summary>
    public static StateId Destination(Course course, Transition transition)
    {
        var valueOf = TicketValues.Of(course.Ticket, course.Facts.Company);

        return transition.Branches.FirstOrDefault(branch => ConditionRules.Holds(branch.When, valueOf))?.To ?? transition.To;
    }

    /// <summary>Enters the state, leaving the parallel branches that it does not lie in; null when that is possible.</summary>
    public static Refusal? Enter(Course course, StateId id, Entry entry)
    {
        var branch = ParallelRules.Within(course, entry.Branch, id, entry.Kind, out var refusal, out var hasArrived);
        var state = course.Workflow.State(id);

        return refusal is not null || hasArrived ? refusal : state.Kind switch
        {
            StateKind.End => End(course, state, entry),
            StateKind.Fork => ParallelRules.Fork(course, state, entry with { Branch = branch }),
            StateKind.Join => ParallelRules.LeaveJoin(course, state, entry with { Branch = branch }, isRefused: false),
            _ => Stay(course, state, entry with { Branch = branch }),
        };
    }

    /// <summary>Those who would be asked here now; empty when nobody active is left.</summary>
    public static IReadOnlyList<Participant> Participants(State state, Ticket ticket, DecisionFacts facts)
    {
        var resolved = ParticipantRules.Resolve(state, ticket, facts);

        return resolved is [] && !state.IsAutomatic && state.WhenEmpty is EmptyParticipants.Administrators ? PermissionRules.Administrators(facts.Access, facts.Company) : resolved;
    }

    /// <summary>Where every one decides, a place for each; none where groups are asked, as among those who administer the workflow.</summary>
    public static IReadOnlyList<Seat> Seats(State state, IReadOnlyList<Participant> asked) =>
        state.HasSeats && asked.All(one => one.Person is not null) ? [.. asked.Select(one => new Seat(one.Person!.Value))] : [];

    /// <summary>Those of the people asked who are asked at once.</summary>
    public static IReadOnlyList<Participant> First(State state, IReadOnlyList<Seat> seats, IReadOnlyList<Participant> asked) =>
        seats is not [] && state.Distribution is Distribution.Sequential ? [asked[0]] : asked;

    private static Refusal? End(Course course, State state, Entry entry)
    {
        course.Leave(course.Ticket.OpenVisits)
            .Add(new TicketEvent.Ended(state.Id))
            .Add(new TicketEvent.StatusChanged(Status(state, entry.Kind)));

        return null;
    }

    private static Refusal? Stay(Course course, State state, Entry entry)
    {
        var (ticket, facts) = (course.Ticket, course.Facts);

        if (entry.Asked is null && facts.Participants.Failures.TryGetValue(state.Id, out var failure))
        {
            return TicketRefusals.ResolverFailed.With(state.Name.Text).Because(failure);
        }

        var asked = entry.Asked ?? Remembered(state, ticket, facts) ?? Participants(state, ticket, facts);

        if (asked is [] && !state.IsAutomatic)
        {
            return state.WhenEmpty is EmptyParticipants.Skip && PassingRules.Exit(course, state, entry.Branch) is { } exit
                ? Pass(course, state, exit, new TicketEvent.Skipped(state.Id, exit.Id), entry)
                : TicketRefusals.NobodyToAct.With(state.Name.Text);
        }

        // What was refused is asked for again, whoever it comes back to.
        if (entry is { Asked: null, Kind: not TransitionKind.Refuse } && PassingRules.PassedBy(course, state, entry.Branch, asked) is var (transition, person))
        {
            return Pass(course, state, transition, new TicketEvent.PassedAutomatically(state.Id, transition.Id, person), entry);
        }

        return Open(course, state, entry, asked);
    }

    private static Refusal? Open(Course course, State state, Entry entry, IReadOnlyList<Participant> asked)
    {
        var (ticket, facts) = (course.Ticket, course.Facts);
        var number = ticket.VisitCount + 1;
        var seats = entry.Asked is null ? Seats(state, asked) : [];

        course.Add(new TicketEvent.StateEntered(number, state.Id, First(state, seats, asked))
        {
            Seats = seats,
            Branch = entry.Branch,
            Cause = entry.Cause,
            Timers = TimerRules.Start(state.Timers, facts.Now, facts.Company.Calendar(course.Workflow.Document.Calendar)),
            ResumesAt = entry.ResumesAt,
        });

        if (state.Automation is { } automation)
        {
            course.Add(new TicketEvent.AutomationDue(number, state.Id, automation, Run: 1));
        }

        course.Add(new TicketEvent.StatusChanged(Status(state, entry.Kind)));

        if (entry.Kind is not TransitionKind.Refuse)
        {
            PassingRules.FillSeats(course, state, number);
        }

        return VotingRules.Conclude(course, number);
    }

    private static Refusal? Pass(Course course, State state, Transition transition, TicketEvent why, Entry entry)
    {
        course.Pass(state.Id, entry.Branch);
        course.Add(why);

        return Enter(course, Destination(course, transition), entry with { Kind = transition.Kind, Asked = null, ResumesAt = null });
    }

    /// <summary>Whoever decided here last, where the state remembers (spec B.14); null asks as usual.</summary>
    private static IReadOnlyList<Participant>? Remembered(State state, Ticket ticket, DecisionFacts facts) =>
        state is { RemembersLastHandler: true, HasSeats: false, Kind: StateKind.Normal }
        && ticket.Steps.LastOrDefault(step => step.State == state.Id && step.By is { } by && facts.Company.IsActive(by)) is { By: { } last }
            ? [Participant.Of(last)]
            : null;

    private static TicketStatus Status(State state, TransitionKind? kind) => (kind, state.Kind) switch
    {
        (TransitionKind.Refuse, _) => TicketStatus.Returned,
        (_, StateKind.End) => TicketStatus.Finished,
        (_, StateKind.Start) => TicketStatus.Draft,
        _ => TicketStatus.Ongoing,
    };
}
