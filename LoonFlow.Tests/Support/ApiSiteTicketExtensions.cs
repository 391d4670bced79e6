using System.Text.Json;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data.Demo;
using LoonFlow.Web.Features.Workflows;

namespace LoonFlow.Tests.Support;

/// <summary>Steps of tickets over the API.</summary>
internal static class ApiSiteTicketExtensions
{
    /// <summary>Publishes a workflow and gives the version that new tickets take.</summary>
    public static async Task<WorkflowVersion> PublishAsync(this ApiSite site, WorkflowDocument document)
    {
        var version = await site.UseCases.PublishAsync(null, document);

        return await site.Get<WorkflowStore>().VersionAsync(Expect.Success(version), default);
    }

    /// <summary>Files a leave that the demo company's rules accept; gives its id.</summary>
    public static async Task<long> FileLeaveAsync(this ApiSite site, string by = "lin", string title = "Two days off", object? days = null)
    {
        var leave = await site.WorkflowAsync("Leave");

        return (await site.As(by).PostAsync("/tickets", LeaveForm(leave, title, days))).Ok().GetProperty("ticket_id").GetInt64();
    }

    /// <summary>All that a leave needs, as a caller sends it.</summary>
    public static Dictionary<string, object?> LeaveForm(WorkflowVersion leave, string title = "Two days off", object? days = null) => new()
    {
        ["workflow_id"] = leave.Workflow.Value,
        ["transition_id"] = leave.LeavingFrom(leave.Start.Id)[0].Id.Value,
        ["title"] = title,
        ["suggestion"] = "please",
        [LeaveWorkflow.Type] = "1",
        [LeaveWorkflow.Start] = "2026-03-09 09:00:00",
        [LeaveWorkflow.End] = "2026-03-10 18:00:00",
        [LeaveWorkflow.Days] = days ?? 2,
        [LeaveWorkflow.Proxy] = "gao",
        [LeaveWorkflow.Reason] = "Family",
    };

    /// <summary>The id of the button with this name.</summary>
    public static async Task<long> ButtonAsync(this ApiClient client, long ticket, string name) =>
        (await client.GetAsync($"/tickets/{ticket}/transitions")).Ok().GetProperty("value").EnumerateArray()
            .First(button => button.GetProperty("transition_name").GetString() == name).GetProperty("transition_id").GetInt64();

    /// <summary>Presses the button with this name.</summary>
    public static async Task<ApiReply> PressAsync(this ApiClient client, long ticket, string name, params (string Key, object? Value)[] fields)
    {
        var body = fields.ToDictionary(field => field.Key, field => field.Value);
        body["transition_id"] = await client.ButtonAsync(ticket, name);

        return await client.PatchAsync($"/tickets/{ticket}", body);
    }

    public static async Task<JsonElement> DetailAsync(this ApiClient client, long ticket) => (await client.GetAsync($"/tickets/{ticket}")).Ok().GetProperty("value");

    /// <summary>The ids of a list, in its order.</summary>
    public static async Task<long[]> IdsAsync(this ApiClient client, string query) =>
        [.. (await client.GetAsync($"/tickets?{query}")).Ok().GetProperty("value").EnumerateArray().Select(row => row.GetProperty("id").GetInt64())];
}
