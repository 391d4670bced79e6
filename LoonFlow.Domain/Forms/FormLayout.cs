using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Forms;

/// <summary>Where the fields stand on the form. Fields that it does not place come last, in their order.</summary>
public sealed record FormLayout(IReadOnlyList<FormTab> Tabs);

/// <summary>A page of the form; a single one is drawn without a tab.</summary>
public sealed record FormTab(Caption Name, IReadOnlyList<FormSection> Sections);

/// <summary>Rows under a heading; an empty name draws none.</summary>
public sealed record FormSection(Caption Name, IReadOnlyList<FormRow> Rows)
{
    public Caption Help { get; init; } = Caption.Empty;
}

/// <summary>The keys of the fields that stand side by side.</summary>
public sealed record FormRow(IReadOnlyList<string> Keys)
{
    public const int MaxKeys = 4;
}
