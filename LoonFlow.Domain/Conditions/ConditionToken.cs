using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Conditions;

internal enum ConditionTokenKind
{
    End,
    Word,
    Field,
    Literal,
    Symbol,
}

/// <summary>One word or sign of a condition's text; words are in lower case unless they name a field.</summary>
internal readonly record struct ConditionToken(ConditionTokenKind Kind, int Position, string Text, FieldValue? Value = null)
{
    public bool Is(params ReadOnlySpan<string> texts) => Kind is ConditionTokenKind.Word or ConditionTokenKind.Symbol && texts.Contains(Text);
}
