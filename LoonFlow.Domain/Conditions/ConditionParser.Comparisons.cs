namespace LoonFlow.Domain.Conditions;

/// <summary>Comparisons: by sign, by word, in chains.</summary>
internal sealed partial class ConditionParser
{
    private Part? ReadComparison()
    {
        var left = ReadSum();

        if (left is null || !(Next.Is("in", "contains", "is", "not") || ComparisonOf(Next) is not null))
        {
            return left;
        }

        if (ReadOperand(left) is not { } operand)
        {
            return null;
        }

        var condition = ComparisonOf(Next) is null ? ReadWordComparison(left.Position, operand) : ReadChain(operand);

        return condition is null ? null : new Part(left.Position, condition, null);
    }

    private static Comparison? ComparisonOf(ConditionToken token) => token.Kind is not ConditionTokenKind.Symbol ? null : token.Text switch
    {
        "==" or "=" => Comparison.Equal,
        "!=" or "<>" => Comparison.NotEqual,
        "<" => Comparison.Less,
        "<=" => Comparison.LessOrEqual,
        ">" => Comparison.Greater,
        ">=" => Comparison.GreaterOrEqual,
        _ => null,
    };

    /// <summary>One comparison, or a chain such as 3 &lt; days &lt;= 5, which means both.</summary>
    private Condition? ReadChain(Operand left)
    {
        var compared = new List<Condition>();

        while (ComparisonOf(Next) is { } comparison)
        {
            _next++;

            if (ReadOperand(ReadSum()) is not { } right)
            {
                return null;
            }

            compared.Add(Compare(left, comparison, right));
            left = right;
        }

        return compared is [var only] ? only : new Condition.All(compared);
    }

    /// <summary>
    /// A stored value is never blank, so comparing with blank text or None asks whether there is one. What is known of
    /// the creator are lists, so "is" means "is one of".
    /// </summary>
    private static Condition Compare(Operand left, Comparison comparison, Operand right) => (left, comparison, right) switch
    {
        (Operand.Literal, Comparison.Equal or Comparison.NotEqual, Operand.Field field) when CreatorFacts.IsOne(field.Key) => Compare(right, comparison, left),
        (Operand.Field field, Comparison.Equal, Operand.Literal literal) when literal.Value.Equals(Nothing) => new Condition.Empty(field.Key),
        (Operand.Field field, Comparison.NotEqual, Operand.Literal literal) when literal.Value.Equals(Nothing) => new Condition.Not(new Condition.Empty(field.Key)),
        (Operand.Field field, Comparison.Equal, Operand.Literal) when CreatorFacts.IsOne(field.Key) => new Condition.Contains(left, right),
        (Operand.Field field, Comparison.NotEqual, Operand.Literal) when CreatorFacts.IsOne(field.Key) => new Condition.Not(new Condition.Contains(left, right)),
        _ => new Condition.Compare(left, comparison, right),
    };

    private Condition? ReadWordComparison(int position, Operand left)
    {
        var negated = TakeIf("not");

        var condition = TakeIf("in") ? ReadIn(left)
            : TakeIf("contains") ? ReadContains(left)
            : !negated && TakeIf("is") ? ReadEmpty(position, left, out negated)
            : Expected<Condition>("in");

        return condition is not null && negated ? new Condition.Not(condition) : condition;
    }

    private Condition? ReadIn(Operand value)
    {
        var closing = Next.Is("(") ? ")" : Next.Is("[") ? "]" : null;

        // `"1" in devices`, as Python says it
        if (closing is null)
        {
            return ReadOperand(ReadSum()) is { } whole ? new Condition.Contains(whole, value) : null;
        }

        return ReadListed(closing) is { } listed ? new Condition.In(value, listed) : null;
    }

    private List<Operand>? ReadListed(string closing)
    {
        var listed = new List<Operand>();
        _next++;

        while (!TakeIf(closing))
        {
            if (ReadOperand(ReadSum()) is not { } operand)
            {
                return null;
            }

            listed.Add(operand);

            if (!TakeIf(",") && !Next.Is(closing))
            {
                return Expected<List<Operand>>(closing);
            }
        }

        return listed;
    }

    private Condition? ReadContains(Operand whole) => ReadOperand(ReadSum()) is { } part ? new Condition.Contains(whole, part) : null;

    private Condition? ReadEmpty(int position, Operand operand, out bool negated)
    {
        negated = TakeIf("not");

        if (!TakeIf("empty", "none", "null"))
        {
            return Expected<Condition>("empty");
        }

        return operand is Operand.Field field ? new Condition.Empty(field.Key) : Fail<Condition>(ConditionProblems.FieldExpected(position));
    }
}
