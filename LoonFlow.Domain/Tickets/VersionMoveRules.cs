using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Changes;

namespace LoonFlow.Domain.Tickets;

/// <summary>The version that tickets are to go by, and which state takes the place of each that it does not have.</summary>
public sealed record VersionMove(WorkflowVersion Target, IReadOnlyDictionary<StateId, StateId> Instead)
{
    /// <summary>Where a stay in this state goes on; null where the version has no place for it.</summary>
    public State? StateFor(StateId state) =>
        Target.FindState(state) ?? (Instead.TryGetValue(state, out var instead) ? Target.FindState(instead) : null);
}

/// <summary>
/// Moving a running ticket to another version of its workflow. Stays in states that the version has go on with their
/// people, claims and votes; where another state takes the place, it is entered anew. Nothing that was done is done again.
/// </summary>
public static class VersionMoveRules
{
    /// <summary>Every reason why the ticket cannot be moved; none when it can, as far as entering mapped states shows.</summary>
    public static IReadOnlyList<Refusal> Problems(Situation situation, VersionMove move) => WhyNot(situation, move) is { } refusal ? [refusal] :
    [
        .. situation.Ticket.OpenVisits.SelectMany(visit => OfVisit(situation, move, visit)).Distinct(),
        .. OfValues(situation, move.Target),
    ];

    public static Result<TicketDecision> Move(Situation situation, VersionMove move)
    {
        if (Problems(situation, move) is [var first, ..] problems)
        {
            return problems.Count == 1 ? first : VersionMoveRefusals.Impossible with { Fields = [.. problems.Select(AsField)] };
        }

        var (old, ticket, facts) = (situation.Workflow, situation.Ticket, situation.Facts);
        var course = new Course(move.Target, ticket.Copy(), facts);
        var here = old.FindState(ticket.State);
        course.Add(new TicketEvent.VersionMoved(move.Target.Id, move.Target.Number, ticket.State, here?.Name ?? Caption.Empty));

        if (Renamed(situation, move.Target) is { Count: > 0 } renamed)
        {
            course.Add(new TicketEvent.ValuesChanged(renamed));
        }

        foreach (var visit in ticket.OpenVisits.Where(visit => move.Target.FindState(visit.State) is not null).ToArray())
        {
            Replan(course, situation, visit);
        }

        foreach (var visit in ticket.OpenVisits.Where(visit => move.Target.FindState(visit.State) is null).ToArray())
        {
            var entry = new Entry(Kind: null, visit.Branch, visit.Number) { ResumesAt = visit.ResumesAt };

            if (EntryRules.Enter(course.Leave(visit), move.StateFor(visit.State)!.Id, entry) is { } refusal)
            {
                return refusal;
            }
        }

        return course.DecidedBy(situation.Actor);
    }

    private static Refusal? WhyNot(Situation situation, VersionMove move) => situation switch
    {
        { MayView: false } or { Ticket.DeletedAt: not null } => TicketRefusals.NotFound,
        { MayAdminister: false } => TicketRefusals.NotAnAdministrator,
        { Ticket.IsOver: true } => TicketRefusals.AlreadyOver,
        _ when situation.Ticket.Workflow != move.Target.Workflow => WorkflowRefusals.VersionUnknown,
        _ when situation.Ticket.Version == move.Target.Id => VersionMoveRefusals.AlreadyThere,
        _ => null,
    };

    private static IEnumerable<Refusal> OfVisit(Situation situation, VersionMove move, Visit visit)
    {
        var before = situation.Workflow.State(visit.State);

        if (move.StateFor(visit.State) is not { } after)
        {
            return [VersionMoveRefusals.StateGone.With(before.Name.Text)];
        }

        var isSame = after.Id == visit.State;
        var asksOthers = !isSame || !AsksTheSame(before, after);

        return new (bool Holds, Refusal Reason)[]
        {
            (before.Kind != after.Kind || before.Automation != after.Automation || before.IsAutomatic != after.IsAutomatic, VersionMoveRefusals.KindChanged),
            (!IsInSameBranches(situation, move, visit, after), VersionMoveRefusals.BlockDiffers),
            (visit.Automation is { Status: AutomationStatus.Waiting or AutomationStatus.Running or AutomationStatus.AwaitingAnswer }, VersionMoveRefusals.AutomationRunning),
            (before.Children is not null, VersionMoveRefusals.ChildrenOpen),
            (visit.IsConsulting && asksOthers, VersionMoveRefusals.ConsultationOpen),
            ((isSame ? before.HasSeats || after.HasSeats : visit.Seats.Any(seat => seat.Choice is not null)) && asksOthers, VersionMoveRefusals.VotesOpen),
            (visit.ResumesAt is { } resumption && move.Target.FindState(resumption.State) is null, VersionMoveRefusals.StateGone),
        }
        .Where(check => check.Holds)
        .Select(check => check.Reason.With(before.Name.Text));
    }

    private static bool AsksTheSame(State before, State after) =>
        before.Distribution == after.Distribution && SameValue.Are(before.Participants, after.Participants) && SameValue.Are(before.Voting, after.Voting);

    /// <summary>A fork keeps its join and its ways; what lies in its branches still does, and nothing else.</summary>
    private static bool IsInSameBranches(Situation situation, VersionMove move, Visit visit, State after)
    {
        var fork = visit.Branch is { } branch ? situation.Ticket.OpenVisit(branch.Fork)?.State : null;

        if (move.Target.Blocks.ForkOf(after.Id) != fork)
        {
            return false;
        }

        return !visit.IsFork || (after.Id == visit.State
            && after.Join == situation.Workflow.State(visit.State).Join
            && move.Target.LeavingFrom(after.Id).Select(way => way.Id).ToHashSet().SetEquals(situation.Workflow.LeavingFrom(visit.State).Select(way => way.Id)));
    }

    private static IEnumerable<Refusal> OfValues(Situation situation, WorkflowVersion target)
    {
        foreach (var (key, value) in situation.Ticket.Values)
        {
            // A field that is gone leaves its value where another field of the same key would take it for its own.
            var before = situation.Workflow.Field(key);

            if ((before is null ? null : FieldAfter(before, target)) is var moved && (moved ?? target.Field(key)) is { } after && !IsAlike(before, after) && !ValueFits.Holds(value, after))
            {
                yield return VersionMoveRefusals.ValueMisfits.With(after.Name.Text);
            }
        }
    }

    /// <summary>Whether what one holds the other holds; of tables, every column that both have.</summary>
    private static bool IsAlike(FormField? before, FormField after) =>
        before?.Type == after.Type
        && before.Columns.All(column => after.Columns.FirstOrDefault(one => one.Key == column.Key) is not { } same || same.Type == column.Type);

    /// <summary>Values follow their field to its new key.</summary>
    private static Dictionary<string, FieldValue?> Renamed(Situation situation, WorkflowVersion target)
    {
        var changes = new Dictionary<string, FieldValue?>(StringComparer.Ordinal);

        foreach (var (key, value) in situation.Ticket.Values)
        {
            if (situation.Workflow.Field(key) is { } before && FieldAfter(before, target) is { } after && after.Key != key)
            {
                changes.TryAdd(key, null);
                changes[after.Key] = value;
            }
        }

        return changes;
    }

    private static FormField? FieldAfter(FormField before, WorkflowVersion target) => target.Fields.FirstOrDefault(field => field.Id == before.Id);

    private static void Replan(Course course, Situation situation, Visit visit)
    {
        var settings = course.Workflow.State(visit.State).Timers;
        var calendar = course.Facts.Company.Calendar(course.Workflow.Document.Calendar);
        var timers = TimerRules.Replan(situation.Workflow.State(visit.State).Timers, settings, visit.Timers, visit.EnteredAt, calendar);

        if (!timers.SequenceEqual(visit.Timers))
        {
            course.Add(new TicketEvent.TimersChanged(visit.Number, visit.IsConsulting ? TimerRules.Pause(settings, timers, course.Facts.Now, calendar) : timers));
        }
    }

    private static FieldProblem AsField(Refusal problem) => new(string.Empty, problem.Code, problem.Message) { Arguments = problem.Arguments };
}
