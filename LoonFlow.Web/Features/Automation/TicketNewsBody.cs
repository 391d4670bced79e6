using System.Text.Json;
using System.Text.Json.Nodes;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Events;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Automation;

/// <summary>What other systems are told of an event: the same by an event hook and in the change feed.</summary>
internal static class TicketNewsBody
{
    public static JsonObject Of(Guid id, WorkflowVersion workflow, NewsTicket ticket, TicketNews news, Company company, TimeZoneInfo zone)
    {
        var values = TicketPayload.Of(workflow, news.Title, company.User(ticket.Creator)?.UserName, news.Values, zone);
        values["id"] = ticket.Id.Value;
        values["sn"] = ticket.Serial;
        values["state_id"] = news.State.Value;
        values["state_name"] = workflow.State(news.State).Name.Text;
        values["gmt_created"] = PlainValues.Moment(ticket.CreatedAt, zone);

        return new JsonObject
        {
            ["id"] = id,
            ["event"] = NameOf(news.Kind),
            ["at"] = news.At.ToUnixTimeSeconds(),
            ["by"] = news.By is { } by ? company.User(by)?.UserName : "loonrobot",
            ["comment"] = news.Comment,
            ["status"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(news.Status.ToString()),
            ["revision"] = news.Revision,
            ["ticket"] = values,
        };
    }

    public static string NameOf(TicketNewsKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
