using System.Globalization;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Conditions;

/// <summary>Whether a condition holds: total (never throws), typed, and bounded by the size of the tree (spec B.12 [R]).</summary>
public static class ConditionRules
{
    private static readonly string[] DateFormats =
    [
        "yyyy-M-d", "yyyy/M/d", "yyyy-M-d H:m", "yyyy-M-d H:m:s", "yyyy-M-d'T'H:m", "yyyy-M-d'T'H:m:s", "yyyy-M-d'T'H:m:sK", "yyyy-M-d'T'H:m:s.FFFFFFFK",
    ];

    /// <param name="condition">What is asked.</param>
    /// <param name="valueOf">The value of a field by its key; null when nothing was filled in.</param>
    public static bool Holds(Condition condition, Func<string, FieldValue?> valueOf) => condition switch
    {
        Condition.All all => all.Parts.All(part => Holds(part, valueOf)),
        Condition.Any any => any.Parts.Any(part => Holds(part, valueOf)),
        Condition.Not not => !Holds(not.Part, valueOf),
        Condition.Compare compare => Compares(Value(compare.Left, valueOf), compare.Operator, Value(compare.Right, valueOf)),
        Condition.In @in => Value(@in.Value, valueOf) is { } value && @in.Listed.Any(listed => IsIn(value, Value(listed, valueOf))),
        Condition.Contains contains => Includes(Value(contains.Whole, valueOf), Value(contains.Part, valueOf)),
        Condition.Empty empty => valueOf(empty.Field) is null or { IsEmpty: true },
        _ => false,
    };

    /// <summary>One value is in a list when it is one of the listed, several are when any of them is.</summary>
    private static bool IsIn(FieldValue value, FieldValue? listed) => Order(value, listed) == 0 || (value is FieldValue.Texts && Includes(value, listed));

    private static bool Compares(FieldValue? left, Comparison comparison, FieldValue? right) => (Order(left, right), comparison) switch
    {
        (null, Comparison.NotEqual) => (left, right) is (FieldValue.Texts, FieldValue.Texts),
        (null, _) => false,
        (var order, Comparison.Equal) => order == 0,
        (var order, Comparison.NotEqual) => order != 0,
        (var order, Comparison.Less) => order < 0,
        (var order, Comparison.LessOrEqual) => order <= 0,
        (var order, Comparison.Greater) => order > 0,
        (var order, Comparison.GreaterOrEqual) => order >= 0,
        _ => false,
    };

    private static bool Includes(FieldValue? whole, FieldValue? part) => (whole, part) switch
    {
        (FieldValue.Texts texts, { } sought) => texts.Values.Any(text => Order(new FieldValue.Text(text), sought) == 0),
        (FieldValue.Text text, FieldValue.Text sought) => text.Value.Contains(sought.Value, StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>What an operand comes to; null when something that it needs was not filled in, or cannot be calculated.</summary>
    public static FieldValue? Value(Operand operand, Func<string, FieldValue?> valueOf) => operand switch
    {
        Operand.Field field => valueOf(field.Key) is { IsEmpty: false } value ? value : null,
        Operand.Literal literal => literal.Value,
        Operand.Sum sum => Sum(valueOf(sum.Table), sum.Column),
        Operand.Arithmetic arithmetic => Calculated(Value(arithmetic.Left, valueOf), arithmetic.Operator, Value(arithmetic.Right, valueOf)),
        _ => null,
    };

    private static FieldValue.Decimal? Sum(FieldValue? table, string column)
    {
        try
        {
            return table switch
            {
                null => new FieldValue.Decimal(0),
                FieldValue.Rows rows => new FieldValue.Decimal(rows.Values.Sum(row => Number(row[column]) ?? 0)),
                _ => null,
            };
        }
        catch (OverflowException)
        {
            // As with arithmetic: beyond what can be represented there is no value.
            return null;
        }
    }

    private static FieldValue? Calculated(FieldValue? left, ArithmeticOperator by, FieldValue? right)
    {
        try
        {
            return (left, by, right) switch
            {
                (FieldValue.Date a, ArithmeticOperator.Subtract, FieldValue.Date b) => new FieldValue.Integer(a.Value.DayNumber - b.Value.DayNumber),
                (FieldValue.Moment a, ArithmeticOperator.Subtract, FieldValue.Moment b) => new FieldValue.Decimal((decimal)(a.Value - b.Value).TotalDays),
                (FieldValue.Date a, ArithmeticOperator.Add, _) when Number(right) is { } days => new FieldValue.Date(a.Value.AddDays(decimal.ToInt32(days))),
                (FieldValue.Date a, ArithmeticOperator.Subtract, _) when Number(right) is { } days => new FieldValue.Date(a.Value.AddDays(-decimal.ToInt32(days))),
                (FieldValue.Moment a, ArithmeticOperator.Add, _) when Number(right) is { } days => new FieldValue.Moment(a.Value.AddDays((double)days)),
                (FieldValue.Moment a, ArithmeticOperator.Subtract, _) when Number(right) is { } days => new FieldValue.Moment(a.Value.AddDays(-(double)days)),
                _ when Number(left) is { } one && Number(right) is { } other && Calculated(one, by, other) is { } number => new FieldValue.Decimal(number),
                _ => null,
            };
        }
        catch (Exception beyond) when (beyond is OverflowException or ArgumentOutOfRangeException)
        {
            // A number or a day beyond what can be represented is no value, like a division by zero.
            return null;
        }
    }

    private static decimal? Calculated(decimal left, ArithmeticOperator by, decimal right) => by switch
    {
        ArithmeticOperator.Add => left + right,
        ArithmeticOperator.Subtract => left - right,
        ArithmeticOperator.Multiply => left * right,
        ArithmeticOperator.Divide when right != 0 => left / right,
        _ => null,
    };

    /// <summary>Below, equal or above; null when the two cannot be compared.</summary>
    private static int? Order(FieldValue? left, FieldValue? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (FieldValue.Text a, FieldValue.Text b) => string.CompareOrdinal(a.Value, b.Value),
        (FieldValue.Boolean a, FieldValue.Boolean b) => a.Value.CompareTo(b.Value),
        (FieldValue.Boolean a, FieldValue.Integer b) => (a.Value ? 1L : 0L).CompareTo(b.Value),
        (FieldValue.Integer a, FieldValue.Boolean b) => a.Value.CompareTo(b.Value ? 1L : 0L),
        (FieldValue.Date a, FieldValue.Date b) => a.Value.CompareTo(b.Value),
        (FieldValue.Date a, FieldValue.Text b) => Moment(b)?.UtcDateTime is { } moment ? a.Value.CompareTo(DateOnly.FromDateTime(moment)) : null,
        (FieldValue.Text, FieldValue.Date) => -Order(right, left),
        (FieldValue.Moment a, FieldValue.Moment b) => a.Value.CompareTo(b.Value),
        (FieldValue.Moment a, FieldValue.Text b) => Moment(b) is { } moment ? a.Value.CompareTo(moment) : null,
        (FieldValue.Text, FieldValue.Moment) => -Order(right, left),
        (FieldValue.Texts a, FieldValue.Texts b) => a.Values.ToHashSet(StringComparer.Ordinal).SetEquals(b.Values) ? 0 : null,
        _ => Number(left) is { } a && Number(right) is { } b ? a.CompareTo(b) : null,
    };

    /// <summary>Numbers, and text that reads as one: old forms keep days in text fields.</summary>
    private static decimal? Number(FieldValue? value) => value switch
    {
        FieldValue.Integer integer => integer.Value,
        FieldValue.Decimal number => number.Value,
        FieldValue.Text text when decimal.TryParse(text.Value, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>Whole dates only: a time alone or a date without a year would be read as of today.</summary>
    private static DateTimeOffset? Moment(FieldValue.Text text) =>
        DateTimeOffset.TryParseExact(text.Value.Trim(), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
