using System.Text.Json;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Api;

/// <summary>What a caller of loonflow does from the first to the last step of a ticket (spec G.5).</summary>
public sealed class TicketSequenceTests : IAsyncLifetime
{
    private ApiSite _site = null!;

    [Fact]
    public async Task A_ticket_goes_its_whole_way_by_the_calls_of_loonflow_alone()
    {
        var lin = _site.As("lin");
        var wu = _site.As("wu");
        var feng = _site.As("feng");
        var jiang = _site.As("jiang");
        var song = _site.As("song");
        var id = await FileAsync(lin);

        Assert.Equal([id], await wu.IdsAsync("category=duty"));
        Assert.Equal("home office", (await FieldsOf(wu, id))["reason"].GetProperty("field_value").GetString());
        var buttons = (await wu.GetAsync($"/tickets/{id}/transitions")).Ok().GetProperty("value").EnumerateArray().ToArray();
        Assert.Equal(["同意", "退回"], buttons.Select(button => button.GetProperty("transition_name").GetString()));
        Assert.Equal([false, true], buttons.Select(button => button.GetProperty("alert_enable").GetBoolean()));
        Assert.True((await wu.PressAsync(id, "同意", ("suggestion", "fine"))).Ok().GetProperty("value").GetBoolean());

        Assert.Equal(["feng", "jiang"], Names((await _site.As(null).GetAsync($"/tickets/{id}/participant_info")).Ok().GetProperty("participant_username_list")));
        Assert.Equal(4, (await feng.DetailAsync(id)).GetProperty("participant_type_id").GetInt32());
        var claim = (await feng.GetAsync($"/tickets/{id}/transitions")).Ok().GetProperty("value")[0];
        Assert.Equal((0, "接单", true), (claim.GetProperty("transition_id").GetInt32(), claim.GetProperty("transition_name").GetString(), claim.GetProperty("is_accept").GetBoolean()));
        Assert.True((await feng.PostAsync($"/tickets/{id}/accept")).Ok().GetBoolean());
        var none = await jiang.GetAsync($"/tickets/{id}/transitions");
        Assert.Equal((0, "用户当前无处理权限"), (none.Ok().GetProperty("value").GetArrayLength(), none.Message));

        Assert.True((await feng.PostAsync($"/tickets/{id}/add_node", new { target_username = "song", suggestion = "which group?" })).Ok().GetBoolean());
        var asked = await song.DetailAsync(id);
        Assert.Equal((true, "feng", "song"), (asked.GetProperty("in_add_node").GetBoolean(), asked.GetProperty("add_node_man").GetString(), asked.GetProperty("participant").GetString()));
        var done = (await song.GetAsync($"/tickets/{id}/transitions")).Ok().GetProperty("value")[0];
        Assert.Equal((0, "完成", true), (done.GetProperty("transition_id").GetInt32(), done.GetProperty("transition_name").GetString(), done.GetProperty("in_add_node").GetBoolean()));
        Assert.True((await song.PostAsync($"/tickets/{id}/add_node_end", new { suggestion = "both" })).Ok().GetBoolean());

        Assert.True((await feng.PostAsync($"/tickets/{id}/deliver", new { target_username = "jiang", suggestion = "yours" })).Ok().GetBoolean());
        (await jiang.PressAsync(id, "完成", ("reason", "home office, granted"))).Ok();
        Assert.Equal("add ticket comment successful", (await lin.PostAsync($"/tickets/{id}/comments", new { suggestion = "trying" })).Message);
        (await lin.PressAsync(id, "验证不通过", ("suggestion", "no route"))).Ok();
        Assert.True((await jiang.DetailAsync(id)).GetProperty("is_rejected").GetBoolean());
        (await jiang.PressAsync(id, "完成")).Ok();
        (await lin.PressAsync(id, "关闭")).Ok();

        var end = await lin.DetailAsync(id);
        Assert.Equal((true, false, 4, 0), (end.GetProperty("is_end").GetBoolean(), end.GetProperty("is_rejected").GetBoolean(), end.GetProperty("act_state_id").GetInt32(), end.GetProperty("participant_type_id").GetInt32()));
        Assert.Equal("结束", end.GetProperty("state").GetProperty("state_name").GetString());
        Assert.Equal("home office, granted", (await FieldsOf(lin, id))["reason"].GetProperty("field_value").GetString());
    }

    [Fact]
    public async Task The_history_tells_it_in_the_codes_of_loonflow()
    {
        var lin = _site.As("lin");
        var id = await FileAsync(lin);
        (await _site.As("wu").PressAsync(id, "同意", ("suggestion", "fine"))).Ok();
        (await _site.As("feng").PostAsync($"/tickets/{id}/accept")).Ok();
        (await _site.As("feng").PostAsync($"/tickets/{id}/add_node", new { target_username = "song" })).Ok();
        (await _site.As("song").PostAsync($"/tickets/{id}/add_node_end")).Ok();
        (await _site.As("feng").PostAsync($"/tickets/{id}/deliver", new { target_username = "jiang" })).Ok();
        (await lin.PostAsync($"/tickets/{id}/comments", new { suggestion = "soon?" })).Ok();

        var first = (await lin.GetAsync($"/tickets/{id}/flowlogs?per_page=4")).Ok();
        var beyond = (await lin.GetAsync($"/tickets/{id}/flowlogs?per_page=4&page=9&ticket_data=1")).Ok();
        var steps = (await lin.GetAsync($"/tickets/{id}/flowsteps")).Ok();

        Assert.Equal(7, first.GetProperty("total").GetInt32());
        Assert.Equal(
            [("lin", 5, "新增评论"), ("feng", 1, "转交操作"), ("song", 3, "加签完成操作"), ("feng", 2, "加签操作")],
            first.GetProperty("value").EnumerateArray().Select(Told));
        Assert.Equal([("feng", 4, "接单操作"), ("wu", 0, "同意"), ("lin", 0, "提交")], beyond.GetProperty("value").EnumerateArray().Select(Told));
        Assert.Equal(9, beyond.GetProperty("page").GetInt32());
        Assert.Equal("home office", beyond.GetProperty("value")[2].GetProperty("ticket_data").GetProperty("reason").GetString());
        Assert.Equal(
            ["发起人-新建中", "leader-审批中", "运维组-处理中", "发起人-验证中", "结束"],
            steps.GetProperty("value").EnumerateArray().Select(step => step.GetProperty("state_name").GetString()));
        Assert.Equal(ApprovalWorkflow.Operators.Value, steps.GetProperty("current_state_id").GetInt64());
        Assert.Equal(
            ["接单操作", "加签操作", "加签完成操作", "转交操作", "新增评论"],
            steps.GetProperty("value")[2].GetProperty("state_flow_log_list").EnumerateArray().Select(log => log.GetProperty("transition").GetProperty("transition_name").GetString()));
    }

    public async Task InitializeAsync()
    {
        _site = await ApiSite.StartAsync();
        await _site.PublishAsync(ApprovalWorkflow.Of(await _site.CompanyAsync()));
    }

    public Task DisposeAsync() => _site.DisposeAsync();

    /// <summary>Finds the workflow by its name, draws its form, and presses the button that is there for it.</summary>
    private static async Task<long> FileAsync(ApiClient client)
    {
        var workflow = Assert.Single((await client.GetAsync("/workflows?name=通用审批")).Ok().GetProperty("value").EnumerateArray()).GetProperty("id").GetInt64();
        var start = (await client.GetAsync($"/workflows/{workflow}/init_state")).Ok();
        var button = start.GetProperty("transition").EnumerateArray().Single(way => way.GetProperty("transition_name").GetString() == "提交");
        var form = start.GetProperty("field_list").EnumerateArray()
            .Where(field => field.GetProperty("field_attribute").GetInt32() == 2)
            .ToDictionary(field => field.GetProperty("field_key").GetString()!, object (_) => "home office");
        form["workflow_id"] = workflow;
        form["transition_id"] = button.GetProperty("transition_id").GetInt64();
        form["what_nobody_knows"] = new[] { 1 };

        return (await client.PostAsync("/tickets", form)).Ok().GetProperty("ticket_id").GetInt64();
    }

    private static async Task<Dictionary<string, JsonElement>> FieldsOf(ApiClient client, long id) =>
        (await client.DetailAsync(id)).GetProperty("field_list").EnumerateArray().ToDictionary(field => field.GetProperty("field_key").GetString()!);

    private static IEnumerable<string> Names(JsonElement list) => list.EnumerateArray().Select(name => name.GetString()!);

    private static (string, int, string) Told(JsonElement log) => (
        log.GetProperty("participant").GetString()!,
        log.GetProperty("intervene_type_id").GetInt32(),
        log.GetProperty("transition").GetProperty("transition_name").GetString()!);
}
