using LoonFlow.Domain.Timers;

namespace LoonFlow.Domain.Workflows;

/// <summary>Timers that take a transition go with it: there is nothing left that they could take.</summary>
public static class TransitionTimers
{
    /// <summary>Without the timers that take one of these transitions.</summary>
    public static WorkflowDocument Without(WorkflowDocument document, IReadOnlySet<TransitionId> gone) => document with
    {
        States =
        [
            .. document.States.Select(state => state.Timers.Any(timer => Takes(timer, gone))
                ? state with { Timers = [.. state.Timers.Where(timer => !Takes(timer, gone))] }
                : state),
        ],
    };

    private static bool Takes(TimerSetting timer, IReadOnlySet<TransitionId> gone) => timer.Action is TimerAction.Take take && gone.Contains(take.Transition);
}
