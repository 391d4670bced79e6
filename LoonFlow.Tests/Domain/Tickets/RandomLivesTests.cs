using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

/// <summary>Whatever anybody tries in whatever order, a ticket stays whole. Each life is told again by its seed.</summary>
public sealed class RandomLivesTests
{
    private const int Lives = 200;
    private const int Steps = 25;

    /// <summary>What these three workflows, and only people, can bring about.</summary>
    private static readonly FlowLogAction[] Reachable =
    [
        FlowLogAction.Submitted, FlowLogAction.TransitionTaken, FlowLogAction.Claimed, FlowLogAction.Forwarded, FlowLogAction.Consulted,
        FlowLogAction.ConsultationAnswered, FlowLogAction.Commented, FlowLogAction.Withdrawn, FlowLogAction.Closed,
        FlowLogAction.TakenBack, FlowLogAction.Jumped, FlowLogAction.Reopened, FlowLogAction.ForwardingForced, FlowLogAction.ValuesCorrected,
    ];

    private static readonly UserId[] Anybody = [.. Cast.Active, Cast.Ivan, Cast.Stranger];

    [Fact]
    public void No_sequence_of_attempts_leaves_a_ticket_broken()
    {
        var broken = Enumerable.Range(1, Lives).SelectMany(seed => BrokenIn(seed, peopleLeave: false)).ToArray();

        Assert.Empty(broken);
    }

    [Fact]
    public void Nor_does_it_while_people_leave_the_company_and_come_back()
    {
        var broken = Enumerable.Range(1, Lives).SelectMany(seed => BrokenIn(seed, peopleLeave: true)).ToArray();

        Assert.Empty(broken);
    }

    [Fact]
    public void Random_lives_reach_every_status_and_every_kind_of_history()
    {
        var statuses = new HashSet<TicketStatus>();
        var lives = Enumerable.Range(1, Lives).Select(seed => Live(seed, peopleLeave: false, story => statuses.Add(story.Ticket.Status))).ToArray();

        Assert.Equal(Enum.GetValues<TicketStatus>(), statuses.Order());
        Assert.Empty(Reachable.Except(lives.SelectMany(story => story.History).Select(entry => entry.Action)));
    }

    private static IEnumerable<string> BrokenIn(int seed, bool peopleLeave)
    {
        var found = new List<string>();
        Live(seed, peopleLeave, story => found.AddRange(Broken(story).Select(what => $"life {seed}, revision {story.Ticket.Revision}: {what}")));

        return found;
    }

    private static Story Live(int seed, bool peopleLeave, Action<Story> check)
    {
        var random = new Random(seed);
        var (story, submit) = Begin(random);
        story.Filed(Cast.Ann, submit, Situations.Complete);
        check(story);

        for (var step = 0; step < Steps; step++)
        {
            if (peopleLeave)
            {
                story.Company = Cast.Without(Cast.Active[random.Next(Cast.Active.Count)], Cast.Active[random.Next(Cast.Active.Count)]);
            }

            var revision = story.Ticket.Revision;
            var attempt = Attempt(story, random);

            if (attempt.Succeeded)
            {
                story.Applied(attempt);
            }

            if (story.Ticket.Revision != revision + (attempt.Succeeded ? 1 : 0))
            {
                throw new InvalidOperationException($"life {seed}: the revision went from {revision} to {story.Ticket.Revision}");
            }

            check(story);
        }

        return story;
    }

    private static (Story Story, TransitionId Submit) Begin(Random random) => random.Next(3) switch
    {
        0 => (new Story(Leave.Version), random.Next(4) == 0 ? Leave.Save : Leave.Submit),
        1 => (new Story(Vpn.Version), Vpn.Submit),
        _ => (new Story(Purchase.Version), Purchase.Submit),
    };

    private static Result<TicketDecision> Attempt(Story story, Random random)
    {
        story.Draw = (uint)random.Next();
        var situation = story.SeenBy(Somebody(story, random));
        var visit = random.Next(10) == 0 ? random.Next(4) : story.Ticket.OpenVisits.FirstOrDefault()?.Number ?? 0;
        var target = Anybody[random.Next(Anybody.Length)];

        return random.Next(18) switch
        {
            16 => TakingBackRules.TakeBack(situation, comment: null),
            17 => Intervene(story, random, visit, target),
            < 7 => TransitionRules.Take(situation, visit, AnyTransition(story, random), random.Next(5) == 0 ? FieldChanges.None : Situations.Complete, comment: null),
            < 9 => ClaimRules.Claim(situation, visit),
            9 => ForwardingRules.Forward(situation, visit, target, comment: null),
            < 12 => ConsultationRules.Consult(situation, visit, target, comment: null),
            < 14 => ConsultationRules.Answer(situation, visit, comment: null),
            14 => random.Next(2) == 0 ? CommentRules.Add(situation, "hm") : WithdrawalRules.Withdraw(situation, comment: null),
            _ => random.Next(4) == 0 ? ClosingRules.Close(situation, "enough") : CommentRules.Add(situation, "hm"),
        };
    }

    private static Result<TicketDecision> Intervene(Story story, Random random, int visit, UserId target)
    {
        var situation = story.SeenBy(Cast.Actor(Cast.Rita));
        var states = story.Workflow.States;

        return random.Next(3) switch
        {
            0 => ForwardingRules.Force(situation, visit, from: null, target, "somebody must"),
            1 => JumpRules.Jump(situation, states[random.Next(states.Count)].Id, random.Next(2) == 0 ? target : null, "stuck"),
            _ => CorrectionRules.Correct(situation, Form.With($"Title {random.Next(9)}"), "a typing mistake"),
        };
    }

    /// <summary>Mostly someone whose turn it is, so that lives get somewhere.</summary>
    private static LoonFlow.Domain.Access.Actor Somebody(Story story, Random random)
    {
        var asked = story.Ticket.OpenVisits
            .SelectMany(visit => visit.Participants)
            .SelectMany(participant => participant.Members(story.Company))
            .ToArray();

        return random.Next(10) switch
        {
            < 7 when asked is not [] => Cast.Actor(asked[random.Next(asked.Length)]),
            7 => Cast.Actor(Cast.Ann),
            8 => new LoonFlow.Domain.Access.Actor.Engine(),
            _ => Cast.Actor(Cast.Active[random.Next(Cast.Active.Count)]),
        };
    }

    private static TransitionId AnyTransition(Story story, Random random)
    {
        var here = story.Ticket.OpenVisits.SelectMany(visit => story.Workflow.LeavingFrom(visit.State)).ToArray();
        var any = random.Next(8) == 0 || here is [] ? story.Workflow.Transitions : here;

        return any[random.Next(any.Count)].Id;
    }

    private static IEnumerable<string> Broken(Story story)
    {
        var ticket = story.Ticket;
        var open = ticket.OpenVisits.ToArray();

        if (ticket.IsOver == (open is not []))
        {
            yield return $"over: {ticket.IsOver}, open visits: {open.Length}";
        }

        if (ticket.IsOver != story.Workflow.State(ticket.State).Kind is StateKind.End)
        {
            yield return $"over: {ticket.IsOver}, in state {ticket.State.Value}";
        }

        if (open.Length > 1 || (open is [var only] && only.State != ticket.State))
        {
            yield return "an ordinary ticket is in one state";
        }

        // Whoever has left may come back, so the whole cast counts.
        if (open.Any(visit => !story.Workflow.State(visit.State).IsAutomatic && !visit.Participants.Any(who => who.Members(Cast.Company).Count > 0)))
        {
            yield return "nobody can act";
        }

        if (ticket.Visits.Any(visit => !visit.IsOpen && (visit.IsConsulting || visit.Participants.Any())))
        {
            yield return "a visit that was left still waits for somebody";
        }

        if (open.Any(visit => visit.IsConsulting && !visit.Participants.SequenceEqual([LoonFlow.Domain.Participants.Participant.Of(visit.Consultations[^1].Asked)])))
        {
            yield return "the one consulted last is not the one who must answer";
        }

        if (open.Any(visit => visit.Consultations.Select(consultation => consultation.Asker).Distinct().Count() < visit.Consultations.Count))
        {
            yield return "somebody waits for two answers";
        }

        if (open.Any(visit => visit.Asked.Select(asked => asked.Who).Distinct().Count() < visit.Asked.Count))
        {
            yield return "somebody is asked twice";
        }

        if (!ticket.Visits.Select(visit => visit.Number).SequenceEqual(Enumerable.Range(1, ticket.VisitCount)))
        {
            yield return "visit numbers have gaps or repeat";
        }

        if (ticket.Revision > story.History.Count)
        {
            yield return $"{ticket.Revision} decisions but {story.History.Count} lines of history";
        }
    }
}
