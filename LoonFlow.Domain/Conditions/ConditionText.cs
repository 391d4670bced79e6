namespace LoonFlow.Domain.Conditions;

/// <summary>
/// Conditions as designers type them: <c>days &gt; 3 and (leave_type in ("1", "2") or not urgent == true)</c>. Also takes
/// what loonflow's designers wrote: fields in braces, triple quotes, <c>&amp;&amp;</c> and <c>||</c>, a single <c>=</c>, chained comparisons.
/// </summary>
public static class ConditionText
{
    public const int MaxLength = 4_000;
    public const int MaxDepth = 64;

    internal static readonly IReadOnlySet<string> Keywords = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "and", "or", "not", "in", "contains", "is", "empty", "none", "null", "true", "false",
    };

    public static ConditionReading Read(string text)
    {
        if (text.Length > MaxLength)
        {
            return new ConditionReading(null, ConditionProblems.TooLong(MaxLength));
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return new ConditionReading(null, ConditionProblems.Blank());
        }

        var tokens = ConditionLexer.Read(text, out var problem);

        return problem is null ? new ConditionParser(tokens).Read() : new ConditionReading(null, problem);
    }

    /// <summary>Reads what has a value: <c>sum(items.amount) * 1.06</c>.</summary>
    public static OperandReading ReadFormula(string text)
    {
        if (text.Length > MaxLength)
        {
            return new OperandReading(null, ConditionProblems.TooLong(MaxLength));
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return new OperandReading(null, ConditionProblems.FormulaBlank());
        }

        var tokens = ConditionLexer.Read(text, out var problem);

        return problem is null ? new ConditionParser(tokens).ReadFormula() : new OperandReading(null, problem);
    }

    public static string Write(Operand formula) => ConditionWriter.Write(formula);

    /// <summary>The one canonical text of a condition; reading it gives a condition that holds for the same values.</summary>
    public static string Write(Condition condition) => ConditionWriter.Write(condition);
}
