using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Forks, branches and joins. A ticket that leaves a block other than by its join ends the other branches of it.</summary>
internal static class ParallelRules
{
    /// <summary>How many visits may be open at once.</summary>
    public const int MaxOpen = 200;

    /// <summary>
    /// The branch in which the state lies when coming from this branch: blocks that it does not lie in are left on the
    /// way. Coming to the join of a branch is an arrival, and the end of this entry.
    /// </summary>
    public static VisitBranch? Within(Course course, VisitBranch? from, StateId id, TransitionKind? kind, out Refusal? refusal, out bool hasArrived)
    {
        var branch = from;
        (refusal, hasArrived) = (null, false);

        while (branch is not null && course.Ticket.OpenVisit(branch.Fork) is { } fork && !course.Workflow.Blocks.Contains(fork.State, id))
        {
            if (course.Workflow.State(fork.State).Join == id)
            {
                hasArrived = true;
                refusal = Arrive(course, fork, branch.Way, kind is TransitionKind.Refuse);

                return null;
            }

            course.Leave(Under(course.Ticket, fork));
            branch = fork.Branch;
        }

        return branch;
    }

    public static Refusal? Fork(Course course, State state, Entry entry)
    {
        var number = course.Ticket.VisitCount + 1;

        if (!course.MayGoOn() || course.Ticket.OpenVisits.Count() > MaxOpen)
        {
            return TicketRefusals.NeverRests;
        }

        course.Add(new TicketEvent.Forked(number, state.Id, entry.Branch, entry.Cause));

        foreach (var way in course.Workflow.LeavingFrom(state.Id))
        {
            // A join that waits for fewer than all may be met, or the ticket over, before the last branch is opened.
            if (course.Ticket.OpenVisit(number) is null)
            {
                break;
            }

            var branch = new VisitBranch(number, way.Id);

            if (EntryRules.Enter(course, EntryRules.Destination(course, way), entry with { Branch = branch, ResumesAt = null, Asked = null }) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    public static Refusal? LeaveJoin(Course course, State join, Entry entry, bool isRefused)
    {
        var exits = course.Workflow.LeavingFrom(join.Id);
        var exit = (isRefused ? exits.FirstOrDefault(way => way.Kind is TransitionKind.Refuse) : null)
            ?? exits.FirstOrDefault(way => way.Kind is not TransitionKind.Refuse)
            ?? (exits is [var only, ..] ? only : null);

        // Two passages that lead to each other would never come to rest.
        return exit is null || !course.MayGoOn()
            ? TicketRefusals.NeverRests
            : EntryRules.Enter(course, EntryRules.Destination(course, exit), entry with { Kind = exit.Kind });
    }

    /// <summary>The visit of a fork and every open one in its branches, at any depth.</summary>
    public static IReadOnlyList<Visit> Under(Ticket ticket, Visit fork)
    {
        List<Visit> found = [fork];

        for (var next = 0; next < found.Count; next++)
        {
            found.AddRange(ticket.OpenVisits.Where(visit => visit.Branch?.Fork == found[next].Number));
        }

        return found;
    }

    private static Refusal? Arrive(Course course, Visit fork, TransitionId way, bool isRefusal)
    {
        course.Add(new TicketEvent.BranchArrived(fork.Number, way, isRefusal));

        var arrivals = course.Ticket.OpenVisit(fork.Number)!.Arrivals!;
        var join = course.Workflow.State(course.Workflow.State(fork.State).Join!.Value);
        var isRefused = arrivals.Any(arrival => arrival.IsRefusal);
        var isMet = arrivals.Count >= join.Joining.Of(course.Workflow.LeavingFrom(fork.State).Count) || (isRefused && join.Joining.RefusalEndsOthers);

        if (!isMet)
        {
            course.Add(new TicketEvent.StatusChanged(TicketStatus.Ongoing));

            return null;
        }

        course.Leave(Under(course.Ticket, fork)).Add(new TicketEvent.BranchesJoined(fork.Number, join.Id));

        return LeaveJoin(course, join, new Entry(Kind: null, fork.Branch, fork.Number), isRefused);
    }
}
