using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Import.Tickets;

/// <summary>What the lines of a history say about the course of a ticket: what each of them tells, and where it stayed from when to when.</summary>
internal sealed class TicketCourse
{
    private readonly IReadOnlyList<LogHead> _heads;
    private readonly ImportedWorkflow _workflow;
    private readonly StateId _current;
    private readonly Func<LogHead, UserId?> _by;
    private readonly Func<LogHead, DateTimeOffset> _at;
    private readonly FlowLogAction[] _actions;
    private readonly List<Stay> _stays = [];
    private readonly List<Step> _steps = [];

    /// <param name="heads">Its history, oldest first.</param>
    /// <param name="workflow">Its workflow.</param>
    /// <param name="current">Where it is now.</param>
    /// <param name="createdAt">When it was filed.</param>
    /// <param name="by">Who wrote a line; null for the engine.</param>
    /// <param name="at">When.</param>
    public TicketCourse(
        IReadOnlyList<LogHead> heads, ImportedWorkflow workflow, StateId current, DateTimeOffset createdAt, Func<LogHead, UserId?> by, Func<LogHead, DateTimeOffset> at)
    {
        (_heads, _workflow, _current, _by, _at) = (heads, workflow, current, by, at);
        _actions = [.. heads.Select((_, index) => ActionOf(index))];
        Follow(createdAt);
    }

    public IReadOnlyList<FlowLogAction> Actions => _actions;

    /// <summary>The last one is where it is, or where it ended.</summary>
    public IReadOnlyList<Stay> Stays => _stays;

    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>The state before the action, by the id it has here.</summary>
    public StateId StateBefore(int index) => _actions[index] is FlowLogAction.Closed or FlowLogAction.Withdrawn && index > 0 && IsArrival(index)
        ? _workflow.Transition(_heads[index - 1].Transition)?.To ?? _workflow.IdOf(_heads[index - 1].State)
        : _workflow.IdOf(_heads[index].State);

    /// <summary>Where the action led.</summary>
    public StateId StateAfter(int index) => index + 1 < _heads.Count ? StateBefore(index + 1) : _current;

    /// <summary>loonflow writes closing and retreating in the state that they lead to (spec B.22).</summary>
    private bool IsArrival(int index) => _workflow.State(_heads[index].State)?.Kind switch
    {
        StateKind.End => true,
        StateKind.Start => _actions[index] is FlowLogAction.Withdrawn,
        _ => false,
    };

    private FlowLogAction ActionOf(int index)
    {
        var head = _heads[index];
        var next = index + 1 < _heads.Count ? _heads[index + 1].State : (long?)null;
        var stays = next is { } state ? state == head.State : _workflow.IdOf(head.State) == _current;

        return head switch
        {
            { Transition: not 0 } when index == 0 && _workflow.State(head.State) is { Kind: StateKind.Start } => FlowLogAction.Submitted,

            // A script writes the same line whether it worked or not; it moved the ticket only if it did.
            { Transition: not 0, IsPerson: false } => stays ? FlowLogAction.AutomationFailed : FlowLogAction.TransitionTaken,
            { Transition: not 0 } => stays && IsVote(head) ? FlowLogAction.Voted : FlowLogAction.TransitionTaken,
            { Intervention: 1 } => FlowLogAction.Forwarded,
            { Intervention: 2 } => FlowLogAction.Consulted,
            { Intervention: 3 } => FlowLogAction.ConsultationAnswered,
            { Intervention: 4 } => FlowLogAction.Claimed,
            { Intervention: 5 } => FlowLogAction.Commented,
            { Intervention: 6 } => FlowLogAction.Deleted,
            { Intervention: 7 } => FlowLogAction.Closed,
            { Intervention: 8 } => FlowLogAction.Jumped,
            { Intervention: 9 } => FlowLogAction.AutomationFailed,
            { Intervention: 10 } => FlowLogAction.Withdrawn,
            { IsPerson: false } => _workflow.State(head.State)?.Participants is Domain.Participants.ParticipantSpec.Hook { Waits: true } ? FlowLogAction.AutomationAwaitsAnswer : FlowLogAction.AutomationFailed,
            _ => ByWords(head.Words),
        };
    }

    private static FlowLogAction ByWords(LogWords words) => words switch
    {
        LogWords.StateForced => FlowLogAction.Jumped,
        LogWords.Closed => FlowLogAction.Closed,
        LogWords.Accepted => FlowLogAction.Claimed,
        LogWords.Delivered => FlowLogAction.Forwarded,
        LogWords.NodeAdded => FlowLogAction.Consulted,
        LogWords.NodeEnded => FlowLogAction.ConsultationAnswered,
        _ => FlowLogAction.Commented,
    };

    private bool IsVote(LogHead head) =>
        _workflow.State(head.State) is { HasSeats: true } state && _workflow.Transition(head.Transition)?.Targets().Contains(state.Id) is not true;

    private void Follow(DateTimeOffset createdAt)
    {
        if (_actions is not [FlowLogAction.Submitted, ..])
        {
            _stays.Add(new Stay(1, _heads.Count > 0 ? StateBefore(0) : _current, createdAt));
        }

        for (var index = 0; index < _heads.Count; index++)
        {
            var (head, action) = (_heads[index], _actions[index]);
            var stay = _stays is [.., var last] ? last : null;

            if (_by(head) is { } person)
            {
                stay?.Note(person, action);
            }

            Remember(index, stay);

            if (action is FlowLogAction.Submitted or FlowLogAction.TransitionTaken or FlowLogAction.Jumped or FlowLogAction.Closed or FlowLogAction.Withdrawn)
            {
                stay?.Leave(_at(head));
                _stays.Add(new Stay(_stays.Count + 1, StateAfter(index), _at(head)));
            }
        }
    }

    /// <summary>As decisions of LoonFlow are remembered (<see cref="Step"/>).</summary>
    private void Remember(int index, Stay? stay)
    {
        var head = _heads[index];
        var state = StateBefore(index);
        var number = stay?.Number ?? 0;
        var kind = _workflow.Transition(head.Transition)?.Kind ?? TransitionKind.Other;
        var step = _actions[index] switch
        {
            FlowLogAction.Submitted => new Step(0, state, _by(head), TransitionKind.Other, _at(head)),
            FlowLogAction.TransitionTaken or FlowLogAction.Voted => new Step(number, state, _by(head), kind, _at(head)),
            FlowLogAction.Jumped or FlowLogAction.Withdrawn => new Step(0, state, By: null, TransitionKind.Refuse, _at(head)),
            _ => null,
        };

        if (step is not null && _workflow.Version.FindState(state) is not null)
        {
            _steps.Add(step);
        }
    }
}
