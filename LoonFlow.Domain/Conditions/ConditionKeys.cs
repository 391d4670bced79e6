namespace LoonFlow.Domain.Conditions;

/// <summary>Conditions and formulas whose fields bear other keys.</summary>
public static class ConditionKeys
{
    /// <summary>The condition with each key as it is called now; the same one where nothing is called otherwise.</summary>
    /// <param name="condition">As it was.</param>
    /// <param name="named">A field's key as it is now.</param>
    /// <param name="column">A column's key as it is now, by its table's key as it was and its own.</param>
    public static Condition Renamed(Condition condition, Func<string, string> named, Func<string, string, string>? column = null)
    {
        return In(condition);

        Condition In(Condition part) => part switch
        {
            Condition.All all => new Condition.All([.. all.Parts.Select(In)]),
            Condition.Any any => new Condition.Any([.. any.Parts.Select(In)]),
            Condition.Not not => new Condition.Not(In(not.Part)),
            Condition.Compare compare => new Condition.Compare(Side(compare.Left), compare.Operator, Side(compare.Right)),
            Condition.In @in => new Condition.In(Side(@in.Value), [.. @in.Listed.Select(Side)]),
            Condition.Contains contains => new Condition.Contains(Side(contains.Whole), Side(contains.Part)),
            Condition.Empty empty => new Condition.Empty(named(empty.Field)),
            _ => part,
        };

        Operand Side(Operand operand) => Renamed(operand, named, column);
    }

    public static Operand Renamed(Operand operand, Func<string, string> named, Func<string, string, string>? column = null) => operand switch
    {
        Operand.Field field => new Operand.Field(named(field.Key)),
        Operand.Sum sum => new Operand.Sum(named(sum.Table), column is null ? sum.Column : column(sum.Table, sum.Column)),
        Operand.Arithmetic by => new Operand.Arithmetic(Renamed(by.Left, named, column), by.Operator, Renamed(by.Right, named, column)),
        _ => operand,
    };
}
