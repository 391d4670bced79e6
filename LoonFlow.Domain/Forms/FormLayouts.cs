using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Forms;

/// <summary>Edits of a form's layout. Rows without fields go; sections and tabs stay until somebody removes them.</summary>
public static class FormLayouts
{
    /// <summary>One tab with one section in which each field has a row: what a form looks like that nobody laid out.</summary>
    public static FormLayout Plain(IEnumerable<FormField> fields) =>
        new([new FormTab(Caption.Empty, [new FormSection(Caption.Empty, [.. fields.OrderBy(field => field.Order).ThenBy(field => field.Id.Value).Select(field => new FormRow([field.Key]))])])]);

    /// <summary>The layout with all of these fields in it: those that it does not place come last, in their order.</summary>
    public static FormLayout Complete(FormLayout? layout, IReadOnlyList<FormField> fields)
    {
        if (layout is null or { Tabs: [] })
        {
            return Plain(fields);
        }

        var placed = Keys(layout).ToHashSet(StringComparer.Ordinal);
        FormRow[] missing = [.. fields.Where(field => !placed.Contains(field.Key)).OrderBy(field => field.Order).ThenBy(field => field.Id.Value).Select(field => new FormRow([field.Key]))];

        if (missing is [])
        {
            return layout;
        }

        var last = layout.Tabs[^1];
        FormSection[] sections = last.Sections is []
            ? [new FormSection(Caption.Empty, missing)]
            : [.. last.Sections.SkipLast(1), last.Sections[^1] with { Rows = [.. last.Sections[^1].Rows, .. missing] }];

        return new FormLayout([.. layout.Tabs.SkipLast(1), last with { Sections = sections }]);
    }

    public static IEnumerable<string> Keys(FormLayout layout) => layout.Tabs.SelectMany(tab => tab.Sections).SelectMany(section => section.Rows).SelectMany(row => row.Keys);

    public static FormLayout EachRow(FormLayout layout, Func<FormRow, FormRow> change) => EachSection(layout, section => section with { Rows = [.. section.Rows.Select(change)] });

    public static FormLayout EachSection(FormLayout layout, Func<FormSection, FormSection> change) =>
        new([.. layout.Tabs.Select(tab => tab with { Sections = [.. tab.Sections.Select(change)] })]);

    public static FormLayout Without(FormLayout layout, string key) => EachSection(layout, section => section with
    {
        Rows = [.. section.Rows.Select(row => row with { Keys = [.. row.Keys.Where(other => other != key)] }).Where(row => row.Keys is not [])],
    });
}
