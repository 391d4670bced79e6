using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

/// <summary>What holds of every vote, however people vote, leave and hand over. Each case is told again by its seed.</summary>
public sealed class VotingPropertiesTests
{
    private const int Cases = 1_500;

    private static readonly UserId[] People = [Cast.Bob, Cast.Cleo, Cast.Dan, Cast.Olga, Cast.Omar, Cast.Eve];
    private static readonly TransitionId[] Ways = [Votes.Agree, Votes.Refuse, Votes.Postpone];

    private static readonly WorkflowVersion Any = Votes.By(new VotingPolicy.Unanimous(), Cast.Bob);

    [Fact]
    public void Once_decided_no_later_vote_could_have_made_another_choice_win_where_a_winner_needs_more_than_half()
    {
        Assert.DoesNotContain(Seeds(), seed =>
        {
            var (policy, seats, company) = Drawn(new Random(seed));

            return NeedsMoreThanHalf(policy, Counted(seats, company))
                && Outcome(policy, seats, company) is VotingOutcome.Decided decided
                && Completions(seats, company).Any(complete => Outcome(policy, complete, company) != decided);
        });
    }

    [Fact]
    public void Where_fewer_are_enough_the_choice_that_is_decided_has_reached_the_bar_before_any_other()
    {
        Assert.DoesNotContain(Seeds(), seed =>
        {
            var (policy, seats, company) = Drawn(new Random(seed));

            return Outcome(policy, seats, company) is VotingOutcome.Decided decided
                && policy is not VotingPolicy.AnyRefusal
                && (VotesFor(seats, decided.Transition) < Needed(policy, Counted(seats, company))
                    || Ways.Any(way => way != decided.Transition && VotesFor(seats, way) >= VotesFor(seats, decided.Transition)));
        });
    }

    [Fact]
    public void It_is_left_undecided_only_when_no_votes_to_come_could_decide_it()
    {
        Assert.DoesNotContain(Seeds(), seed =>
        {
            var (policy, seats, company) = Drawn(new Random(seed));

            return Outcome(policy, seats, company) is VotingOutcome.Undecided
                && Completions(seats, company).Any(complete => Outcome(policy, complete, company) is VotingOutcome.Decided);
        });
    }

    [Fact]
    public void It_stays_open_only_while_votes_to_come_can_matter()
    {
        Assert.DoesNotContain(Seeds(), seed =>
        {
            var (policy, seats, company) = Drawn(new Random(seed));

            return Outcome(policy, seats, company) is VotingOutcome.Open
                && (seats.All(seat => seat.Choice is not null || !company.IsActive(seat.Who))
                    || (policy is not VotingPolicy.Unanimous && Completions(seats, company).All(complete => Outcome(policy, complete, company) is VotingOutcome.Undecided)));
        });
    }

    [Fact]
    public void The_order_of_votes_changes_nothing()
    {
        Assert.DoesNotContain(Seeds(), seed =>
        {
            var random = new Random(seed);
            var (policy, seats, company) = Drawn(random);
            Seat[] shuffled = [.. seats];
            random.Shuffle(shuffled);

            return Outcome(policy, seats, company) != Outcome(policy, shuffled, company);
        });
    }

    [Fact]
    public void Those_who_left_without_choosing_never_count()
    {
        Assert.DoesNotContain(Seeds(), seed =>
        {
            var (policy, seats, company) = Drawn(new Random(seed));
            Seat[] counted = [.. seats.Where(seat => seat.Choice is not null || company.IsActive(seat.Who))];

            return Outcome(policy, seats, company) != Outcome(policy, counted, company);
        });
    }

    [Fact]
    public void Whatever_people_do_in_a_vote_it_goes_on_until_it_is_over()
    {
        var broken = Seeds().Take(600).Select(seed => (seed, What: new VoteLife(seed).Broken())).Where(life => life.What is not null);

        Assert.Empty(broken);
    }

    private static IEnumerable<int> Seeds() => Enumerable.Range(1, Cases);

    private static (VotingPolicy Policy, Seat[] Seats, Company Company) Drawn(Random random)
    {
        VotingPolicy policy = random.Next(5) switch
        {
            0 => new VotingPolicy.Unanimous(),
            1 => new VotingPolicy.AnyRefusal(),
            2 => new VotingPolicy.Majority(),
            3 => new VotingPolicy.Count(1 + random.Next(7)),
            _ => new VotingPolicy.Percentage(1 + random.Next(100)),
        };
        var refusals = 0;
        Seat[] seats =
        [
            .. People[..(1 + random.Next(People.Length))].Select(who =>
            {
                var choice = random.Next(2) == 0 ? Ways[random.Next(Ways.Length)] : (TransitionId?)null;

                // The first refusal decides there, so a second one is never heard.
                return new Seat(who, policy is VotingPolicy.AnyRefusal && choice == Votes.Refuse && refusals++ > 0 ? Votes.Agree : choice);
            }),
        ];

        return (policy, seats, Cast.Without([.. People.Where(_ => random.Next(4) == 0)]));
    }

    private static VotingOutcome Outcome(VotingPolicy policy, IReadOnlyList<Seat> seats, Company company) =>
        VotingRules.Outcome(policy, seats, id => Any.Transition(id)!.Kind, company);

    /// <summary>Every way in which those still to choose could choose.</summary>
    private static IEnumerable<Seat[]> Completions(Seat[] seats, Company company)
    {
        var next = Array.FindIndex(seats, seat => seat.Choice is null && company.IsActive(seat.Who));

        return next < 0
            ? [seats]
            : Ways.SelectMany(way => Completions([.. seats.Select((seat, index) => index == next ? seat with { Choice = way } : seat)], company));
    }

    private static int VotesFor(Seat[] seats, TransitionId way) => seats.Count(seat => seat.Choice == way);

    private static int Counted(Seat[] seats, Company company) => seats.Count(seat => seat.Choice is not null || company.IsActive(seat.Who));

    private static bool NeedsMoreThanHalf(VotingPolicy policy, int seats) => policy is not VotingPolicy.AnyRefusal && Needed(policy, seats) * 2 > seats;

    private static int Needed(VotingPolicy policy, int seats) => policy switch
    {
        VotingPolicy.Majority => (seats / 2) + 1,
        VotingPolicy.Count count => Math.Min(count.Needed, seats),
        VotingPolicy.Percentage share => Math.Max(1, ((seats * share.Percent) + 99) / 100),
        _ => seats,
    };
}
