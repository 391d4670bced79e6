using System.Globalization;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Api;

/// <summary>Lists over the API: categories, filters and pages (spec B.26, C.2.1).</summary>
public sealed class TicketListTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task Each_category_shows_its_own_tickets_to_those_who_may_see_them()
    {
        var id = await site.FileLeaveAsync();
        var only = $"ticket_ids={id}";
        (await site.As("wu").PressAsync(id, "同意")).Ok();

        Assert.Equal([id], await site.As("lin").IdsAsync($"category=owner&{only}"));
        Assert.Empty(await site.As("wu").IdsAsync($"category=owner&{only}"));
        Assert.Equal([id], await site.As("sun").IdsAsync($"category=duty&{only}"));
        Assert.Empty(await site.As("wu").IdsAsync($"category=duty&{only}"));
        Assert.Equal([id], await site.As("wu").IdsAsync($"category=relation&{only}"));
        Assert.Equal([id], await site.As("wu").IdsAsync($"category=worked&{only}"));
        Assert.Empty(await site.As("lin").IdsAsync($"category=worked&{only}"));
        Assert.Equal([id], await site.As("wu").IdsAsync($"category=all&{only}"));
        Assert.Empty(await site.As("ma").IdsAsync($"category=all&{only}"));
        Assert.Equal([id], await site.As("anqi").IdsAsync($"category=intervene&{only}"));
        Assert.Empty(await site.As("wu").IdsAsync($"category=view&{only}"));
        Assert.Equal([id], await site.As(null).IdsAsync($"category=all&{only}"));
        Assert.Equal([id], await site.As("anqi").IdsAsync($"category=all&from_admin=1&{only}"));
        Assert.Empty(await site.As("wu").IdsAsync($"category=all&from_admin=1&{only}"));
    }

    [Fact]
    public async Task A_category_that_there_is_not_and_a_list_of_nobody_are_refused()
    {
        Assert.Equal("查询类别错误", (await site.As("lin").GetAsync("/tickets")).Refused("api.category_unknown").Message);
        (await site.As("lin").GetAsync("/tickets?category=mine")).Refused("api.category_unknown");
        Assert.Equal("请提供username", (await site.As(null).GetAsync("/tickets?category=duty")).Refused("api.person_missing").Message);
    }

    [Fact]
    public async Task Every_filter_narrows()
    {
        var leave = await site.WorkflowAsync("Leave");
        var open = await site.FileLeaveAsync(by: "gao", title: "Spring 100% off");
        var refused = await site.FileLeaveAsync(by: "gao", title: "Autumn");
        (await site.As("wu").PressAsync(refused, "拒绝")).Ok();
        var closed = await site.FileLeaveAsync(by: "gao", title: "Winter");
        (await site.As("anqi").PostAsync($"/tickets/{closed}/close")).Ok();
        var gao = site.As("gao");
        var serial = (await gao.DetailAsync(open)).GetProperty("sn").GetString()!;
        var state = (await gao.DetailAsync(open)).GetProperty("state_id").GetInt64();

        Assert.Equal([closed, refused, open], await gao.IdsAsync("category=owner"));
        Assert.Equal([open, refused, closed], await gao.IdsAsync("category=owner&reverse=0"));
        Assert.Equal([open], await gao.IdsAsync($"category=owner&sn={serial}"));
        Assert.Empty(await gao.IdsAsync($"category=owner&sn={serial[1..]}"));
        Assert.Equal([open], await gao.IdsAsync("category=owner&title=100%25"));
        Assert.Empty(await gao.IdsAsync("category=owner&title=100_"));
        Assert.Equal([open], await gao.IdsAsync($"category=owner&state_ids={state}"));
        Assert.Equal([closed], await gao.IdsAsync("category=owner&is_end=1"));
        Assert.Equal([refused, open], await gao.IdsAsync("category=owner&is_end=0"));
        Assert.Equal([refused], await gao.IdsAsync("category=owner&is_rejected=1"));
        Assert.Equal([closed], await gao.IdsAsync("category=owner&act_state_id=5"));
        Assert.Equal([open], await gao.IdsAsync("category=owner&act_state=on_going"));
        Assert.Equal(3, (await gao.IdsAsync($"category=owner&workflow_ids={leave.Workflow.Value}")).Length);
        Assert.Empty(await gao.IdsAsync("category=owner&workflow_ids=987654"));
        Assert.Equal(3, (await gao.IdsAsync("category=owner&create_start=2026-03-02 16:00:00&create_end=2026-03-02 16:00:00")).Length);
        Assert.Empty(await gao.IdsAsync("category=owner&create_start=2026-03-02 16:00:01"));
        Assert.Empty(await gao.IdsAsync("category=owner&parent_ticket_id=1"));
    }

    [Fact]
    public async Task A_page_beyond_the_end_gives_the_last_rows_and_says_what_was_asked_for()
    {
        var ids = new List<long>();

        for (var number = 0; number < 5; number++)
        {
            ids.Add(await site.FileLeaveAsync(by: "xu", title: number.ToString(CultureInfo.InvariantCulture)));
        }

        var page = (await site.As("xu").GetAsync("/tickets?category=owner&per_page=2&page=9&reverse=0")).Ok();

        Assert.Equal([ids[4]], page.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("id").GetInt64()));
        Assert.Equal((5, 9, 2), (page.GetProperty("total").GetInt32(), page.GetProperty("page").GetInt32(), page.GetProperty("per_page").GetInt32()));
        Assert.Equal([ids[2], ids[3]], await site.As("xu").IdsAsync("category=owner&per_page=2&page=2&reverse=0"));
        Assert.Empty(await site.As("cai").IdsAsync("category=owner&page=3"));
    }

    [Theory]
    [InlineData("page=first", "page")]
    [InlineData("workflow_ids=1,two", "workflow_ids")]
    [InlineData("create_start=yesterday", "create_start")]
    [InlineData("is_end=perhaps", "is_end")]
    [InlineData("act_state=lost", "act_state")]
    [InlineData("act_state_id=6", "act_state_id")]
    [InlineData("parent_ticket_id=x", "parent_ticket_id")]
    public async Task A_parameter_that_makes_no_sense_is_named(string query, string member)
    {
        var reply = (await site.As("lin").GetAsync($"/tickets?category=all&{query}")).Refused("api.members_wrong");

        Assert.Equal([member], reply.Fields.Keys);
    }

    [Fact]
    public async Task More_ids_than_one_request_may_name_are_refused()
    {
        var ids = string.Join(',', Enumerable.Range(1, 1_001));

        var reply = (await site.As("lin").GetAsync($"/tickets/states?ticket_ids={ids}")).Refused("api.members_wrong");

        Assert.Equal(["ticket_ids"], reply.Fields.Keys);
    }
}
