using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Tests.Support.Workflows;

/// <summary>One field of every type, each with the key of its type.</summary>
internal static class Fields
{
    public static IEnumerable<FieldType> Types => Enum.GetValues<FieldType>();

    public static FormField Of(FieldType type, Func<FormField, FormField>? change = null)
    {
        var field = new FormField
        {
            Id = new FieldId((long)type),
            Key = KeyOf(type),
            Name = new Caption($"字段{(int)type}", $"Field {type}"),
            Type = type,
            Order = 100 + (int)type,
        };

        field = field.TakesChoices
            ? field with { Choices = [new Choice("a", new Caption("甲", "Alpha")), new Choice("b", new Caption("乙", "Beta")), new Choice("c", new Caption("丙", "Gamma"))] }
            : field;

        field = type is FieldType.Table
            ? field with { Columns = [Of(FieldType.Text), Of(FieldType.Select), Of(FieldType.Decimal, column => column with { ShowsSum = true })] }
            : field;

        return change is null ? field : change(field);
    }

    public static FormEntry Entry(FieldType type, FieldAccess access = FieldAccess.Optional, Func<FormField, FormField>? change = null)
    {
        var field = Of(type, change);

        return new FormEntry(field.Key, field, access, field.Order);
    }

    public static string KeyOf(FieldType type) => $"my_{type.ToString().ToLowerInvariant()}";

    /// <summary>Something that a field of this type may hold.</summary>
    public static FieldValue Sample(FieldType type) => type switch
    {
        FieldType.Integer => new FieldValue.Integer(1_234),
        FieldType.Decimal => new FieldValue.Decimal(12.50m),
        FieldType.Boolean => new FieldValue.Boolean(true),
        FieldType.Date => new FieldValue.Date(new DateOnly(2026, 3, 9)),
        FieldType.DateTime => new FieldValue.Moment(new DateTimeOffset(2026, 3, 9, 1, 0, 0, TimeSpan.Zero)),
        FieldType.Radio or FieldType.Select => new FieldValue.Text("b"),
        FieldType.Checkbox or FieldType.MultiSelect => new FieldValue.Texts(["a", "c"]),
        FieldType.User => new FieldValue.Text("bob"),
        FieldType.Users => new FieldValue.Texts(["bob", "cleo"]),
        FieldType.Attachment => new FieldValue.Files([new AttachedFile(new FileId(Guid.Parse("01900000-0000-7000-8000-000000000001")), "plan.pdf", 2_048)]),
        FieldType.Table => new FieldValue.Rows([FieldValues.Of((KeyOf(FieldType.Text), new FieldValue.Text("Chair")), (KeyOf(FieldType.Decimal), new FieldValue.Decimal(12.50m)))]),
        _ => new FieldValue.Text("First line\nSecond line"),
    };
}
