using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Conditions;

public enum SuggestionKind
{
    Field,
    Operator,
    Value,

    /// <summary>What joins two comparisons.</summary>
    Joint,
}

/// <summary>Something that may be written next in a condition's text.</summary>
/// <param name="Insert">What is written.</param>
/// <param name="Name">What it means to people.</param>
/// <param name="Kind">What it is.</param>
public sealed record ConditionSuggestion(string Insert, Caption Name, SuggestionKind Kind);
