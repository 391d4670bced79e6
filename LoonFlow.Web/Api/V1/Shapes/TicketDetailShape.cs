using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using LoonFlow.Domain.Forms;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Features.Tickets.Lists;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>A ticket with the form that its reader sees (spec B.25, C.2.3).</summary>
internal sealed record TicketDetailShape : TicketShape
{
    [SetsRequiredMembers]
    private TicketDetailShape(TicketShape shape, IReadOnlyList<FormEntryShape> fields, StateInfoShape state)
        : base(shape) => (FieldList, StateInfo) = (fields, state);

    public IReadOnlyList<FormEntryShape> FieldList { get; }

    public StateInfoShape StateInfo { get; }

    public static TicketDetailShape Of(TicketDetail detail, TimeZoneInfo zone)
    {
        var shape = Of(detail.Record, detail.Company, detail.Scripts, zone);

        return new TicketDetailShape(
            shape,
            [.. detail.Entries.Select(entry => FormEntryShape.Of(entry, Value(entry, shape, detail.Record, zone)))],
            StateInfoShape.Of(detail.Record.State, detail.Record.Workflow.Id));
    }

    private static JsonNode? Value(FormEntry entry, TicketShape shape, TicketRecord record, TimeZoneInfo zone) => entry.Key switch
    {
        BuiltInField.Serial => shape.Sn,
        BuiltInField.Title => shape.Title,
        BuiltInField.StateId => shape.StateId,
        BuiltInField.StateName => shape.State.StateName,
        BuiltInField.ParticipantName => shape.ParticipantInfo.ParticipantName,
        BuiltInField.ParticipantAlias => shape.ParticipantInfo.ParticipantAlias,
        BuiltInField.WorkflowName => shape.Workflow.WorkflowName,
        BuiltInField.Creator => shape.Creator,
        BuiltInField.CreatedAt => shape.GmtCreated,
        BuiltInField.ChangedAt => shape.GmtModified,
        _ => PlainValues.Write(record.Ticket.Values[entry.Key], zone),
    };
}
