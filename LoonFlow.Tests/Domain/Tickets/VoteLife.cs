using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

/// <summary>One random vote: choices, forwarding by people and by force, questions within questions, people who leave and come back.</summary>
internal sealed class VoteLife
{
    private const int Steps = 60;

    private static readonly UserId[] Voters = [Cast.Bob, Cast.Cleo, Cast.Dan, Cast.Olga];
    private static readonly TransitionId[] Ways = [Votes.Agree, Votes.Agree, Votes.Refuse, Votes.Postpone];
    private static readonly VotingPolicy[] Policies =
    [
        new VotingPolicy.Unanimous(), new VotingPolicy.AnyRefusal(), new VotingPolicy.Majority(), new VotingPolicy.Count(2), new VotingPolicy.Percentage(34),
    ];

    private readonly Random _random;
    private readonly Story _story;
    private UserId[] _gone = [];

    public VoteLife(int seed)
    {
        _random = new Random(seed);
        _story = new Story(Votes.With(
            state => state with
            {
                Distribution = seed % 3 == 0 ? Distribution.Sequential : Distribution.AllMustProcess,
                Voting = Policies[_random.Next(Policies.Length)],
            },
            Voters)).Filed(Cast.Ann, Votes.Submit);
    }

    /// <summary>What went wrong; null when the vote came to its end, or to an administrator, with somebody to act at every moment.</summary>
    public string? Broken()
    {
        for (var step = 0; step < Steps && IsVoting; step++)
        {
            Try();
            LookAfter();

            if (IsVoting && WhatIsWrong() is { } wrong)
            {
                return $"step {step}: {wrong}";
            }
        }

        // When those whom it goes to are back, those who are asked bring it to its end.
        _story.Without([.. _gone.Except([Cast.Ann, Cast.Gil])]);

        for (var rest = 0; rest < Steps && IsVoting; rest++)
        {
            var who = Present().First();
            var consulted = _story.Visit.ConsultationOf(who) is not null;
            _story.Applied(consulted ? ConsultationRules.Answer(_story.SeenBy(who), Number, null) : Vote(who, Votes.Agree));
            LookAfter();
        }

        return IsVoting ? "it never came to an end" : null;
    }

    private bool IsVoting => _story.Visit.IsVoting;

    private int Number => _story.Visit.Number;

    private UserId[] Present() => [.. _story.Visit.Participants.SelectMany(one => one.Members(_story.Company))];

    private void Try()
    {
        var asked = Present();
        var who = asked[_random.Next(asked.Length)];
        var target = Cast.Active[_random.Next(Cast.Active.Count)];
        var attempt = _random.Next(9) switch
        {
            0 => Vote(who, Ways[_random.Next(Ways.Length)]),
            < 3 => ConsultationRules.Consult(_story.SeenBy(who), Number, target, null),
            3 => ConsultationRules.Answer(_story.SeenBy(who), Number, null),
            4 => ForwardingRules.Forward(_story.SeenBy(who), Number, target, null),
            5 => ForwardingRules.Force(_story.SeenBy(Cast.Rita), Number, who, target, "must be"),
            _ => null,
        };

        if (attempt is null)
        {
            // Rita administers, and stays.
            _gone = [.. Cast.Active.Where(person => person != Cast.Rita && _random.Next(5) == 0)];
            _story.Without(_gone);
        }
        else if (attempt.Succeeded)
        {
            _story.Applied(attempt);
        }
    }

    /// <summary>As the engine does after people have left.</summary>
    private void LookAfter()
    {
        for (var round = 0; round < 5 && IsVoting; round++)
        {
            var looked = ReconsiderationRules.Reconsider(_story.SeenBy(new Actor.Engine()), Number);

            if (!looked.Succeeded)
            {
                return;
            }

            _story.Applied(looked);
        }
    }

    private Result<TicketDecision> Vote(UserId who, TransitionId way) =>
        TransitionRules.Take(_story.SeenBy(who), Number, way, FieldChanges.None, null);

    private string? WhatIsWrong()
    {
        var visit = _story.Visit;
        var asked = visit.Participants.Select(one => one.Person!.Value).ToArray();
        var looked = ReconsiderationRules.Reconsider(_story.SeenBy(new Actor.Engine()), Number);

        return Present() is [] ? "nobody can act"
            : looked.Succeeded ? "the engine is never done looking after it"
            : visit.Seats.Select(seat => seat.Who).Distinct().Count() < visit.Seats.Count ? "somebody has two places"
            : asked.FirstOrDefault(one => !visit.HasSeatOpen(one) && visit.ConsultationOf(one) is null) is { Value: > 0 } stranger ? $"{Cast.Name(stranger)} is asked for nothing"
            : visit.Consultations.FirstOrDefault(one => !asked.Contains(one.Asked) && visit.Consultations.All(other => other.Asker != one.Asked)) is { } lost
                ? $"the question to {Cast.Name(lost.Asked)} waits for nobody"
            : null;
    }
}
