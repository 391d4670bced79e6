namespace LoonFlow.Domain.Conditions;

/// <summary>Which fields a condition speaks of, so that one can be warned about fields that do not exist.</summary>
public static class ConditionFields
{
    public static IReadOnlyList<string> Of(Condition condition) => [.. In(condition).Distinct(StringComparer.Ordinal)];

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
        Operand.Arithmetic sum => [.. In(sum.Left), .. In(sum.Right)],
        _ => [],
    };
}
