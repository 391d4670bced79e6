using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;

namespace LoonFlow.Domain.Forms;

/// <summary>Names one field of one workflow for ever; the same in every version.</summary>
public readonly record struct FieldId(long Value);

/// <summary>One field that a workflow asks for (spec A.3).</summary>
public sealed record FormField
{
    public const int MaxKeyLength = 50;

    public required FieldId Id { get; init; }

    /// <summary>How values, conditions, templates and callers name it; unique in its workflow and not reserved (spec A.6).</summary>
    public required string Key { get; init; }

    public required Caption Name { get; init; }

    public required FieldType Type { get; init; }

    /// <summary>Position on the form, merged with the positions of the built-in fields.</summary>
    public int Order { get; init; }

    public Caption Help { get; init; } = Caption.Empty;

    /// <summary>What a form starts with; never filled in by the engine itself.</summary>
    public string? Default { get; init; }

    /// <summary>The text that a text area starts with, or a hint of what to write.</summary>
    public Caption Template { get; init; } = Caption.Empty;

    /// <summary>What may be chosen, in order; empty for types without choices.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>How "yes" and "no" of a Boolean read here.</summary>
    public Caption? TrueCaption { get; init; }

    public Caption? FalseCaption { get; init; }

    /// <summary>What an empty control shows as an example.</summary>
    public Caption Placeholder { get; init; } = Caption.Empty;

    /// <summary>Which values of its type are accepted.</summary>
    public ValueLimits Limits { get; init; } = ValueLimits.None;

    /// <summary>Works the value out of other fields on every change; such a field is never filled in. A column's formula speaks of its row.</summary>
    public Operand? Formula { get; init; }

    /// <summary>Shown only while this holds; a field that is not shown keeps its value and is never required.</summary>
    public Condition? ShowWhen { get; init; }

    /// <summary>Required also where its state does not say so, while this holds.</summary>
    public Condition? RequireWhen { get; init; }

    /// <summary>The key of another field of choices: what is chosen there decides which of these are offered (<see cref="Choice.Under"/>).</summary>
    public string? CascadesFrom { get; init; }

    /// <summary>What each row of a table holds, in order; empty for other types.</summary>
    public IReadOnlyList<FormField> Columns { get; init; } = [];

    /// <summary>On a column of numbers: whether the table shows its sum.</summary>
    public bool ShowsSum { get; init; }

    /// <summary>Free JSON for callers.</summary>
    public string Label { get; init; } = string.Empty;

    public bool TakesChoices => Type is FieldType.Radio or FieldType.Checkbox or FieldType.Select or FieldType.MultiSelect;

    public bool TakesSeveral => Type is FieldType.Checkbox or FieldType.MultiSelect or FieldType.Users or FieldType.Attachment;

    public bool TakesNumbers => Type is FieldType.Integer or FieldType.Decimal;

    public bool TakesPeople => Type is FieldType.User or FieldType.Users;
}

/// <summary>One thing that may be chosen: the key that is stored, and what people read.</summary>
public sealed record Choice(string Key, Caption Name)
{
    /// <summary>The keys of the choices, of the field that this one cascades from, under which it is offered; none offers it always.</summary>
    public IReadOnlyList<string> Under { get; init; } = [];
}
