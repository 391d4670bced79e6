using System.Text.Json.Nodes;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Automation;

/// <summary>All that a script or hook is told of a ticket: loonflow's base columns by their names, and every field by its key.</summary>
internal static class TicketPayload
{
    public static JsonObject Of(WorkflowVersion workflow, Ticket ticket, StateId state, Company company, TimeZoneInfo zone)
    {
        var payload = Of(workflow, ticket.Title, company.User(ticket.Creator)?.UserName, ticket.Values, zone);

        foreach (var (key, value) in Columns(ticket, workflow.State(state), zone))
        {
            payload[key] = value;
        }

        return payload;
    }

    /// <summary>What is known of a ticket before it is filed.</summary>
    public static JsonObject Of(WorkflowVersion workflow, string title, string? creator, FieldValues values, TimeZoneInfo zone)
    {
        var payload = new JsonObject { ["title"] = title, ["creator"] = creator, ["workflow_id"] = workflow.Workflow.Value, ["workflow_name"] = workflow.Name.Text };

        foreach (var field in workflow.Fields)
        {
            payload[field.Key] = PlainValues.Write(values[field.Key], zone);
        }

        return payload;
    }

    private static IEnumerable<(string Key, JsonNode? Value)> Columns(Ticket ticket, State state, TimeZoneInfo zone) =>
    [
        ("id", ticket.Id.Value),
        ("sn", ticket.Serial),
        ("state_id", state.Id.Value),
        ("state_name", state.Name.Text),
        ("parent_ticket_id", ticket.Parent?.Value ?? 0),
        ("parent_ticket_state_id", ticket.ParentState?.Value ?? 0),
        ("gmt_created", PlainValues.Moment(ticket.CreatedAt, zone)),
        ("gmt_modified", PlainValues.Moment(ticket.ChangedAt, zone)),
        ("is_deleted", false),
    ];
}
