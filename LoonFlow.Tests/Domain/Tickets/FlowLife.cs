using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Domain.Tickets;

/// <summary>
/// One random life of a ticket in a workflow that may be published: people do what they are offered, leave and come back; the
/// engine does its part. Rita, who administers, stays, but never moves a ticket outside the flow.
/// </summary>
internal sealed class FlowLife
{
    private const int Attempts = 40;
    private const int StepsToTheEnd = 2_000;
    private const int StepsOfOneMind = 25;

    private static readonly Actor.Engine Engine = new();

    private readonly WorkflowVersion _workflow;
    private readonly Random _random;
    private readonly Story _story;
    private readonly Dictionary<StateId, int> _distance;

    public FlowLife(WorkflowVersion workflow, int seed)
    {
        _workflow = workflow;
        _random = new Random(seed);
        _story = new Story(workflow);
        _distance = Distances(workflow);
    }

    /// <summary>What went wrong; null when somebody could act at every moment and the ticket came to its end.</summary>
    public string? Broken()
    {
        var filed = SubmissionRules.Submit(_workflow, Cast.Actor(Cast.Ann), SubmissionRules.Available(_workflow)[0].Id, FieldChanges.None, null, _story.Facts);

        if (!filed.Succeeded)
        {
            return $"filing was refused: {filed.Refusal.Code}";
        }

        _story.Filed(Cast.Ann, SubmissionRules.Available(_workflow)[0].Id);

        for (var attempt = 0; attempt < Attempts && !_story.Ticket.IsOver; attempt++)
        {
            LookAfter();

            if (Inconsistent() is { } wrong)
            {
                return $"attempt {attempt}: {wrong}";
            }

            Try();
        }

        return ToTheEnd();
    }

    private void Try()
    {
        if (_random.Next(5) == 0)
        {
            _story.Without([.. Cast.Active.Where(person => person != Cast.Rita && _random.Next(4) == 0)]);

            return;
        }

        _story.Draw = (uint)_random.Next();
        var waiting = Waiting().ToArray();

        if (waiting is [])
        {
            return;
        }

        var (visit, actor) = waiting[_random.Next(waiting.Length)];
        var target = Cast.Active[_random.Next(Cast.Active.Count)];
        var situation = _story.SeenBy(actor);
        Apply(_random.Next(12) switch
        {
            0 => ForwardingRules.Forward(situation, visit.Number, target, null),
            1 => ConsultationRules.Consult(situation, visit.Number, target, null),
            2 => Return(situation, visit),
            3 => TakingBackRules.TakeBack(_story.SeenBy(_story.Ticket.Steps is [.., { By: { } by }] && _story.Company.IsActive(by) ? Cast.Actor(by) : Engine), null),
            4 => _story.Company.IsActive(Cast.Ann) ? WithdrawalRules.Withdraw(_story.SeenBy(Cast.Ann), null) : null,
            _ => Act(visit, actor, AnyWay(visit)),
        });
    }

    private Result<TicketDecision>? Return(Situation situation, Visit visit)
    {
        var targets = ReturningRules.Targets(situation, visit);

        return targets is [] ? null : ReturningRules.Return(situation, visit.Number, targets[_random.Next(targets.Count)], _random.Next(2) == 0, "again");
    }

    private Transition AnyWay(Visit visit)
    {
        var ways = _workflow.LeavingFrom(visit.State);

        return ways[_random.Next(ways.Count)];
    }

    /// <summary>Answers, claims, or takes the way, whichever is this person's turn.</summary>
    private Result<TicketDecision> Act(Visit visit, Actor actor, Transition way)
    {
        var situation = _story.SeenBy(actor);

        return actor is Actor.Person person && visit.ConsultationOf(person.Id) is not null ? ConsultationRules.Answer(situation, visit.Number, null)
            : situation.NeedsClaim(visit) ? ClaimRules.Claim(situation, visit.Number)
            : TransitionRules.Take(situation, visit.Number, way.Id, FieldChanges.None, null);
    }

    /// <summary>As the engine does: after people have left, and where a ticket moves by itself.</summary>
    private void LookAfter()
    {
        for (var round = 0; round < 30; round++)
        {
            var looked = _story.Ticket.OpenVisits
                .Where(visit => !visit.IsFork)
                .Select(visit => ReconsiderationRules.Reconsider(_story.SeenBy(Engine), visit.Number))
                .FirstOrDefault(result => result.Succeeded);

            if (looked is null)
            {
                return;
            }

            _story.Applied(looked);
        }

        throw new InvalidOperationException("The engine is never done looking after it.");
    }

    /// <summary>Everybody whose turn it is, and the engine where a ticket moves by itself.</summary>
    private IEnumerable<(Visit Visit, Actor Actor)> Waiting() => _story.Ticket.OpenVisits
        .Where(visit => !visit.IsFork)
        .SelectMany(visit => _workflow.State(visit.State).IsAutomatic
            ? [(visit, (Actor)Engine)]
            : visit.Participants.SelectMany(one => one.Members(_story.Company)).Distinct().Select(who => (visit, (Actor)Cast.Actor(who, _story.Company))));

    private string? Inconsistent()
    {
        var (ticket, waiting) = (_story.Ticket, Waiting().Select(one => one.Visit).ToHashSet());

        return ticket.IsOver == ticket.OpenVisits.Any() ? "it is over with something open, or not over with nothing open"
            : ticket.OpenVisits.FirstOrDefault(visit => !visit.IsFork && !waiting.Contains(visit)) is { } lost ? $"nobody can act in {_workflow.State(lost.State).Name.Text}"
            : ticket.OpenVisits.Any(visit => visit.IsFork && !ticket.OpenVisits.Any(other => other.Branch?.Fork == visit.Number)) ? "a fork waits for no branch"
            : ticket.OpenVisits.Any(visit => visit.Branch is { } branch && ticket.OpenVisit(branch.Fork) is not { IsFork: true }) ? "a branch has lost its fork"
            : ticket.OpenVisits.Any(visit => visit.IsFork && visit.Arrivals!.Count >= Needed(visit)) ? "enough branches have come and nothing happened"
            : ticket.Visits.Any(visit => !visit.IsOpen && (visit.NextDueAt is not null || visit.Participants.Any() || visit.IsConsulting)) ? "a visit that was left still waits"
            : null;
    }

    private int Needed(Visit fork) =>
        _workflow.State(_workflow.State(fork.State).Join!.Value).Joining.Of(_workflow.LeavingFrom(fork.State).Count);

    /// <summary>With everybody back, those who are asked bring it to its end when they want to.</summary>
    private string? ToTheEnd()
    {
        _story.Without();

        for (var step = 0; step < StepsToTheEnd && !_story.Ticket.IsOver; step++)
        {
            LookAfter();
            var moved = Waiting()
                .OrderBy(_ => _random.Next())
                .SelectMany(one => Ways(one.Visit, step).Select(way => Act(one.Visit, one.Actor, way)))
                .FirstOrDefault(result => result.Succeeded);

            if (moved is null)
            {
                return $"nothing can be done in {string.Join(", ", _story.States.Select(state => _workflow.State(state).Name.Text))}";
            }

            _story.Applied(moved);
        }

        return _story.Ticket.IsOver ? null : $"no way to the end was found from {string.Join(", ", _story.States.Select(state => _workflow.State(state).Name.Text))}";
    }

    /// <summary>The shortest way first, and in turn with that any: the shortest may lead round by how votes and branches come out.</summary>
    private IEnumerable<Transition> Ways(Visit visit, int step) => step / StepsOfOneMind % 2 == 1
        ? _workflow.LeavingFrom(visit.State).OrderBy(_ => _random.Next())
        : _workflow.LeavingFrom(visit.State).OrderBy(way => way.Kind is TransitionKind.Refuse).ThenBy(way => _distance.GetValueOrDefault(way.To, int.MaxValue));

    private void Apply(Result<TicketDecision>? result)
    {
        if (result is { Succeeded: true })
        {
            _story.Applied(result);
        }
    }

    private static Dictionary<StateId, int> Distances(WorkflowVersion workflow)
    {
        var distance = workflow.States.Where(state => state.Kind is StateKind.End).ToDictionary(state => state.Id, _ => 0);
        var waiting = new Queue<StateId>(distance.Keys);

        while (waiting.TryDequeue(out var to))
        {
            foreach (var way in workflow.Transitions.Where(way => way.Targets().Contains(to) && distance.TryAdd(way.From, distance[to] + 1)))
            {
                waiting.Enqueue(way.From);
            }
        }

        return distance;
    }
}
