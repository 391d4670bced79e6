using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Timers;

namespace LoonFlow.Domain.Workflows;

/// <summary>What part a state plays in its workflow. The numbers are the codes of loonflow (spec A.5).</summary>
public enum StateKind
{
    Normal = 0,
    Start = 1,
    End = 2,
}

/// <summary>What happens when nobody active is left to act in a state (spec B.7 [R]).</summary>
public enum EmptyParticipants
{
    /// <summary>The move is refused and nothing changes.</summary>
    Refuse,

    /// <summary>The ticket goes to those who administer the workflow.</summary>
    Administrators,
}

/// <summary>One step of a workflow: who acts, how work is shared out, what of the form they see and fill in.</summary>
public sealed record State
{
    public required StateId Id { get; init; }

    public required Caption Name { get; init; }

    public StateKind Kind { get; init; }

    /// <summary>Position in the list of steps.</summary>
    public int Order { get; init; }

    /// <summary>Left out of the list of steps unless a ticket is in it.</summary>
    public bool IsHidden { get; init; }

    public ParticipantSpec Participants { get; init; } = new ParticipantSpec.None();

    public Distribution Distribution { get; init; } = Distribution.Claim;

    public EmptyParticipants WhenEmpty { get; init; }

    /// <summary>On return, whoever took a transition here last is asked again instead of the whole group (spec B.14).</summary>
    public bool RemembersLastHandler { get; init; }

    /// <summary>Whether the creator may withdraw a ticket that is here.</summary>
    public bool AllowsWithdrawal { get; init; }

    /// <summary>What happens by itself while a ticket stays here (spec B.19).</summary>
    public IReadOnlyList<TimerSetting> Timers { get; init; } = [];

    /// <summary>Access by field key, built-in fields included. An empty map shows every field read-only.</summary>
    public IReadOnlyDictionary<string, FieldAccess> Access { get; init; } = new Dictionary<string, FieldAccess>(StringComparer.Ordinal);

    /// <summary>Free JSON for callers.</summary>
    public string Label { get; init; } = string.Empty;

    /// <summary>Where the designer drew it; null lets the chart arrange it.</summary>
    public Position? Position { get; init; }

    /// <summary>Whether the engine, not a person, moves a ticket on from here.</summary>
    public bool IsAutomatic => Participants is ParticipantSpec.Script or ParticipantSpec.Engine;
}

/// <summary>A point on the canvas, in pixels at 100 %.</summary>
public sealed record Position(double X, double Y);
