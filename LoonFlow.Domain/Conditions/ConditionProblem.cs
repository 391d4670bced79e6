namespace LoonFlow.Domain.Conditions;

/// <summary>Why a text is no condition: the place counted from 0, a stable code, and an English sentence.</summary>
public sealed record ConditionProblem(int Position, string Code, string Message)
{
    /// <summary>Values for the translated sentence, in the order of its placeholders.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}
