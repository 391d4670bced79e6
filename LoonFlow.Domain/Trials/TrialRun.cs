using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Canvas;

namespace LoonFlow.Domain.Trials;

/// <summary>
/// A ticket that is only thought through: decided by the very rules that decide real ones, on a clock that is moved by
/// hand, and stored nowhere. Every step gives another run, so that each can be gone back to.
/// </summary>
public sealed partial class TrialRun
{
    /// <summary>How many timers may fire while time goes by once; a workflow that wakes itself up for ever runs into it.</summary>
    private const int MostFirings = 200;

    /// <summary>In a trial those who administer the installation administer the workflow too: a kept trial must not hang on who was granted what.</summary>
    private static readonly WorkflowAccess Access = WorkflowAccess.Restricted;

    private readonly Ticket? _ticket;

    private TrialRun(WorkflowVersion workflow, Company company, DateTimeOffset now)
    {
        Workflow = workflow;
        Company = company;
        StartsAt = now;
        Now = now;
    }

    private TrialRun(TrialRun before, Ticket? ticket, DateTimeOffset now, IReadOnlyList<KeptStep> steps, IReadOnlyList<TrialEntry> entries)
        : this(before.Workflow, before.Company, before.StartsAt)
    {
        _ticket = ticket;
        Now = now;
        Steps = steps;
        Entries = entries;
    }

    public WorkflowVersion Workflow { get; }

    public Company Company { get; }

    /// <summary>What the clock showed at the beginning, in UTC.</summary>
    public DateTimeOffset StartsAt { get; }

    /// <summary>What the clock shows, in UTC.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The ticket as it is now, to look at; null before it is filed.</summary>
    public Ticket? Ticket => _ticket;

    /// <summary>What was done, oldest first.</summary>
    public IReadOnlyList<KeptStep> Steps { get; } = [];

    /// <summary>What was decided, oldest first.</summary>
    public IReadOnlyList<TrialEntry> Entries { get; } = [];

    /// <summary>The states that the ticket is in; the end state when it is over.</summary>
    public IReadOnlyList<StateId> At => Where(_ticket);

    /// <summary>The states that it has been in, the start included.</summary>
    public IReadOnlyList<StateId> Passed => _ticket is null
        ? []
        : [.. Entries.SelectMany(entry => entry.Events).SelectMany(StatesOf).Distinct()];

    /// <summary>The states in which the last decision was to refuse.</summary>
    public IReadOnlyList<StateId> Refused =>
    [
        .. Entries.SelectMany(entry => entry.Events).Select(DecisionOf).OfType<(StateId State, TransitionKind Kind)>()
            .GroupBy(decision => decision.State)
            .Where(decisions => decisions.Last().Kind is TransitionKind.Refuse)
            .Select(decisions => decisions.Key),
    ];

    /// <summary>The lines that it went along; of a transition with branches the one whose condition held.</summary>
    public IReadOnlyList<LineRef> Taken
    {
        get
        {
            TicketEvent[] events = [.. Entries.SelectMany(entry => entry.Events)];

            return [.. events.SelectMany((happened, index) => TransitionsOf(happened).Select(id => LineOf(id, events[(index + 1)..]))).OfType<LineRef>().Distinct()];
        }
    }

    /// <summary>When the next timer is due; null when none is.</summary>
    public DateTimeOffset? NextDueAt => _ticket?.OpenVisits.Select(visit => visit.NextDueAt).Where(due => due is not null).Min();

    /// <summary>Begins a trial.</summary>
    /// <param name="workflow">What is tried; nobody attaches anything, because a trial stores nothing.</param>
    /// <param name="company">Who is there.</param>
    /// <param name="now">What the clock shows, in UTC.</param>
    public static TrialRun Begin(WorkflowVersion workflow, Company company, DateTimeOffset now) =>
        new(WithoutFiles(workflow), company, now);

    /// <summary>The trial after a step; or why the step is refused, and then nothing happened.</summary>
    public Result<TrialRun> Do(TrialStep step)
    {
        var work = new Work(this);

        var refusal = step switch
        {
            TrialStep.Submit submit => work.Submit(submit),
            _ when _ticket is null => TrialRefusals.NotBegun,
            TrialStep.Take take => work.Take(take),
            TrialStep.Answer answer => work.Answer(answer),
            TrialStep.Wait wait => work.Wait(wait.Time),
            _ => null,
        };

        return refusal is null
            ? new TrialRun(this, work.Ticket, work.Now, [.. Steps, new KeptStep(step, Where(work.Ticket))], [.. Entries, .. work.Entries])
            : refusal;
    }

    /// <summary>What somebody would be offered to press in an open visit.</summary>
    public IReadOnlyList<Transition> Offered(Visit visit) => [.. Workflow.LeavingFrom(visit.State).Where(way => !way.IsAutomatic)];

    private static IReadOnlyList<StateId> Where(Ticket? ticket) => ticket switch
    {
        null => [],
        { IsOver: true } => [ticket.State],
        _ => [.. ticket.OpenVisits.Where(visit => !visit.IsFork).Select(visit => visit.State).Distinct().OrderBy(id => id.Value)],
    };

    private static IEnumerable<StateId> StatesOf(TicketEvent happened) => happened switch
    {
        TicketEvent.Submitted e => [e.Start],
        TicketEvent.StateEntered e => [e.State],
        TicketEvent.Forked e => [e.State],
        TicketEvent.BranchesJoined e => [e.Join],
        TicketEvent.Skipped e => [e.State],
        TicketEvent.PassedAutomatically e => [e.State],
        TicketEvent.Ended e => [e.State],
        _ => [],
    };

    private static (StateId State, TransitionKind Kind)? DecisionOf(TicketEvent happened) => happened switch
    {
        TicketEvent.TransitionTaken e => (e.From, e.Kind),
        TicketEvent.VoteDecided e => (e.State, e.Kind),
        _ => null,
    };

    private static IEnumerable<TransitionId> TransitionsOf(TicketEvent happened) => happened switch
    {
        TicketEvent.Submitted e => [e.Transition],
        TicketEvent.TransitionTaken e => [e.Transition],
        TicketEvent.VoteDecided e => [e.Transition],
        TicketEvent.Skipped e => [e.Transition],
        TicketEvent.PassedAutomatically e => [e.Transition],
        _ => [],
    };

    private LineRef? LineOf(TransitionId id, TicketEvent[] next)
    {
        if (Workflow.Transition(id) is not { } way)
        {
            return null;
        }

        StateId[] ends = [way.To, .. way.Branches.Select(branch => branch.To)];
        var to = next.SelectMany(StatesOf).FirstOrDefault(ends.Contains, way.To);
        var branch = way.Branches.ToList().FindIndex(one => one.To == to);

        return new LineRef(id, branch < 0 || to == way.To ? null : branch);
    }

    private static WorkflowVersion WithoutFiles(WorkflowVersion workflow)
    {
        var files = workflow.Fields.Where(field => field.Type is FieldType.Attachment).Select(field => field.Key).ToHashSet(StringComparer.Ordinal);

        return files.Count == 0 ? workflow : new WorkflowVersion(workflow.Id, workflow.Workflow, workflow.Number, workflow.Document with
        {
            States =
            [
                .. workflow.States.Select(state => state with
                {
                    Access = state.Access.ToDictionary(
                        pair => pair.Key,
                        pair => files.Contains(pair.Key) ? FieldAccess.ReadOnly : pair.Value,
                        StringComparer.Ordinal),
                }),
            ],
        });
    }
}
