using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LoonFlow.Domain.Forms;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>One field of a form (spec C.2.3): how to draw it, and what stands in it.</summary>
/// <param name="FieldColumns">What the rows of a table hold; only where it is one.</param>
internal sealed record FormEntryShape(
    string FieldKey,
    string FieldName,
    JsonNode? FieldValue,
    int OrderId,
    int FieldTypeId,
    int FieldAttribute,
    string Description,
    JsonObject FieldChoice,
    JsonObject BooleanFieldDisplay,
    string? DefaultValue,
    string FieldTemplate,
    JsonNode Label,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FormColumnShape>? FieldColumns)
{
    private static readonly Dictionary<string, string> BuiltInNames = new(StringComparer.Ordinal)
    {
        [BuiltInField.Serial] = "流水号",
        [BuiltInField.StateId] = "状态id",
        [BuiltInField.StateName] = "状态名",
        [BuiltInField.ParticipantName] = "当前处理人",
        [BuiltInField.ParticipantAlias] = "当前处理人",
        [BuiltInField.WorkflowName] = "工作流名称",
        [BuiltInField.Creator] = "创建人",
        [BuiltInField.CreatedAt] = "创建时间",
        [BuiltInField.ChangedAt] = "更新时间",
    };

    /// <param name="entry">The field and what may be done with it.</param>
    /// <param name="value">What stands in it; null for nothing.</param>
    public static FormEntryShape Of(FormEntry entry, JsonNode? value) => entry.Field is { } field
        ? new FormEntryShape(
            entry.Key,
            field.Name.Text,
            value,
            entry.Order,
            (int)field.Type,
            (int)entry.Access,
            field.Help.Text,
            FieldWriting.Choices(field),
            FieldWriting.Booleans(field),
            field.Default,
            field.Template.Text,
            SourceJson.Label(field.Label),
            field.Type is FieldType.Table ? [.. field.Columns.Select(FormColumnShape.Of)] : null)
        : new FormEntryShape(
            entry.Key, BuiltInNames.GetValueOrDefault(entry.Key, entry.Key), value, entry.Order, (int)FieldType.Text, (int)entry.Access, string.Empty, [], [], null, string.Empty, new JsonObject(), null);
}

/// <summary>A column of a table (field type 90), of which loonflow knows nothing: its values are a list of objects by column key.</summary>
internal sealed record FormColumnShape(string FieldKey, string FieldName, int FieldTypeId, JsonObject FieldChoice, JsonObject BooleanFieldDisplay)
{
    public static FormColumnShape Of(FormField column) =>
        new(column.Key, column.Name.Text, (int)column.Type, FieldWriting.Choices(column), FieldWriting.Booleans(column));
}
