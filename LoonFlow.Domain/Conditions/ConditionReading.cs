using System.Diagnostics.CodeAnalysis;

namespace LoonFlow.Domain.Conditions;

/// <summary>What became of a text: a condition, or the first problem in it.</summary>
public sealed record ConditionReading(Condition? Condition, ConditionProblem? Problem)
{
    [MemberNotNullWhen(true, nameof(Condition))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Condition is not null;
}
