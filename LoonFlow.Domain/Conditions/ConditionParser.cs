using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Conditions;

/// <summary>
/// Recursive descent. Every method returns null once a problem was found; only the first problem is kept, because
/// what follows it is guesswork.
/// </summary>
internal sealed class ConditionParser(IReadOnlyList<ConditionToken> tokens)
{
    private static readonly FieldValue.Text Nothing = new(string.Empty);

    private ConditionProblem? _problem;
    private int _next;
    private int _depth;

    private ConditionToken Next => tokens[_next];

    public ConditionReading Read()
    {
        var condition = ReadCondition(ReadAny());

        if (condition is not null && Next.Kind is not ConditionTokenKind.End)
        {
            Fail(ConditionProblems.Leftover(Next.Position, Next.Text));
        }

        return _problem is null ? new ConditionReading(condition, null) : new ConditionReading(null, _problem);
    }

    private Part? ReadAny() => ReadList(ReadAll, ["or", "||"], parts => new Condition.Any(parts), whole => (whole as Condition.Any)?.Parts);

    private Part? ReadAll() => ReadList(ReadNot, ["and", "&&"], parts => new Condition.All(parts), whole => (whole as Condition.All)?.Parts);

    /// <summary>Parts joined by the same word, flat however they were bracketed; a single part is returned as it is.</summary>
    private Part? ReadList(Func<Part?> read, string[] joints, Func<IReadOnlyList<Condition>, Condition> join, Func<Condition, IReadOnlyList<Condition>?> partsOf)
    {
        var first = read();

        if (first is null || !Next.Is(joints))
        {
            return first;
        }

        var parts = new List<Condition>();

        for (var part = first; ; part = read())
        {
            if (ReadCondition(part) is not { } condition)
            {
                return null;
            }

            parts.AddRange(partsOf(condition) ?? [condition]);

            if (!TakeIf(joints))
            {
                return new Part(first.Position, join(parts), null);
            }
        }
    }

    private Part? ReadNot()
    {
        var position = Next.Position;

        if (!Next.Is("not", "!"))
        {
            return ReadComparison();
        }

        if (!Enter())
        {
            return null;
        }

        _next++;
        var negated = ReadCondition(ReadNot());
        _depth--;

        return negated is null ? null : new Part(position, new Condition.Not(negated), null);
    }

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

    /// <summary>A stored value is never blank, so comparing with blank text or None asks whether there is one.</summary>
    private static Condition Compare(Operand left, Comparison comparison, Operand right) => (left, comparison, right) switch
    {
        (Operand.Field field, Comparison.Equal, Operand.Literal literal) when literal.Value.Equals(Nothing) => new Condition.Empty(field.Key),
        (Operand.Field field, Comparison.NotEqual, Operand.Literal literal) when literal.Value.Equals(Nothing) => new Condition.Not(new Condition.Empty(field.Key)),
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

    private Part? ReadSum() => ReadArithmetic(ReadProduct, "+", "-");

    private Part? ReadProduct() => ReadArithmetic(ReadSign, "*", "/");

    private Part? ReadArithmetic(Func<Part?> read, string first, string second)
    {
        var left = read();

        while (left is not null && Next.Is(first, second))
        {
            var sign = Next;
            _next++;

            if (ReadOperand(left) is not { } one || read() is not { } right || ReadOperand(right) is not { } other)
            {
                return null;
            }

            left = new Part(left.Position, null, new Operand.Arithmetic(one, OperatorOf(sign), other)) { Height = Math.Max(left.Height, right.Height) + 1 };

            // A chain of sums is a tree as high as the chain is long.
            if (left.Height > ConditionText.MaxDepth)
            {
                return Fail<Part>(ConditionProblems.TooDeep(sign.Position, ConditionText.MaxDepth));
            }
        }

        return left;
    }

    private static ArithmeticOperator OperatorOf(ConditionToken sign) => sign.Text switch
    {
        "+" => ArithmeticOperator.Add,
        "-" => ArithmeticOperator.Subtract,
        "*" => ArithmeticOperator.Multiply,
        _ => ArithmeticOperator.Divide,
    };

    private Part? ReadSign()
    {
        var position = Next.Position;

        if (!Next.Is("-"))
        {
            return ReadPrimary();
        }

        if (!Enter())
        {
            return null;
        }

        _next++;
        var operand = ReadOperand(ReadSign());
        _depth--;

        return operand is null ? null : new Part(position, null, Negated(operand));
    }

    private static Operand Negated(Operand operand) => operand switch
    {
        Operand.Literal { Value: FieldValue.Integer integer } => new Operand.Literal(new FieldValue.Integer(-integer.Value)),
        Operand.Literal { Value: FieldValue.Decimal number } => new Operand.Literal(new FieldValue.Decimal(-number.Value)),
        _ => new Operand.Arithmetic(new Operand.Literal(new FieldValue.Integer(0)), ArithmeticOperator.Subtract, operand),
    };

    private Part? ReadPrimary()
    {
        var token = Next;

        if (token.Is("("))
        {
            return ReadBracketed();
        }

        if (token.Is("["))
        {
            return ReadTexts();
        }

        Operand? operand = token switch
        {
            { Kind: ConditionTokenKind.Field } => new Operand.Field(token.Text),
            { Kind: ConditionTokenKind.Literal } => new Operand.Literal(token.Value!),
            _ when token.Is("true", "false") => new Operand.Literal(new FieldValue.Boolean(token.Text == "true")),
            _ when token.Is("none", "null") => new Operand.Literal(Nothing),
            _ => Fail<Operand>(ConditionProblems.ValueExpected(token.Position, token.Text)),
        };

        _next += operand is null ? 0 : 1;

        return operand is null ? null : new Part(token.Position, null, operand);
    }

    private Part? ReadBracketed()
    {
        if (!Enter())
        {
            return null;
        }

        var position = Next.Position;
        _next++;
        var inner = ReadAny();
        _depth--;

        if (inner is null)
        {
            return null;
        }

        return TakeIf(")") ? inner with { Position = position } : Expected<Part>(")");
    }

    private Part? ReadTexts()
    {
        var position = Next.Position;

        if (ReadListed("]") is not { } listed)
        {
            return null;
        }

        string[] texts = [.. listed.OfType<Operand.Literal>().Select(literal => literal.Value).OfType<FieldValue.Text>().Select(text => text.Value)];

        return texts.Length == listed.Count
            ? new Part(position, null, new Operand.Literal(new FieldValue.Texts(texts)))
            : Fail<Part>(ConditionProblems.ValueExpected(position, "["));
    }

    private Condition? ReadCondition(Part? part) => part switch
    {
        null => null,
        { Condition: { } condition } => condition,
        _ => Fail<Condition>(ConditionProblems.ComparisonExpected(part.Position)),
    };

    private Operand? ReadOperand(Part? part) => part switch
    {
        null => null,
        { Operand: { } operand } => operand,
        _ => Fail<Operand>(ConditionProblems.ConditionMisplaced(part.Position)),
    };

    private bool Enter()
    {
        if (_depth >= ConditionText.MaxDepth)
        {
            Fail(ConditionProblems.TooDeep(Next.Position, ConditionText.MaxDepth));
            return false;
        }

        _depth++;

        return true;
    }

    private bool TakeIf(params ReadOnlySpan<string> texts)
    {
        if (!Next.Is(texts))
        {
            return false;
        }

        _next++;

        return true;
    }

    private T? Expected<T>(string text)
        where T : class => Fail<T>(ConditionProblems.TokenExpected(Next.Position, text, Next.Text));

    private T? Fail<T>(ConditionProblem problem)
        where T : class
    {
        Fail(problem);

        return null;
    }

    private void Fail(ConditionProblem problem) => _problem ??= problem;

    /// <summary>A bracket may hold a condition or a sum; which one shows only behind it.</summary>
    private sealed record Part(int Position, Condition? Condition, Operand? Operand)
    {
        public int Height { get; init; }
    }
}
