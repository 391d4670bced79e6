using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Conditions;

/// <summary>How a row compares its field with its values.</summary>
public enum RowOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    NotIn,
    Contains,
    NotContains,
    Empty,
    NotEmpty,
}

/// <summary>One line of a condition as designers fill it in: no values for empty and not empty, several for in, else one.</summary>
public sealed record ConditionRow(string Field, RowOperator Operator, IReadOnlyList<FieldValue> Values)
{
    public bool Equals(ConditionRow? other) =>
        other is not null && Field == other.Field && Operator == other.Operator && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Field, Operator, Values.Count);
}
