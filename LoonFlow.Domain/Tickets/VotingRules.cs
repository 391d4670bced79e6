using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Where every one of several decides: when their votes are enough, and for what (spec B.13).</summary>
public static class VotingRules
{
    /// <summary>
    /// What the votes say, as soon as it is certain and not before. People who have left without choosing do not count;
    /// what they had chosen does.
    /// </summary>
    /// <param name="policy">When votes are enough.</param>
    /// <param name="seats">Everybody who decides, and what they chose.</param>
    /// <param name="kindOf">What a transition says.</param>
    /// <param name="company">Who is still there.</param>
    public static VotingOutcome Outcome(VotingPolicy policy, IReadOnlyList<Seat> seats, Func<TransitionId, TransitionKind> kindOf, Company company)
    {
        Seat[] counted = [.. seats.Where(seat => seat.Choice is not null || company.IsActive(seat.Who))];
        TransitionId[] votes = [.. counted.Select(seat => seat.Choice).OfType<TransitionId>()];
        var open = counted.Length - votes.Length;

        if (counted is [])
        {
            return new VotingOutcome.Undecided();
        }

        if (policy is VotingPolicy.AnyRefusal && votes.Any(vote => kindOf(vote) is TransitionKind.Refuse))
        {
            return new VotingOutcome.Decided(votes.First(vote => kindOf(vote) is TransitionKind.Refuse));
        }

        var needed = Needed(policy, counted.Length);
        var leading = votes.CountBy(vote => vote).OrderByDescending(pair => pair.Value).ToArray();

        return leading switch
        {
            // Somebody leaving may lower the bar so that two choices pass it at once: nobody has won then, unless a vote to come tells them apart.
            [var first, var second, ..] when first.Value >= needed && second.Value == first.Value => open > 0 ? new VotingOutcome.Open() : new VotingOutcome.Undecided(),
            [var first, ..] when first.Value >= needed => new VotingOutcome.Decided(first.Key),
            _ when open == 0 => new VotingOutcome.Undecided(),
            [var first, ..] when IsSettledEarly(policy) && first.Value + open < needed => new VotingOutcome.Undecided(),
            _ => new VotingOutcome.Open(),
        };
    }

    /// <summary>Goes on where the votes of the visit are enough; nothing happens where they are not, or nobody votes.</summary>
    internal static Refusal? Conclude(Course course, int number)
    {
        if (course.Ticket.OpenVisit(number) is not { IsVoting: true } visit)
        {
            return null;
        }

        return Of(course, visit) switch
        {
            VotingOutcome.Decided decided => Decide(course, visit, course.Workflow.Transition(decided.Transition)!),
            VotingOutcome.Undecided => LeaveToAdministrators(course, visit),
            _ => null,
        };
    }

    /// <summary>In sequence an agreement passes the work on to the next; anything else, or the last agreement, decides.</summary>
    private static VotingOutcome Of(Course course, Visit visit)
    {
        var state = course.Workflow.State(visit.State);
        TransitionKind KindOf(TransitionId id) => course.Workflow.Transition(id)?.Kind ?? TransitionKind.Other;

        if (state.Distribution is not Distribution.Sequential)
        {
            return Outcome(state.Voting, visit.Seats, KindOf, course.Facts.Company);
        }

        // By place, not by time: a clock that goes back must not let an agreement hide a refusal.
        TransitionId[] choices = [.. visit.Seats.Select(seat => seat.Choice).OfType<TransitionId>()];
        var isEverybodyDone = visit.Seats.All(seat => seat.Choice is not null || !course.Facts.Company.IsActive(seat.Who));

        return choices.Where(choice => KindOf(choice) is not TransitionKind.Agree).ToArray() is [var other, ..] ? new VotingOutcome.Decided(other)
            : !isEverybodyDone ? new VotingOutcome.Open()
            : choices is [.., var last] ? new VotingOutcome.Decided(last)
            : new VotingOutcome.Undecided();
    }

    private static Refusal? Decide(Course course, Visit visit, Transition transition)
    {
        course.Add(new TicketEvent.VoteDecided(visit.Number, visit.State, transition.Id, transition.Kind)).Leave(visit);

        return MoveRules.Along(course, visit, transition);
    }

    internal static Refusal? LeaveToAdministrators(Course course, Visit visit)
    {
        var administrators = PermissionRules.Administrators(course.Facts.Access, course.Facts.Company);

        if (administrators is [])
        {
            return TicketRefusals.NobodyToAct.With(course.Workflow.State(visit.State).Name.Text);
        }

        course.Add(new TicketEvent.VoteUndecided(visit.Number, visit.State, administrators));

        return null;
    }

    private static int Needed(VotingPolicy policy, int seats) => policy switch
    {
        VotingPolicy.Majority => (seats / 2) + 1,
        VotingPolicy.Count count => Math.Clamp(count.Needed, 1, seats),
        VotingPolicy.Percentage share => Math.Clamp((int)Math.Ceiling(seats * (decimal)share.Percent / 100), 1, seats),
        _ => seats,
    };

    /// <summary>
    /// Whether it is over as soon as nothing can win any more. Where all must agree, everybody is heard all the same: the
    /// administrator decides on what all of them said (spec B.13 [I]).
    /// </summary>
    private static bool IsSettledEarly(VotingPolicy policy) => policy is not (VotingPolicy.Unanimous or VotingPolicy.AnyRefusal);
}
