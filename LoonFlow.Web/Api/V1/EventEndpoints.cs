using System.Text.Json.Nodes;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Features.Events;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;

namespace LoonFlow.Web.Api.V1;

/// <summary>What happens to tickets, in one order, for those who may see it.</summary>
internal static class EventEndpoints
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1_000;
    private const int LongestWait = 30;
    private const string Latest = "latest";

    public static void Map(RouteGroupBuilder api) => api.MapGroup("/events").WithTags("Events")
        .MapGet("", ReadAsync).Gives<EventPageShape>("What happened to tickets, in order; the cursor says where to go on")
        .Asks("after", "The cursor that was given last; without one the feed begins with the oldest event that is kept, with “latest” with what comes next.")
        .Asks<long>("limit", "Most events, to 1000; 100 unless given.")
        .Asks<long>("wait", "Seconds to wait for something to happen where nothing has, to 30.")
        .Asks<long[]>("workflow_ids", "Only of these workflows.")
        .Shows("""
            {
                "value": [
                    {
                        "id": "019cacb1-2f00-7b6e-8d7a-2f6f2c1f3a55", "cursor": 42, "event": "moved", "at": 1772438400, "by": "wu", "comment": "同意", "status": "ongoing", "revision": 2,
                        "ticket": { "id": 1001, "sn": "loonflow_202603020001", "title": "年假 Annual leave", "creator": "lin", "workflow_id": 1, "workflow_name": "请假申请", "state_id": 4, "state_name": "人事处理中", "gmt_created": "2026-03-02 15:00:00", "leave_days": 2.5 }
                    }
                ],
                "after": 42,
                "has_more": false
            }
            """);

    private static async Task<ApiAnswer> ReadAsync(ApiRequest request, EventDesk desk, WorkflowStore workflows, CompanyStore companies, CancellationToken ct)
    {
        var query = request.Query;
        var isLatest = query.Text("after") is Latest;
        var asked = new EventsAsked(
            isLatest ? null : query.Integer("after") is { } after ? Math.Max(0, after) : null,
            (int)Math.Clamp(query.Integer("limit") ?? DefaultLimit, 1, MaxLimit),
            query.Ids("workflow_ids")?.Select(id => new WorkflowId(id)).ToArray())
        {
            IsLatest = isLatest,
        };
        var wait = TimeSpan.FromSeconds(Math.Clamp(query.Integer("wait") ?? 0, 0, LongestWait));

        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        var reader = request.Caller.Reader;

        if (asked.Workflows?.Any(workflow => !reader.Reaches(workflow)) ?? false)
        {
            return ApplicationRefusals.WorkflowNotGranted;
        }

        var page = await desk.ReadAsync(asked, wait, reader, ct);

        if (!page.Succeeded)
        {
            return page.Refusal;
        }

        var versions = await workflows.VersionsAsync(page.Value.Events.Select(one => one.Ticket.Version), ct);
        var company = await companies.GetAsync(ct);

        return ApiAnswer.Ok(new EventPageShape(
            [.. page.Value.Events.Select(one => Shape(one, versions[one.Ticket.Version], reader))],
            page.Value.After,
            page.Value.HasMore));

        JsonObject Shape(FeedEvent one, WorkflowVersion workflow, Actor who)
        {
            var body = TicketNewsBody.Of(one.Id, workflow, one.Ticket, one.News, company, request.Zone);
            body["cursor"] = one.Number;

            if (who is Actor.Person)
            {
                Hide(workflow, body["ticket"]!.AsObject());
            }

            return body;
        }
    }

    /// <summary>The feed must not tell a person what the form hides from somebody who only looks.</summary>
    private static void Hide(WorkflowVersion workflow, JsonObject values)
    {
        var shown = FormRules.ForViewing(workflow).Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);

        foreach (var field in workflow.Fields.Where(field => !shown.Contains(field.Key)))
        {
            values.Remove(field.Key);
        }
    }
}
