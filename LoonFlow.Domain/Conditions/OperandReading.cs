using System.Diagnostics.CodeAnalysis;

namespace LoonFlow.Domain.Conditions;

/// <summary>A formula that was read, or the first problem with its text.</summary>
public sealed record OperandReading(Operand? Operand, ConditionProblem? Problem)
{
    [MemberNotNullWhen(true, nameof(Operand))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Operand is not null;
}
