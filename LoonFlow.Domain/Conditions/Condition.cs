using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Conditions;

/// <summary>
/// Whether something holds for a ticket's values: a closed tree, so that nothing that anybody types is ever code.
/// Evaluation is total and bounded; a comparison with a missing value is false.
/// </summary>
public abstract record Condition
{
    private Condition()
    {
    }

    public sealed record All(IReadOnlyList<Condition> Parts) : Condition;

    public sealed record Any(IReadOnlyList<Condition> Parts) : Condition;

    public sealed record Not(Condition Part) : Condition;

    public sealed record Compare(Operand Left, Comparison Operator, Operand Right) : Condition;

    /// <summary>The value, or one of a list of choices or people, is one of the listed ones.</summary>
    public sealed record In(Operand Value, IReadOnlyList<Operand> Listed) : Condition;

    /// <summary>The text, or the list of choices or people, contains the other value.</summary>
    public sealed record Contains(Operand Whole, Operand Part) : Condition;

    /// <summary>Nothing was filled in.</summary>
    public sealed record Empty(string Field) : Condition;
}

/// <summary>How two values are compared.</summary>
public enum Comparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>One side of a comparison.</summary>
public abstract record Operand
{
    private Operand()
    {
    }

    public sealed record Field(string Key) : Operand;

    public sealed record Literal(FieldValue Value) : Operand;

    /// <summary>The sum of a column over the rows of a table; nothing filled in adds nothing.</summary>
    public sealed record Sum(string Table, string Column) : Operand;

    public sealed record Arithmetic(Operand Left, ArithmeticOperator Operator, Operand Right) : Operand;
}

/// <summary>Simple arithmetic on numbers, and days added to and between dates; dividing by zero has no value.</summary>
public enum ArithmeticOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
}
