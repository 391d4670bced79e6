using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Conditions;

/// <summary>
/// Conditions as rows: any of several groups, all rows of a group. No group never holds; a group without rows always does.
/// </summary>
public static class ConditionRows
{
    private const string SumOpening = "sum(";

    /// <summary>The groups of a condition; null when rows cannot say it, as with sums or fields compared with fields.</summary>
    public static IReadOnlyList<IReadOnlyList<ConditionRow>>? Of(Condition condition)
    {
        IReadOnlyList<ConditionRow>?[] groups = [.. Alternatives(condition).Select(Group)];

        return groups.Any(group => group is null) ? null : [.. groups.Select(group => group!)];
    }

    public static Condition Join(IReadOnlyList<IReadOnlyList<ConditionRow>> groups)
    {
        Condition[] joined = [.. groups.Select(group => group is [var only] ? Join(only) : new Condition.All([.. group.Select(Join)]))];

        return joined is [var single] ? single : new Condition.Any(joined);
    }

    /// <summary>By what a row names the sum of a column.</summary>
    public static string KeyOf(Operand.Sum sum) => $"{SumOpening}{sum.Table}.{sum.Column})";

    private static IEnumerable<Condition> Alternatives(Condition condition) =>
        condition is Condition.Any any ? any.Parts.SelectMany(Alternatives) : [condition];

    private static IEnumerable<Condition> Demands(Condition condition) =>
        condition is Condition.All all ? all.Parts.SelectMany(Demands) : [condition];

    private static IReadOnlyList<ConditionRow>? Group(Condition condition)
    {
        ConditionRow?[] rows = [.. Demands(condition).Select(Row)];

        return rows.Contains(null) ? null : [.. rows.Select(row => row!)];
    }

    private static ConditionRow? Row(Condition condition) => condition switch
    {
        Condition.Compare { Left: Operand.Field field, Right: Operand.Literal literal } compare => new ConditionRow(field.Key, Named(compare.Operator), [literal.Value]),
        Condition.Compare { Left: Operand.Sum sum, Right: Operand.Literal literal } compare => new ConditionRow(KeyOf(sum), Named(compare.Operator), [literal.Value]),
        Condition.Compare { Left: Operand.Literal literal, Right: Operand.Sum sum } compare => new ConditionRow(KeyOf(sum), Named(Turned(compare.Operator)), [literal.Value]),
        Condition.Compare { Left: Operand.Literal literal, Right: Operand.Field field } compare => new ConditionRow(field.Key, Named(Turned(compare.Operator)), [literal.Value]),
        Condition.In @in => Listed(@in, RowOperator.In),
        Condition.Not { Part: Condition.In @in } => Listed(@in, RowOperator.NotIn),
        Condition.Contains contains => Containing(contains, RowOperator.Contains),
        Condition.Not { Part: Condition.Contains contains } => Containing(contains, RowOperator.NotContains),
        Condition.Empty empty => new ConditionRow(empty.Field, RowOperator.Empty, []),
        Condition.Not { Part: Condition.Empty empty } => new ConditionRow(empty.Field, RowOperator.NotEmpty, []),
        _ => null,
    };

    private static ConditionRow? Listed(Condition.In @in, RowOperator named) =>
        @in.Value is Operand.Field field && @in.Listed.All(listed => listed is Operand.Literal)
            ? new ConditionRow(field.Key, named, [.. @in.Listed.Cast<Operand.Literal>().Select(literal => literal.Value)])
            : null;

    private static ConditionRow? Containing(Condition.Contains contains, RowOperator named) =>
        contains is { Whole: Operand.Field field, Part: Operand.Literal literal } ? new ConditionRow(field.Key, named, [literal.Value]) : null;

    private static RowOperator Named(Comparison comparison) => comparison switch
    {
        Comparison.Equal => RowOperator.Equal,
        Comparison.NotEqual => RowOperator.NotEqual,
        Comparison.Less => RowOperator.Less,
        Comparison.LessOrEqual => RowOperator.LessOrEqual,
        Comparison.Greater => RowOperator.Greater,
        _ => RowOperator.GreaterOrEqual,
    };

    private static Comparison Turned(Comparison comparison) => comparison switch
    {
        Comparison.Less => Comparison.Greater,
        Comparison.LessOrEqual => Comparison.GreaterOrEqual,
        Comparison.Greater => Comparison.Less,
        Comparison.GreaterOrEqual => Comparison.LessOrEqual,
        _ => comparison,
    };

    private static Operand Asked(string key) =>
        key.StartsWith(SumOpening, StringComparison.Ordinal) && key.EndsWith(')') && key.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
            ? new Operand.Sum(key[SumOpening.Length..dot], key[(dot + 1)..^1])
            : new Operand.Field(key);

    private static Condition Join(ConditionRow row)
    {
        var field = Asked(row.Field);
        Operand[] values = [.. row.Values.Select(value => new Operand.Literal(value))];

        // A row whose value is still missing compares with blank text, with which nothing compares.
        var value = values.Length > 0 ? values[0] : new Operand.Literal(new FieldValue.Text(string.Empty));

        return row.Operator switch
        {
            RowOperator.Equal when CreatorFacts.IsOne(row.Field) => new Condition.Contains(field, value),
            RowOperator.NotEqual when CreatorFacts.IsOne(row.Field) => new Condition.Not(new Condition.Contains(field, value)),
            RowOperator.Equal => new Condition.Compare(field, Comparison.Equal, value),
            RowOperator.NotEqual => new Condition.Compare(field, Comparison.NotEqual, value),
            RowOperator.Less => new Condition.Compare(field, Comparison.Less, value),
            RowOperator.LessOrEqual => new Condition.Compare(field, Comparison.LessOrEqual, value),
            RowOperator.Greater => new Condition.Compare(field, Comparison.Greater, value),
            RowOperator.GreaterOrEqual => new Condition.Compare(field, Comparison.GreaterOrEqual, value),
            RowOperator.In => new Condition.In(field, values),
            RowOperator.NotIn => new Condition.Not(new Condition.In(field, values)),
            RowOperator.Contains => new Condition.Contains(field, value),
            RowOperator.NotContains => new Condition.Not(new Condition.Contains(field, value)),
            RowOperator.NotEmpty => new Condition.Not(new Condition.Empty(row.Field)),
            _ => new Condition.Empty(row.Field),
        };
    }
}
