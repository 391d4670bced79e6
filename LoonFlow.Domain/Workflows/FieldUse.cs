using LoonFlow.Domain.Notifications;

namespace LoonFlow.Domain.Workflows;

/// <summary>In which way something speaks of a field.</summary>
public enum FieldUseKind
{
    /// <summary>A state shows it.</summary>
    Access,

    /// <summary>Those who may only view see it.</summary>
    Display,

    /// <summary>It has a place on the form.</summary>
    Layout,

    /// <summary>A branch of a transition asks for it.</summary>
    Branch,

    /// <summary>Another field is shown by it.</summary>
    ShowWhen,

    /// <summary>Another field is required by it.</summary>
    RequireWhen,

    /// <summary>Another field is worked out from it.</summary>
    Formula,

    /// <summary>The choices of another field follow it.</summary>
    Cascade,

    /// <summary>A check between fields asks for it.</summary>
    Check,

    /// <summary>It names those who act in a state.</summary>
    Participants,

    /// <summary>The template of titles has a place for it.</summary>
    Title,

    /// <summary>The words of a notice have a place for it.</summary>
    Notice,

    /// <summary>Child tickets are started by it, called after it, or share it.</summary>
    Children,
}

/// <summary>One place that speaks of a field, and where that is.</summary>
public sealed record FieldUse(FieldUseKind Kind)
{
    public StateId? State { get; init; }

    public TransitionId? Transition { get; init; }

    /// <summary>The key of another field.</summary>
    public string? Field { get; init; }

    public NoticeEvent? Notice { get; init; }
}
