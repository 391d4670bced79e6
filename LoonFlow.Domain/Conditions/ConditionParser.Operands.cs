using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Conditions;

/// <summary>What is compared: fields, constants, sums, and what stands in brackets.</summary>
internal sealed partial class ConditionParser
{
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
        var negated = ReadSign();
        var operand = ReadOperand(negated);
        _depth--;

        return operand is null ? null : new Part(position, null, Negated(operand)) { Height = negated!.Height + 1 };
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

        if (token is { Kind: ConditionTokenKind.Field, Text: "sum" } && tokens[_next + 1].Is("("))
        {
            return ReadColumnSum();
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

    /// <summary><c>sum(items.amount)</c>: a table's key and the key of its column.</summary>
    private Part? ReadColumnSum()
    {
        var position = Next.Position;
        _next += 2;
        var named = Next;
        var dot = named.Kind is ConditionTokenKind.Field ? named.Text.LastIndexOf('.') : -1;

        if (dot <= 0 || dot == named.Text.Length - 1)
        {
            return Expected<Part>("table.column");
        }

        _next++;

        return TakeIf(")") ? new Part(position, null, new Operand.Sum(named.Text[..dot], named.Text[(dot + 1)..])) : Expected<Part>(")");
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

        // Lists do not nest, but a text of nothing but brackets must not exhaust the stack before that shows.
        if (!Enter() || ReadListed("]") is not { } listed)
        {
            return null;
        }

        _depth--;

        string[] texts = [.. listed.OfType<Operand.Literal>().Select(literal => literal.Value).OfType<FieldValue.Text>().Select(text => text.Value)];

        return texts.Length == listed.Count
            ? new Part(position, null, new Operand.Literal(new FieldValue.Texts(texts)))
            : Fail<Part>(ConditionProblems.ValueExpected(position, "["));
    }
}
