using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Loonflow;

/// <summary>loonflow's types of transitions (spec A.5).</summary>
internal static class TransitionCodes
{
    public const int Common = 1;
    public const int Timer = 2;

    public static int Of(Transition transition) => transition.IsAutomatic ? Timer : Common;

    /// <summary>After how many seconds the clock takes it; 0 where it does not.</summary>
    public static long Seconds(Transition transition, WorkflowDocument document) => document.States
        .FirstOrDefault(state => state.Id == transition.From)?.Timers
        .FirstOrDefault(timer => Takes(timer, transition.Id)) is { } taking ? (long)taking.After.TotalSeconds : 0;

    public static bool Takes(TimerSetting timer, TransitionId transition) => timer.Action is TimerAction.Take take && take.Transition == transition;
}
