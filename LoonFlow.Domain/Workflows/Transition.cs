using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;

namespace LoonFlow.Domain.Workflows;

/// <summary>What taking a transition says. The numbers are the codes of loonflow (spec A.5).</summary>
public enum TransitionKind
{
    Agree = 1,
    Refuse = 2,
    Other = 3,
}

/// <summary>A directed way from one state to another; to people, a button.</summary>
public sealed record Transition
{
    public required TransitionId Id { get; init; }

    public required Caption Name { get; init; }

    public TransitionKind Kind { get; init; } = TransitionKind.Agree;

    public required StateId From { get; init; }

    /// <summary>Where it leads when no branch matches.</summary>
    public required StateId To { get; init; }

    /// <summary>Taken by a timer or another automation only; never offered to people (spec B.19 [R]).</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>Whether required fields must be filled in; off for "return" and the like.</summary>
    public bool RequiresFields { get; init; } = true;

    /// <summary>What to ask before taking it; null asks nothing.</summary>
    public Caption? Confirmation { get; init; }

    /// <summary>The first branch whose condition holds decides where it leads (spec B.12).</summary>
    public IReadOnlyList<Branch> Branches { get; init; } = [];

    /// <summary>How the designer drew it; null lets the chart arrange it.</summary>
    public LineDrawing? Line { get; init; }

    /// <summary>Every state it may lead to.</summary>
    public IEnumerable<StateId> Targets() => Branches.Select(branch => branch.To).Prepend(To);
}

/// <summary>Leads elsewhere when the condition holds.</summary>
public sealed record Branch(Condition When, StateId To)
{
    /// <summary>How the designer drew it; null lets the chart arrange it.</summary>
    public LineDrawing? Line { get; init; }
}
