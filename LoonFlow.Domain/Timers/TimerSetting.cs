using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Timers;

/// <summary>What happens by itself when a ticket stays in a state for so long (spec B.19).</summary>
public sealed record TimerSetting
{
    /// <summary>Names it within its state.</summary>
    public required int Number { get; init; }

    public required TimerAction Action { get; init; }

    /// <summary>From the arrival in the state to the first firing.</summary>
    public required TimeSpan After { get; init; }

    /// <summary>Whether times are counted in the working hours of the workflow's calendar.</summary>
    public bool InBusinessTime { get; init; }

    /// <summary>Whether the clock stands still while somebody was consulted and has not answered.</summary>
    public bool PausesForConsultation { get; init; }
}

/// <summary>What a timer does.</summary>
public abstract record TimerAction
{
    private TimerAction()
    {
    }

    /// <summary>Takes a transition of the state as the engine: a timer transition, or agreeing or refusing at the deadline.</summary>
    public sealed record Take(TransitionId Transition) : TimerAction;

    /// <summary>Reminds those who must act, so many times in all, one interval apart.</summary>
    public sealed record Remind(int Times, TimeSpan Every) : TimerAction;

    /// <summary>Asks somebody else as well, or instead of those who must act.</summary>
    public sealed record Escalate(EscalationTarget To, bool Replaces) : TimerAction;
}

/// <summary>To whom a ticket goes that waited too long.</summary>
public abstract record EscalationTarget
{
    private EscalationTarget()
    {
    }

    /// <summary>The leaders of those who must act (spec B.7).</summary>
    public sealed record Leader : EscalationTarget;

    public sealed record Roles(IReadOnlyList<RoleId> Ids) : EscalationTarget;

    public sealed record People(IReadOnlyList<UserId> Ids) : EscalationTarget;

    /// <summary>Those who administer the workflow, or else the installation.</summary>
    public sealed record Administrators : EscalationTarget;
}
