using System.Text.Json.Nodes;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>A field in the list (spec C.3.6).</summary>
internal sealed record FieldShape(
    long Id,
    int FieldTypeId,
    string FieldKey,
    string FieldName,
    int OrderId,
    string? DefaultValue,
    string Description,
    string FieldTemplate,
    JsonObject BooleanFieldDisplay,
    JsonObject FieldChoice,
    JsonNode Label,
    string Creator,
    string GmtCreated)
{
    public static FieldShape Of(FormField field, WorkflowView view, Company company, TimeZoneInfo zone) => new(
        field.Id.Value,
        (int)field.Type,
        field.Key,
        field.Name.Text,
        field.Order,
        field.Default,
        field.Help.Text,
        field.Template.Text,
        FieldWriting.Booleans(field),
        FieldWriting.Choices(field),
        SourceJson.Label(field.Label),
        Creators.Of(view, company),
        PlainValues.Moment(view.Origin.CreatedAt, zone));
}

/// <summary>The body of a new or changed field. What is left out becomes empty.</summary>
/// <param name="FieldChoice">What may be chosen, by key; JSON as text.</param>
/// <param name="BooleanFieldDisplay">How "1" and "0" read; JSON as text.</param>
/// <param name="Label">Free JSON as text.</param>
internal sealed record FieldBody(
    int FieldTypeId,
    string FieldKey,
    string FieldName,
    int? OrderId,
    string? DefaultValue,
    string? Description,
    string? FieldTemplate,
    string? BooleanFieldDisplay,
    string? FieldChoice,
    string? Label,
    int? Revision);

/// <summary>The field that was made, changed or removed.</summary>
internal sealed record FieldIdShape(long CustomFieldId);
