namespace LoonFlow.Domain.Conditions;

/// <summary>Which fields a condition speaks of, so that one can be warned about fields that do not exist.</summary>
public static class ConditionFields
{
    public static IReadOnlyList<string> Of(Condition condition) => [.. In(condition).Distinct(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Of(Operand operand) => [.. In(operand).Distinct(StringComparer.Ordinal)];

    /// <summary>Those whose values it compares, other than asking whether they are empty.</summary>
    public static IReadOnlyList<string> Compared(Condition condition)
    {
        var asked = Asked(condition).ToHashSet(StringComparer.Ordinal);

        return [.. Of(condition).Where(key => !asked.Contains(key))];
    }

    private static IEnumerable<string> Asked(Condition condition) => condition switch
    {
        Condition.All all => all.Parts.SelectMany(Asked),
        Condition.Any any => any.Parts.SelectMany(Asked),
        Condition.Not not => Asked(not.Part),
        Condition.Empty empty => [empty.Field],
        _ => [],
    };

    private static IEnumerable<string> In(Condition condition) => condition switch
    {
        Condition.All all => all.Parts.SelectMany(In),
        Condition.Any any => any.Parts.SelectMany(In),
        Condition.Not not => In(not.Part),
        Condition.Compare compare => [.. In(compare.Left), .. In(compare.Right)],
        Condition.In @in => [.. In(@in.Value), .. @in.Listed.SelectMany(In)],
        Condition.Contains contains => [.. In(contains.Whole), .. In(contains.Part)],
        Condition.Empty empty => [empty.Field],
        _ => [],
    };

    private static IEnumerable<string> In(Operand operand) => operand switch
    {
        Operand.Field field => [field.Key],
        Operand.Sum sum => [sum.Table],
        Operand.Arithmetic by => [.. In(by.Left), .. In(by.Right)],
        _ => [],
    };
}
