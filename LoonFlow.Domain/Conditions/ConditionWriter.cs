using System.Globalization;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Conditions;

internal static class ConditionWriter
{
    public static string Write(Condition condition) => WriteFlat(Flat(condition));

    /// <summary>Without brackets that change nothing: lists of one, and lists within lists of the same kind.</summary>
    private static Condition Flat(Condition condition) => condition switch
    {
        Condition.All all => Flat(all.Parts, part => (part as Condition.All)?.Parts) is var parts && parts is [var only] ? only : new Condition.All(parts),
        Condition.Any any => Flat(any.Parts, part => (part as Condition.Any)?.Parts) is var parts && parts is [var only] ? only : new Condition.Any(parts),
        Condition.Not not => new Condition.Not(Flat(not.Part)),
        _ => condition,
    };

    private static Condition[] Flat(IReadOnlyList<Condition> parts, Func<Condition, IReadOnlyList<Condition>?> partsOf) =>
        [.. parts.Select(Flat).SelectMany(part => partsOf(part) ?? [part])];

    private static string WriteFlat(Condition condition) => condition switch
    {
        Condition.All { Parts: [] } => "1 == 1",
        Condition.Any { Parts: [] } => "1 == 0",
        Condition.All all => string.Join(" and ", all.Parts.Select(Bracketed)),
        Condition.Any any => string.Join(" or ", any.Parts.Select(WriteFlat)),
        Condition.Not { Part: Condition.Empty empty } => $"{Field(empty.Field)} is not empty",
        Condition.Not { Part: Condition.In @in } => $"{Write(@in.Value)} not in {Listed(@in.Listed)}",
        Condition.Not { Part: Condition.Contains contains } => $"{Write(contains.Whole)} not contains {Write(contains.Part)}",
        Condition.Not not => $"not ({WriteFlat(not.Part)})",
        Condition.Compare compare => $"{Write(compare.Left)} {Sign(compare.Operator)} {Write(compare.Right)}",
        Condition.In @in => $"{Write(@in.Value)} in {Listed(@in.Listed)}",
        Condition.Contains contains => $"{Write(contains.Whole)} contains {Write(contains.Part)}",
        Condition.Empty empty => $"{Field(empty.Field)} is empty",
        _ => string.Empty,
    };

    private static string Bracketed(Condition part) => part is Condition.Any { Parts: [_, ..] } ? $"({WriteFlat(part)})" : WriteFlat(part);

    private static string Listed(IReadOnlyList<Operand> operands) => $"({string.Join(", ", operands.Select(Write))})";

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "==",
        Comparison.NotEqual => "!=",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Greater => ">",
        _ => ">=",
    };

    public static string Write(Operand operand) => operand switch
    {
        Operand.Field field => Field(field.Key),
        Operand.Sum sum => $"sum({Field($"{sum.Table}.{sum.Column}")})",
        Operand.Literal literal => Literal(literal.Value),
        Operand.Arithmetic by => $"{Inner(by.Left)} {Sign(by.Operator)} {Inner(by.Right)}",
        _ => string.Empty,
    };

    private static string Inner(Operand operand) => operand is Operand.Arithmetic ? $"({Write(operand)})" : Write(operand);

    private static string Sign(ArithmeticOperator arithmetic) => arithmetic switch
    {
        ArithmeticOperator.Add => "+",
        ArithmeticOperator.Subtract => "-",
        ArithmeticOperator.Multiply => "*",
        _ => "/",
    };

    internal static string Field(string key) => IsPlain(key) ? key : $"{{{key}}}";

    private static bool IsPlain(string key) =>
        !ConditionText.Keywords.Contains(key)
        && key.Split('.').All(part => part.Length > 0 && ConditionLexer.IsWordStart(part[0]) && part.All(character => ConditionLexer.IsWordStart(character) || char.IsDigit(character)));

    private static string Literal(FieldValue value) => value switch
    {
        FieldValue.Text text => Quoted(text.Value),
        FieldValue.Integer integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        FieldValue.Decimal number => number.Value.ToString(CultureInfo.InvariantCulture),
        FieldValue.Boolean boolean => boolean.Value ? "true" : "false",
        FieldValue.Date date => Quoted(date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        FieldValue.Moment moment => Quoted(moment.Value.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        FieldValue.Texts texts => $"[{string.Join(", ", texts.Values.Select(Quoted))}]",
        _ => "\"\"",
    };

    internal static string Quoted(string text) =>
        $"\"{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal).Replace("\r", @"\r", StringComparison.Ordinal).Replace("\t", @"\t", StringComparison.Ordinal)}\"";
}
