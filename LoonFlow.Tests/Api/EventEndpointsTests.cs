using System.Text.Json;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets;

namespace LoonFlow.Tests.Api;

/// <summary>The change feed over HTTP: who sees what of it, and how it is asked for.</summary>
public sealed class EventEndpointsTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task An_event_is_told_with_its_ticket_as_a_hook_would_tell_it()
    {
        var cursor = await LatestAsync();
        var ticket = await FileAsync("lin");

        var page = (await site.As("lin").GetAsync($"/events?after={cursor}")).Ok();

        var told = Assert.Single(page.GetProperty("value").EnumerateArray());
        Assert.Equal("created", told.GetProperty("event").GetString());
        Assert.Equal("lin", told.GetProperty("by").GetString());
        Assert.Equal("ongoing", told.GetProperty("status").GetString());
        Assert.Equal(1, told.GetProperty("revision").GetInt32());
        Assert.Equal(ticket.Value, told.GetProperty("ticket").GetProperty("id").GetInt64());
        Assert.Equal("lin", told.GetProperty("ticket").GetProperty("creator").GetString());
        Assert.Equal(2.5m, told.GetProperty("ticket").GetProperty("leave_days").GetDecimal());
        Assert.Equal(page.GetProperty("after").GetInt64(), told.GetProperty("cursor").GetInt64());
        Assert.False(page.GetProperty("has_more").GetBoolean());
    }

    [Fact]
    public async Task People_hear_of_tickets_that_they_may_see_and_of_no_others()
    {
        var cursor = await LatestAsync();
        await FileAsync("lin");

        Assert.Single(await ReadAsync("lin", cursor));
        Assert.Single(await ReadAsync("wu", cursor));
        Assert.Single(await ReadAsync("anqi", cursor));
        Assert.Empty(await ReadAsync("gao", cursor));
        Assert.Single(await ReadAsync(userName: null, cursor));
    }

    [Fact]
    public async Task An_application_hears_of_its_workflows_and_asks_for_no_others()
    {
        var vpn = await site.WorkflowAsync("VPN access");
        var leave = await site.WorkflowAsync("Leave");
        await site.SaveAsync(new Application { Id = default, Name = "vpn-only", Schemes = ApiSchemes.Md5, Workflows = [vpn.Workflow] });
        var cursor = await LatestAsync();
        await FileAsync("lin");
        var client = new ApiClient(site.Site, "vpn-only", ApiSite.Secret, userName: null);

        var page = (await client.GetAsync($"/events?after={cursor}")).Ok();

        Assert.Empty(page.GetProperty("value").EnumerateArray());
        Assert.True(page.GetProperty("after").GetInt64() > cursor);
        (await client.GetAsync($"/events?workflow_ids={leave.Workflow.Value}")).Refused("application.workflow_not_granted");
        Assert.Empty((await site.As(null).GetAsync($"/events?after={cursor}&workflow_ids={vpn.Workflow.Value}")).Ok().GetProperty("value").EnumerateArray());
        Assert.Single((await site.As(null).GetAsync($"/events?after={cursor}&workflow_ids={leave.Workflow.Value}")).Ok().GetProperty("value").EnumerateArray());
    }

    [Theory]
    [InlineData("after=yesterday", "after")]
    [InlineData("limit=many", "limit")]
    [InlineData("wait=long", "wait")]
    [InlineData("workflow_ids=a", "workflow_ids")]
    public async Task What_is_wrong_with_the_question_is_named(string query, string field)
    {
        var reply = (await site.As(null).GetAsync($"/events?{query}")).Refused("api.members_wrong");

        Assert.Equal([field], reply.Fields.Keys);
    }

    [Fact]
    public async Task A_cursor_from_elsewhere_is_refused()
    {
        (await site.As(null).GetAsync("/events?after=99999999")).Refused("events.cursor_unknown");
    }

    private async Task<long> LatestAsync() => (await site.As(null).GetAsync("/events?after=latest")).Ok().GetProperty("after").GetInt64();

    private async Task<IReadOnlyList<JsonElement>> ReadAsync(string? userName, long after) =>
        [.. (await site.As(userName).GetAsync($"/events?after={after}")).Ok().GetProperty("value").EnumerateArray()];

    private async Task<TicketId> FileAsync(string userName)
    {
        var leave = await site.WorkflowAsync("Leave");
        var person = await site.PersonAsync(userName);
        var command = new SubmitTicket(leave.Workflow, SubmissionRules.Available(leave)[0].Id, TestAppLeaveExtensions.LeaveForm(days: 2.5m));

        return Expect.Success(await site.UseCases.RunAsync((SubmitTicketHandler handler) => handler.HandleAsync(command, person, default)));
    }
}
