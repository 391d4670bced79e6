using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Conditions;

/// <summary>What sort of value a condition asks about; says how it can be compared and what with.</summary>
public enum SubjectKind
{
    Text,
    Number,

    /// <summary>The sum of a column over the rows of a table.</summary>
    Total,
    Boolean,
    Date,
    Moment,

    /// <summary>One of the field's choices.</summary>
    Choice,

    /// <summary>Several of them.</summary>
    Choices,
    Person,
    People,
    Files,

    /// <summary>Rows, which are there or not.</summary>
    Table,

    /// <summary>The creator's department, with everything above it.</summary>
    Department,

    /// <summary>The creator's roles.</summary>
    Role,
}

/// <summary>Something that a condition may ask about: a field, the title, or what is known of the creator.</summary>
/// <param name="Key">How conditions name it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Kind">What it holds.</param>
public sealed record ConditionSubject(string Key, Caption Name, SubjectKind Kind)
{
    /// <summary>The field behind it; null where there is none.</summary>
    public FormField? Field { get; init; }

    /// <summary>Everything that a condition over these fields may ask about, fields first.</summary>
    /// <param name="fields">The fields, the title not among them.</param>
    /// <param name="withTicket">Whether it also knows the title and the creator of a ticket.</param>
    public static IReadOnlyList<ConditionSubject> Of(IEnumerable<FormField> fields, bool withTicket) =>
    [
        .. fields.OrderBy(field => field.Order).SelectMany(field => (ConditionSubject[])[Of(field), .. Totals(field)]),
        .. withTicket ? OfTicket() : [],
    ];

    private static ConditionSubject Of(FormField field) => new(field.Key, field.Name.IsEmpty ? field.Key : field.Name, KindOf(field.Type)) { Field = field };

    private static IEnumerable<ConditionSubject> Totals(FormField table) => table.Columns
        .Where(column => column.TakesNumbers)
        .Select(column => new ConditionSubject(
            ConditionRows.KeyOf(new Operand.Sum(table.Key, column.Key)),
            new Caption($"{table.Name.Text} · {column.Name.Text}（合计）", $"{table.Name.In("en")} · {column.Name.In("en")} (sum)"),
            SubjectKind.Total));

    private static ConditionSubject[] OfTicket() =>
    [
        Of(BuiltInField.TitleField),
        new(BuiltInField.Creator, ConditionPhrases.Creator, SubjectKind.Person),
        new(CreatorFacts.Department, ConditionPhrases.CreatorsDepartment, SubjectKind.Department),
        new(CreatorFacts.Role, ConditionPhrases.CreatorsRole, SubjectKind.Role),
    ];

    private static SubjectKind KindOf(FieldType type) => type switch
    {
        FieldType.Integer or FieldType.Decimal => SubjectKind.Number,
        FieldType.Boolean => SubjectKind.Boolean,
        FieldType.Date => SubjectKind.Date,
        FieldType.DateTime => SubjectKind.Moment,
        FieldType.Radio or FieldType.Select => SubjectKind.Choice,
        FieldType.Checkbox or FieldType.MultiSelect => SubjectKind.Choices,
        FieldType.User => SubjectKind.Person,
        FieldType.Users => SubjectKind.People,
        FieldType.Attachment => SubjectKind.Files,
        FieldType.Table => SubjectKind.Table,
        _ => SubjectKind.Text,
    };
}
