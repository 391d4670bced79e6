using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>When nobody need be asked in a state: nobody is left and its designer said to skip, or whoever would be asked has spoken already.</summary>
internal static class PassingRules
{
    /// <summary>The way on from a state where nobody is asked: its first agreeing transition. Null when it cannot be taken now.</summary>
    public static Transition? Exit(Course course, State state, VisitBranch? branch)
    {
        var exit = course.Workflow.LeavingFrom(state.Id).FirstOrDefault(way => way is { Kind: TransitionKind.Agree, IsAutomatic: false });

        return exit is null || course.HasPassed(state.Id, branch) || (exit.RequiresFields && IsMissing(course, state)) ? null : exit;
    }

    /// <summary>The way on when everybody who would be asked has spoken already, and one of them; null when somebody has to be asked.</summary>
    public static (Transition Way, UserId Person)? PassedBy(Course course, State state, VisitBranch? branch, IReadOnlyList<Participant> asked)
    {
        if (state is not { Repeats: not Repeats.AskAgain, Kind: StateKind.Normal, IsAutomatic: false } || WayOn(course, state, branch) is not { } exit)
        {
            return null;
        }

        UserId[] people = [.. asked.SelectMany(participant => participant.Members(course.Facts.Company)).Distinct()];

        return people is not [] && people.All(person => HasSpoken(course.Ticket, state, person)) ? (exit, people[^1]) : null;
    }

    /// <summary>Where every one decides, those who have spoken already do not speak again: their seats are filled.</summary>
    public static void FillSeats(Course course, State state, int visit)
    {
        if (state.Repeats is Repeats.AskAgain || !state.HasSeats || WayOn(course, state, course.Ticket.OpenVisit(visit)!.Branch) is not { } exit)
        {
            return;
        }

        foreach (var who in course.Ticket.OpenVisit(visit)!.Seats.Select(seat => seat.Who).Where(who => HasSpoken(course.Ticket, state, who)).ToArray())
        {
            course.Add(new TicketEvent.Voted(visit, state.Id, exit.Id, who, exit.Kind, string.Empty, state.Distribution is Distribution.Sequential, IsAutomatic: true));
        }
    }

    /// <summary>Where agreeing leads back to what was decided already, somebody is asked: else the ticket would go round for ever.</summary>
    private static Transition? WayOn(Course course, State state, VisitBranch? branch) =>
        Exit(course, state, branch) is { } exit && !LeadsBack(course, EntryRules.Destination(course, exit)) ? exit : null;

    private static bool LeadsBack(Course course, StateId to) =>
        SinceRefusal(course.Ticket).Any(step => step.State == to || course.Workflow.Blocks.Contains(to, step.State))
        || (course.Workflow.State(to).Kind is StateKind.Join && course.Workflow.LeavingFrom(to).Any(way => way.Kind is not TransitionKind.Refuse && LeadsBack(course, way.To)));

    private static IEnumerable<Step> SinceRefusal(Ticket ticket) => ticket.Steps.Reverse().TakeWhile(step => step.Kind is not TransitionKind.Refuse);

    private static bool HasSpoken(Ticket ticket, State state, UserId person)
    {
        var current = SinceRefusal(ticket).Where(step => step.Visit > 0).ToArray();

        return (state.Repeats.HasFlag(Repeats.PassCreator) && ticket.Creator == person)
            || (state.Repeats.HasFlag(Repeats.PassPrevious) && current is [var latest, ..] && latest.By == person)
            || (state.Repeats.HasFlag(Repeats.PassAgreed) && current.Any(step => step.By == person && step.Kind is TransitionKind.Agree));
    }

    private static bool IsMissing(Course course, State state) => state.Access.Any(pair =>
        pair.Value is FieldAccess.Required && TicketValues.Of(course.Ticket, course.Facts.Company)(pair.Key) is null or { IsEmpty: true });
}
