using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Web.Features.Tickets.Forms;

/// <summary>What of a form is drawn now: its entries in their places, without places where nothing stands.</summary>
/// <param name="Head">Entries that stand above the tabs: the title and what LoonFlow knows by itself, where the layout does not place them.</param>
/// <param name="Tabs">The tabs; a single one is drawn without a tab.</param>
public sealed record FormPages(IReadOnlyList<FormEntry> Head, IReadOnlyList<FormPage> Tabs)
{
    public static FormPages Of(FormLayout layout, IReadOnlyList<FormEntry> shown)
    {
        var entries = shown.DistinctBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        var placed = FormLayouts.Keys(layout).ToHashSet(StringComparer.Ordinal);
        FormEntry[] free = [.. shown.Where(entry => !placed.Contains(entry.Key))];
        FormEntry[] head = [.. free.Where(entry => entry.Field is null || entry.Key == BuiltInField.Title)];
        FormEntry[] last = [.. free.Except(head)];
        var used = new HashSet<string>(StringComparer.Ordinal);

        FormPage[] tabs = [.. layout.Tabs.Select(tab => new FormPage(tab.Name, [.. tab.Sections.Select(Part).Where(part => part.Rows is not [])]))];

        if (last is not [])
        {
            var rest = new FormPart(Caption.Empty, Caption.Empty, [.. last.Select(entry => (IReadOnlyList<FormEntry>)[entry])]);
            tabs = tabs is [] ? [new FormPage(Caption.Empty, [rest])] : [.. tabs.SkipLast(1), tabs[^1] with { Parts = [.. tabs[^1].Parts, rest] }];
        }

        return new FormPages(head, [.. tabs.Where(tab => tab.Parts is not [])]);

        FormPart Part(FormSection section) => new(section.Name, section.Help, [.. section.Rows.Select(Row).Where(row => row is not [])]);

        IReadOnlyList<FormEntry> Row(FormRow row) => [.. row.Keys.Where(key => entries.ContainsKey(key) && used.Add(key)).Select(key => entries[key])];
    }
}

/// <summary>One tab of a form as it is drawn.</summary>
public sealed record FormPage(Caption Name, IReadOnlyList<FormPart> Parts)
{
    public bool Has(string key) => Parts.Any(part => part.Rows.Any(row => row.Any(entry => entry.Key == key)));
}

/// <summary>One section as it is drawn, with its entries side by side.</summary>
public sealed record FormPart(Caption Name, Caption Help, IReadOnlyList<IReadOnlyList<FormEntry>> Rows);
