namespace LoonFlow.Domain.Conditions;

/// <summary>The parts that conditions and formulas consist of.</summary>
internal static class ConditionNodes
{
    /// <summary>Deeper trees than anybody writes could exhaust the stack when they are evaluated or stored.</summary>
    private const int MaxDepth = 200;

    /// <summary>Walks without recursion, because the tree may be too deep for it.</summary>
    public static bool IsTooDeep(object root)
    {
        var waiting = new Stack<(object Node, int Depth)>([(root, 1)]);

        while (waiting.TryPop(out var at))
        {
            if (at.Depth > MaxDepth)
            {
                return true;
            }

            foreach (var part in Parts(at.Node))
            {
                waiting.Push((part, at.Depth + 1));
            }
        }

        return false;
    }

    /// <summary>The tree's node and everything below it, in order.</summary>
    public static IEnumerable<object> Of(object node) => Parts(node).SelectMany(Of).Prepend(node);

    private static IEnumerable<object> Parts(object node) => node switch
    {
        Condition.All all => all.Parts,
        Condition.Any any => any.Parts,
        Condition.Not not => [not.Part],
        Condition.Compare compare => [compare.Left, compare.Right],
        Condition.In @in => [@in.Value, .. @in.Listed],
        Condition.Contains contains => [contains.Whole, contains.Part],
        Operand.Arithmetic by => [by.Left, by.Right],
        _ => [],
    };
}
