using LoonFlow.Domain.Forms;

namespace LoonFlow.Web.Features.Workflows.Designer.Forms;

/// <summary>The small sign by which a type of field is known on the palette and on the form.</summary>
internal static class FieldMarks
{
    public static string Of(FieldType type) => type switch
    {
        FieldType.Text => "Aa",
        FieldType.TextArea => "¶",
        FieldType.Integer => "12",
        FieldType.Decimal => "1.5",
        FieldType.Boolean => "Y/N",
        FieldType.Date => "31",
        FieldType.DateTime => "◷",
        FieldType.Radio => "◉",
        FieldType.Checkbox => "☑",
        FieldType.Select => "▾",
        FieldType.MultiSelect => "☰",
        FieldType.User => "☺",
        FieldType.Users => "☺☺",
        FieldType.Attachment => "↑",
        FieldType.Table => "▦",
        _ => "?",
    };

    /// <summary>The types in the order in which they are looked for.</summary>
    public static readonly IReadOnlyList<(string Group, IReadOnlyList<FieldType> Types)> Palette =
    [
        ("Written", [FieldType.Text, FieldType.TextArea, FieldType.Integer, FieldType.Decimal]),
        ("Chosen", [FieldType.Select, FieldType.Radio, FieldType.MultiSelect, FieldType.Checkbox, FieldType.Boolean]),
        ("Times", [FieldType.Date, FieldType.DateTime]),
        ("Others", [FieldType.User, FieldType.Users, FieldType.Attachment, FieldType.Table]),
    ];
}
