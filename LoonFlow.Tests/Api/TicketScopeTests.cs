using LoonFlow.Domain.Access;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Api;

/// <summary>An application reaches tickets of its workflows only, at every address, for whomever it speaks (spec B.28 [R], E 5 to E 9).</summary>
public sealed class TicketScopeTests(ApiSite site) : IClassFixture<ApiSite>
{
    public static TheoryData<string, string> Addresses => new()
    {
        { "GET", "" },
        { "PATCH", "" },
        { "DELETE", "" },
        { "GET", "/transitions" },
        { "GET", "/flowlogs" },
        { "GET", "/flowsteps" },
        { "GET", "/participant_info" },
        { "PUT", "/state" },
        { "PATCH", "/fields" },
        { "POST", "/accept" },
        { "POST", "/deliver" },
        { "POST", "/add_node" },
        { "POST", "/add_node_end" },
        { "POST", "/retry_script" },
        { "POST", "/comments" },
        { "POST", "/close" },
        { "POST", "/retreat" },
        { "POST", "/hook_call_back" },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_ticket_of_another_workflow_is_out_of_reach_even_for_its_administrator(string method, string address)
    {
        var id = await site.FileLeaveAsync();
        var body = method == "GET" ? null : new { transition_id = 1, state_id = 1, target_username = "gao", suggestion = "let me", leave_reason = "x" };

        var reply = await (await NarrowAsync()).SendAsync(new HttpMethod(method), $"/tickets/{id}{address}", body);

        Assert.Equal("the app has no permission to the workflow_id", reply.Refused("application.workflow_not_granted").Message);
        Assert.Equal(1, (await site.As("lin").DetailAsync(id)).GetProperty("revision").GetInt32());
    }

    [Theory]
    [InlineData("all")]
    [InlineData("owner")]
    [InlineData("relation")]
    [InlineData("worked")]
    [InlineData("view")]
    [InlineData("intervene")]
    [InlineData("duty")]
    public async Task No_list_shows_what_is_out_of_reach(string category)
    {
        var id = await site.FileLeaveAsync(by: "anqi");

        Assert.Empty(await (await NarrowAsync()).IdsAsync($"category={category}&ticket_ids={id}"));
        (await (await NarrowAsync()).GetAsync($"/tickets/states?ticket_ids={id}")).Refused("ticket.not_found");
        Assert.Equal(0, (await (await NarrowAsync()).GetAsync("/tickets/num_statistics")).Ok().GetArrayLength());
    }

    [Fact]
    public async Task An_application_without_workflows_is_told_so()
    {
        await site.SaveAsync(new Application { Id = default, Name = "empty", Schemes = ApiSchemes.Md5, Workflows = [] });

        var reply = await new ApiClient(site.Site, "empty", ApiSite.Secret, "lin").GetAsync("/tickets?category=all");

        Assert.Equal("This app_name have not workflow permission", reply.Refused("api.no_workflows").Message);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Nobody_can_be_spoken_for_who_is_not_there(string method, string address)
    {
        var id = await site.FileLeaveAsync();

        (await site.As("loonrobot").SendAsync(new HttpMethod(method), $"/tickets/{id}{address}", method == "GET" ? null : new { })).Refused("application.person_not_granted");
    }

    [Theory]
    [InlineData("GET", "/transitions")]
    [InlineData("GET", "/flowlogs")]
    [InlineData("GET", "/flowsteps")]
    [InlineData("GET", "")]
    [InlineData("PUT", "/state")]
    [InlineData("PATCH", "/fields")]
    [InlineData("POST", "/accept")]
    [InlineData("POST", "/close")]
    public async Task Who_wants_something_of_a_ticket_says_who_they_are(string method, string address)
    {
        var id = await site.FileLeaveAsync();

        var reply = await site.As(null).SendAsync(new HttpMethod(method), $"/tickets/{id}{address}", method == "GET" ? null : new { state_id = 1 });

        Assert.Equal("请提供username", reply.Refused("api.person_missing").Message);
    }

    /// <summary>An application that has another workflow, and speaks for the administrator.</summary>
    private async Task<ApiClient> NarrowAsync()
    {
        var vpn = await site.WorkflowAsync("VPN access");
        var name = $"narrow{Guid.NewGuid():N}"[..20];
        await site.SaveAsync(new Application { Id = default, Name = name, Schemes = ApiSchemes.Md5, Workflows = [vpn.Workflow] });

        return new ApiClient(site.Site, name, ApiSite.Secret, "anqi");
    }
}
