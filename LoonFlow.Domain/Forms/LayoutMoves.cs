namespace LoonFlow.Domain.Forms;

/// <summary>Where on a form a field is dropped: counted from 0, in the layout as it was before.</summary>
/// <param name="Tab">Which tab.</param>
/// <param name="Section">Which section of it.</param>
/// <param name="Row">Which row of it; for a new one, the row that it comes before.</param>
/// <param name="Column">Which place in the row; null for a row of its own.</param>
public sealed record LayoutPlace(int Tab, int Section, int Row, int? Column);

/// <summary>Which way a field is moved by keyboard.</summary>
public enum LayoutDirection
{
    Up,
    Down,
    Left,
    Right,
}

/// <summary>Moves fields about a form.</summary>
public static class LayoutMoves
{
    /// <summary>Stands for the moved field until its old place is cleared; no key is empty.</summary>
    private const string Moved = "";

    /// <summary>The field in another place; a full row, or one that is not there, gives it a row of its own.</summary>
    public static FormLayout To(FormLayout layout, string key, LayoutPlace place)
    {
        var tab = Math.Clamp(place.Tab, 0, layout.Tabs.Count - 1);
        var tabs = layout.Tabs.ToArray();
        FormSection[] sections = tabs[tab].Sections is [] ? [new FormSection(Common.Caption.Empty, [])] : [.. tabs[tab].Sections];
        var section = Math.Clamp(place.Section, 0, sections.Length - 1);

        sections[section] = sections[section] with { Rows = Put(sections[section].Rows, key, place) };
        tabs[tab] = tabs[tab] with { Sections = sections };

        return FormLayouts.EachRow(FormLayouts.Without(new FormLayout(tabs), key), row => row with { Keys = [.. row.Keys.Select(other => other == Moved ? key : other)] });
    }

    /// <summary>At the end of a tab.</summary>
    public static FormLayout ToTab(FormLayout layout, string key, int tab)
    {
        var sections = layout.Tabs[Math.Clamp(tab, 0, layout.Tabs.Count - 1)].Sections;
        var last = Math.Max(0, sections.Count - 1);

        return To(layout, key, new LayoutPlace(tab, last, sections is [] ? 0 : sections[last].Rows.Count, Column: null));
    }

    /// <summary>One step: up and down between rows, sections and tabs; left and right within a row, and into the one beside it.</summary>
    public static FormLayout Step(FormLayout layout, string key, LayoutDirection direction)
    {
        if (Find(layout, key) is not { } at)
        {
            return layout;
        }

        var rows = layout.Tabs[at.Tab].Sections[at.Section].Rows;
        var keys = rows[at.Row].Keys;
        var column = at.Column!.Value;

        return direction switch
        {
            LayoutDirection.Left when column > 0 => To(layout, key, at with { Column = column - 1 }),
            LayoutDirection.Left when at.Row > 0 && rows[at.Row - 1].Keys.Count < FormRow.MaxKeys => To(layout, key, at with { Row = at.Row - 1, Column = rows[at.Row - 1].Keys.Count }),
            LayoutDirection.Right when column < keys.Count - 1 => To(layout, key, at with { Column = column + 2 }),
            LayoutDirection.Right when at.Row < rows.Count - 1 && rows[at.Row + 1].Keys.Count < FormRow.MaxKeys => To(layout, key, at with { Row = at.Row + 1, Column = 0 }),
            LayoutDirection.Up when keys.Count > 1 => To(layout, key, at with { Column = null }),
            LayoutDirection.Up when at.Row > 0 => To(layout, key, at with { Row = at.Row - 1, Column = null }),
            LayoutDirection.Up when Before(layout, at) is { } before => To(layout, key, before),
            LayoutDirection.Down when keys.Count > 1 => To(layout, key, at with { Row = at.Row + 1, Column = null }),
            LayoutDirection.Down when at.Row < rows.Count - 1 => To(layout, key, at with { Row = at.Row + 2, Column = null }),
            LayoutDirection.Down when After(layout, at) is { } after => To(layout, key, after),
            _ => layout,
        };
    }

    /// <summary>Where a field stands; null where it has no place.</summary>
    public static LayoutPlace? Find(FormLayout layout, string key)
    {
        for (var tab = 0; tab < layout.Tabs.Count; tab++)
        {
            for (var section = 0; section < layout.Tabs[tab].Sections.Count; section++)
            {
                for (var row = 0; row < layout.Tabs[tab].Sections[section].Rows.Count; row++)
                {
                    if (layout.Tabs[tab].Sections[section].Rows[row].Keys.ToList().IndexOf(key) is >= 0 and var column)
                    {
                        return new LayoutPlace(tab, section, row, column);
                    }
                }
            }
        }

        return null;
    }

    private static IReadOnlyList<FormRow> Put(IReadOnlyList<FormRow> rows, string key, LayoutPlace place)
    {
        var put = rows.ToList();

        if (place.Column is { } column && place.Row >= 0 && place.Row < put.Count && put[place.Row].Keys.Count(other => other != key) < FormRow.MaxKeys)
        {
            var keys = put[place.Row].Keys.ToList();
            keys.Insert(Math.Clamp(column, 0, keys.Count), Moved);
            put[place.Row] = put[place.Row] with { Keys = keys };
        }
        else
        {
            put.Insert(Math.Clamp(place.Row, 0, put.Count), new FormRow([Moved]));
        }

        return put;
    }

    private static LayoutPlace? Before(FormLayout layout, LayoutPlace at) =>
        at.Section > 0 ? new LayoutPlace(at.Tab, at.Section - 1, layout.Tabs[at.Tab].Sections[at.Section - 1].Rows.Count, null)
        : at.Tab > 0 && layout.Tabs[at.Tab - 1].Sections is var sections ? new LayoutPlace(at.Tab - 1, Math.Max(0, sections.Count - 1), sections is [.., var last] ? last.Rows.Count : 0, null)
        : null;

    private static LayoutPlace? After(FormLayout layout, LayoutPlace at) =>
        at.Section < layout.Tabs[at.Tab].Sections.Count - 1 ? new LayoutPlace(at.Tab, at.Section + 1, 0, null)
        : at.Tab < layout.Tabs.Count - 1 ? new LayoutPlace(at.Tab + 1, 0, 0, null)
        : null;
}
