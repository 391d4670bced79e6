using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Conditions;

/// <summary>
/// Recursive descent. Every method returns null once a problem was found; only the first problem is kept, because
/// what follows it is guesswork.
/// </summary>
internal sealed partial class ConditionParser(IReadOnlyList<ConditionToken> tokens)
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

    /// <summary>Something that has a value, instead of something that holds.</summary>
    public OperandReading ReadFormula()
    {
        var operand = ReadOperand(ReadAny());

        if (operand is not null && Next.Kind is not ConditionTokenKind.End)
        {
            Fail(ConditionProblems.FormulaLeftover(Next.Position, Next.Text));
        }

        return _problem is null ? new OperandReading(operand, null) : new OperandReading(null, _problem);
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
