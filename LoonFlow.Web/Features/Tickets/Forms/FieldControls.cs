using LoonFlow.Domain.Forms;
using LoonFlow.Web.Features.Tickets.Forms.Editors;

namespace LoonFlow.Web.Features.Tickets.Forms;

/// <summary>Which control fills in which type of field. Tables have their own, made of these.</summary>
internal static class FieldControls
{
    public static Type Of(FieldType type) => type switch
    {
        FieldType.Text => typeof(TextEditor),
        FieldType.Integer or FieldType.Decimal => typeof(NumberEditor),
        FieldType.Boolean => typeof(BooleanEditor),
        FieldType.Date => typeof(DateEditor),
        FieldType.DateTime => typeof(MomentEditor),
        FieldType.Radio => typeof(RadioEditor),
        FieldType.Checkbox => typeof(CheckboxEditor),
        FieldType.Select => typeof(SelectEditor),
        FieldType.MultiSelect => typeof(MultiSelectEditor),
        FieldType.TextArea => typeof(TextAreaEditor),
        FieldType.User or FieldType.Users => typeof(PeopleEditor),
        FieldType.Attachment => typeof(AttachmentEditor),
        _ => throw new InvalidOperationException($"There is no control for {type}."),
    };

    /// <summary>In a cell all choices at once would take too much room.</summary>
    public static Type InCell(FieldType type) => type switch
    {
        FieldType.Radio => typeof(SelectEditor),
        FieldType.Checkbox => typeof(MultiSelectEditor),
        _ => Of(type),
    };
}
