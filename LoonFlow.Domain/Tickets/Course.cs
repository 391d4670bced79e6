using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>
/// A decision being worked out: its events so far, applied one by one to a copy of the ticket, so that each rule sees what
/// those before it did. The ticket itself changes only when the finished decision is applied.
/// </summary>
internal sealed class Course(WorkflowVersion workflow, Ticket ticket, DecisionFacts facts)
{
    /// <summary>How many forks and joins one decision may pass; a flow that never rests runs into it.</summary>
    private const int MaxPassages = 100;

    private readonly List<TicketEvent> _events = [];
    private readonly HashSet<(StateId, TransitionId?)> _passed = [];
    private int _passages;

    public WorkflowVersion Workflow => workflow;

    /// <summary>The copy, as the events so far leave it.</summary>
    public Ticket Ticket => ticket;

    public DecisionFacts Facts => facts;

    public static Course Of(Situation situation) => new(situation.Workflow, situation.Ticket.Copy(), situation.Facts);

    public Course Add(TicketEvent happened)
    {
        _events.Add(happened);
        ticket.Apply(happened, facts.Now);

        return this;
    }

    public Course Add(FieldChanges changes)
    {
        if (changes.Title is { Length: > 0 } title)
        {
            Add(new TicketEvent.TitleChanged(title));
        }

        return changes.Values.Count > 0 ? Add(new TicketEvent.ValuesChanged(changes.Values)) : this;
    }

    /// <summary>Leaves these visits, whatever is open in them.</summary>
    public Course Leave(params IEnumerable<Visit> visits)
    {
        foreach (var number in visits.Select(visit => visit.Number).ToArray())
        {
            Add(new TicketEvent.StateLeft(number));
        }

        return this;
    }

    /// <summary>Whether this decision passed the state before on the same branch, of this fork or when it was entered before, without stopping; passing it again would go round for ever.</summary>
    public bool HasPassed(StateId state, VisitBranch? branch) => _passed.Contains((state, branch?.Way));

    public void Pass(StateId state, VisitBranch? branch) => _passed.Add((state, branch?.Way));

    /// <summary>Whether one more fork or join may be passed.</summary>
    public bool MayGoOn() => ++_passages <= MaxPassages;

    public Result<TicketDecision> DecidedBy(Actor actor)
    {
        ResumeTimers();

        return new TicketDecision(actor, facts.Now, [.. _events]);
    }

    /// <summary>The decision, or why a move that it contains is refused.</summary>
    public Result<TicketDecision> DecidedBy(Actor actor, Refusal? refusal) => refusal is null ? DecidedBy(actor) : refusal;

    /// <summary>Clocks that stood still for a consultation go on, however it ended.</summary>
    private void ResumeTimers()
    {
        foreach (var visit in ticket.OpenVisits.Where(visit => !visit.IsConsulting && visit.Timers.Any(timer => timer.Remaining is not null)).ToArray())
        {
            var calendar = facts.Company.Calendar(workflow.Document.Calendar);
            Add(new TicketEvent.TimersChanged(visit.Number, TimerRules.Resume(workflow.State(visit.State).Timers, visit.Timers, facts.Now, calendar)));
        }
    }
}
