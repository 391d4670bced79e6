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
        .MapGet("", ReadAsync).Gives<EventPageShape>("What happened to tickets, in order; the cursor says where to go on");

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
