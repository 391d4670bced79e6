using System.Text.Json;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Api;

/// <summary>Workflows and their parts as loonflow's callers read and change them (spec C.3).</summary>
public sealed class WorkflowEndpointsTests(ApiSite site) : IClassFixture<ApiSite>
{
    private const string Workflow =
        "id:n name:s description:s notices:s view_permission_check:b limit_expression:s display_form_str:s creator:s gmt_created:s revision:n";

    private const string State =
        "id:n name:s workflow_id:n sub_workflow_id:n is_hidden:b order_id:n type_id:n participant_type_id:n participant:s participant_info:o distribute_type_id:n "
        + "state_field_str:o label:o remember_last_man_enable:n creator:s gmt_created:s";

    [Fact]
    public async Task Workflows_are_listed_page_by_page_and_found_by_name()
    {
        var rows = JsonShape.HasList((await site.As("lin").GetAsync("/workflows?per_page=100")).Ok(), Workflow);
        Assert.Contains(rows, row => row.GetProperty("name").GetString() == "请假申请");
        Assert.Matches("^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d$", rows[0].GetProperty("gmt_created").GetString());

        var named = (await site.As("lin").GetAsync("/workflows?name=VPN&page=1&per_page=1")).Ok();

        Assert.Equal("VPN申请", named.GetProperty("value")[0].GetProperty("name").GetString());
        Assert.Equal(1, named.GetProperty("per_page").GetInt32());
    }

    [Fact]
    public async Task One_workflow_says_what_the_list_says()
    {
        var leave = await site.WorkflowAsync("Leave");

        var data = (await site.As("lin").GetAsync($"/workflows/{leave.Workflow.Value}")).Ok();

        JsonShape.Has(data, Workflow);
        Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(data.GetProperty("display_form_str").GetString()!).RootElement.ValueKind);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(data.GetProperty("limit_expression").GetString()!).RootElement.ValueKind);
    }

    [Fact]
    public async Task The_form_of_a_new_ticket_comes_with_its_buttons()
    {
        var leave = await site.WorkflowAsync("Leave");

        var data = (await site.As("lin").GetAsync($"/workflows/{leave.Workflow.Value}/init_state/")).Ok();

        JsonShape.Has(data, "id:n name:s workflow_id:n type_id:n sub_workflow_id:n is_hidden:b order_id:n remember_last_man_enable:b participant_type_id:n participant:s "
            + "distribute_type_id:n label:o creator:s gmt_created:s gmt_modified:s is_deleted:b transition:a field_list:a");
        Assert.False(data.TryGetProperty("state_field_str", out _));
        Assert.Equal((1, 5, "creator"), (data.GetProperty("type_id").GetInt32(), data.GetProperty("participant_type_id").GetInt32(), data.GetProperty("participant").GetString()));
        JsonShape.Has(data.GetProperty("transition")[0], "transition_id:n transition_name:s");
        Assert.All(data.GetProperty("field_list").EnumerateArray(), field => JsonShape.Has(
            field,
            "field_key:s field_name:s field_value:? order_id:n field_type_id:n field_attribute:n description:s field_choice:o boolean_field_display:o default_value:? field_template:s label:o"));
        var orders = data.GetProperty("field_list").EnumerateArray().Select(field => field.GetProperty("order_id").GetInt32()).ToArray();
        Assert.Equal(orders.Order(), orders);
        Assert.Equal("title", data.GetProperty("field_list")[0].GetProperty("field_key").GetString());
    }

    [Fact]
    public async Task The_form_asks_for_a_person_a_workflow_and_a_start()
    {
        var leave = await site.WorkflowAsync("Leave");
        var created = (await site.As("anqi").PostAsync("/workflows", new { name = "Without a start" })).Ok().GetProperty("workflow_id").GetInt64();

        Assert.Equal("请提供username", (await site.As(null).GetAsync($"/workflows/{leave.Workflow.Value}/init_state")).Refused("api.person_missing").Message);
        Assert.Equal("工作流不存在", (await site.As("lin").GetAsync("/workflows/999999/init_state")).Refused("workflow.unknown").Message);
        Assert.Equal("该工作流尚未配置初始状态", (await site.As("lin").GetAsync($"/workflows/{created}/init_state")).Refused("workflow.start_missing").Message);
    }

    [Fact]
    public async Task States_are_listed_in_their_order()
    {
        var vpn = await site.WorkflowAsync("VPN access");

        var rows = JsonShape.HasList((await site.As("lin").GetAsync($"/workflows/{vpn.Workflow.Value}/states?per_page=50")).Ok(), State);

        Assert.Equal(rows.Select(row => row.GetProperty("order_id").GetInt32()).Order(), rows.Select(row => row.GetProperty("order_id").GetInt32()));
        JsonShape.Has(rows[0].GetProperty("participant_info"), "participant:s participant_name:s participant_type_id:n participant_type_name:s participant_alias:s");
        Assert.Equal(("变量", "工单创建人的tl"), Names(rows.First(row => row.GetProperty("participant").GetString() == "creator_tl")));
        Assert.Equal(("角色", "VPN管理员 VPN administrators"), Names(rows.First(row => row.GetProperty("participant_type_id").GetInt32() == 4)));
        Assert.Single((await site.As("lin").GetAsync($"/workflows/{vpn.Workflow.Value}/states?search_value={Uri.EscapeDataString("授权")}")).Ok().GetProperty("value").EnumerateArray());

        static (string?, string?) Names(JsonElement row) =>
            (row.GetProperty("participant_info").GetProperty("participant_type_name").GetString(), row.GetProperty("participant_info").GetProperty("participant_alias").GetString());
    }

    [Fact]
    public async Task One_state_is_found_by_its_id_alone()
    {
        var start = (await site.WorkflowAsync("Leave")).Start;

        var data = (await site.As("lin").GetAsync($"/workflows/states/{start.Id.Value}")).Ok();

        JsonShape.Has(data, "id:n name:s workflow_id:n sub_workflow_id:n distribute_type_id:n is_hidden:b order_id:n type_id:n participant_type_id:n participant:s state_field:o label:o creator:s gmt_created:s");
        Assert.Equal(start.Id.Value, data.GetProperty("id").GetInt64());
        Assert.Equal("工单状态不存在或已被删除", (await site.As("lin").GetAsync("/workflows/states/999999")).Refused("workflow.state_unknown").Message);
        (await site.As(null).GetAsync($"/workflows/states/{start.Id.Value}")).Refused("api.person_missing");
    }

    [Fact]
    public async Task Transitions_and_fields_are_listed()
    {
        var leave = await site.WorkflowAsync("Leave");

        var transitions = JsonShape.HasList(
            (await site.As("lin").GetAsync($"/workflows/{leave.Workflow.Value}/transitions?per_page=50")).Ok(),
            "id:n name:s creator:s source_state_id:n source_state_info:o destination_state_id:n destination_state_info:o transition_type_id:n timer:n condition_expression:s attribute_type_id:n "
            + "field_require_check:b alert_enable:b alert_text:s gmt_created:s");
        JsonShape.Has(transitions[0].GetProperty("source_state_info"), "id:n name:s");
        Assert.All(transitions, row => Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(row.GetProperty("condition_expression").GetString()!).RootElement.ValueKind));

        var fields = JsonShape.HasList(
            (await site.As("lin").GetAsync($"/workflows/{leave.Workflow.Value}/custom_fields?per_page=50")).Ok(),
            "id:n field_type_id:n field_key:s field_name:s order_id:n default_value:? description:s field_template:s boolean_field_display:o field_choice:o label:o creator:s gmt_created:s");
        Assert.Equal(leave.Fields.Select(field => field.Key), fields.Select(row => row.GetProperty("field_key").GetString()));
        Assert.Single((await site.As("lin").GetAsync($"/workflows/{leave.Workflow.Value}/custom_fields?search_value=leave_days")).Ok().GetProperty("value").EnumerateArray());
        (await site.As(null).GetAsync($"/workflows/{leave.Workflow.Value}/custom_fields")).Refused("api.person_missing");
    }

    [Fact]
    public async Task Newer_callers_find_what_they_ask_for()
    {
        var leave = await site.WorkflowAsync("Leave");
        var path = $"/workflows/{leave.Workflow.Value}";

        JsonShape.HasList((await site.As("lin").GetAsync($"{path}/simple_states")).Ok(), "id:n name:s");
        JsonShape.Has((await site.As("lin").GetAsync($"{path}/simple_description")).Ok(), "workflow_basic_info:o workflow_state_info:a workflow_transition_info:a");
        Assert.Equal(0, (await site.As("lin").GetAsync("/workflows/user_admin")).Ok().GetProperty("total").GetInt32());
        JsonShape.HasList((await site.As("anqi").GetAsync("/workflows/user_admin")).Ok(), Workflow);
        Assert.Equal(0, (await site.As("lin").GetAsync("/workflows?from_admin=1")).Ok().GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task An_application_reads_and_changes_its_own_workflows_only()
    {
        var (leave, vpn) = (await site.WorkflowAsync("Leave"), await site.WorkflowAsync("VPN access"));
        await site.SaveAsync(new Application { Id = default, Name = "bounded", Schemes = ApiSchemes.Md5, Grants = ApiGrant.Run | ApiGrant.Configure, Workflows = [vpn.Workflow] });
        var bounded = new ApiClient(site.Site, "bounded", ApiSite.Secret, "anqi");

        Assert.Equal([vpn.Workflow.Value], (await bounded.GetAsync("/workflows")).Ok().GetProperty("value").EnumerateArray().Select(row => row.GetProperty("id").GetInt64()));

        foreach (var path in (string[])["", "/init_state", "/states", "/transitions", "/custom_fields", "/simple_states"])
        {
            (await bounded.GetAsync($"/workflows/{leave.Workflow.Value}{path}")).Refused("application.workflow_not_granted");
        }

        (await bounded.PatchAsync($"/workflows/{leave.Workflow.Value}", new { name = "Mine" })).Refused("application.workflow_not_granted");
        (await bounded.GetAsync($"/workflows/states/{leave.Start.Id.Value}")).Refused("workflow.state_unknown");

        var created = (await bounded.PostAsync("/workflows", new { name = "New one" })).Ok().GetProperty("workflow_id").GetInt64();

        Assert.Equal("New one", (await bounded.GetAsync($"/workflows/{created}")).Ok().GetProperty("name").GetString());
    }

    [Fact]
    public async Task Whoever_may_only_run_tickets_changes_nothing()
    {
        var leave = await site.WorkflowAsync("Leave");
        await site.SaveAsync(new Application { Id = default, Name = "runner", Schemes = ApiSchemes.Md5, Grants = ApiGrant.Run, Workflows = null });
        var runner = new ApiClient(site.Site, "runner", ApiSite.Secret, "anqi");

        (await runner.PostAsync("/workflows", new { name = "X" })).Refused("application.grant_missing");
        (await runner.DeleteAsync($"/workflows/{leave.Workflow.Value}/states/{leave.Start.Id.Value}")).Refused("application.grant_missing");
        (await site.As("lin").PatchAsync($"/workflows/{leave.Workflow.Value}", new { name = "X" })).Refused("workflow.unknown");
        (await site.As(null).PostAsync("/workflows", new { name = "X" })).Refused("api.person_missing");
        Assert.Equal("请假申请", (await site.As("lin").GetAsync($"/workflows/{leave.Workflow.Value}")).Ok().GetProperty("name").GetString());
    }

    [Fact]
    public async Task Whoever_adds_a_workflow_administers_it_and_others_see_it_once_it_is_published()
    {
        var id = (await site.As("lin").PostAsync("/workflows", new { name = "Lin's own" })).Ok().GetProperty("workflow_id").GetInt64();

        Assert.Equal("Lin's own", (await site.As("lin").GetAsync($"/workflows/{id}")).Ok().GetProperty("name").GetString());
        (await site.As("wu").GetAsync($"/workflows/{id}")).Refused("workflow.unknown");
        (await site.As("wu").DeleteAsync($"/workflows/{id}")).Refused("workflow.unknown");
        Assert.Equal(id, (await site.As("lin").DeleteAsync($"/workflows/{id}")).Ok().GetProperty("workflow_id").GetInt64());
        (await site.As("lin").GetAsync($"/workflows/{id}")).Refused("workflow.unknown");
    }

    [Fact]
    public async Task A_change_based_on_something_older_is_refused()
    {
        var id = (await site.As("anqi").PostAsync("/workflows", new { name = "Contested" })).Ok().GetProperty("workflow_id").GetInt64();

        (await site.As("anqi").PatchAsync($"/workflows/{id}", new { name = "First", revision = 1 })).Ok();
        (await site.As("anqi").PatchAsync($"/workflows/{id}", new { name = "Second", revision = 1 })).Refused("workflow.changed_meanwhile");
        (await site.As("anqi").PatchAsync($"/workflows/{id}", new { name = "Second" }, ("If-Match", "\"1\""))).Refused("workflow.changed_meanwhile");
        Assert.Contains("revision", (await site.As("anqi").PatchAsync($"/workflows/{id}", new { name = "Second", revision = "new" })).Refused("api.members_wrong").Fields.Keys);

        var read = await site.As("anqi").GetAsync($"/workflows/{id}");
        Assert.Equal(("First", "\"2\""), (read.Ok().GetProperty("name").GetString(), read.ETag));
        Assert.Equal("\"3\"", (await site.As("anqi").PatchAsync($"/workflows/{id}", new { name = "Third" }, ("If-Match", read.ETag!))).ETag);
    }

    [Theory]
    [InlineData("{", "api.body_malformed")]
    [InlineData("[]", "api.body_malformed")]
    [InlineData("", "api.body_missing")]
    [InlineData("{}", "workflow.edit_not_valid")]
    [InlineData("""{"name": "X", "limit_expression": "{\"period\": 1}"}""", "workflow.edit_not_valid")]
    [InlineData("""{"name": "X", "display_form_str": "{}"}""", "workflow.edit_not_valid")]
    [InlineData("""{"name": "X", "display_form_str": 99999999999999999999}""", "workflow.edit_not_valid")]
    [InlineData("""{"name": "X", "notices": "1,2"}""", "workflow.edit_not_valid")]
    [InlineData("""{"name": ["X"], "view_permission_check": "perhaps"}""", "workflow.edit_not_valid")]
    public async Task A_wrong_workflow_is_refused_and_nothing_is_added(string body, string error)
    {
        var before = (await site.As("anqi").GetAsync("/workflows")).Ok().GetProperty("total").GetInt32();

        (await site.As("anqi").SendAsync(HttpMethod.Post, "/workflows", body)).Refused(error);

        Assert.Equal(before, (await site.As("anqi").GetAsync("/workflows")).Ok().GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_request_that_is_repeated_adds_one_workflow()
    {
        var first = await site.As("anqi").PostAsync("/workflows", new { name = "Once" }, ("Idempotency-Key", "add-once"));
        var again = await site.As("anqi").PostAsync("/workflows", new { name = "Once" }, ("Idempotency-Key", "add-once"));

        Assert.Equal(first.Text, again.Text);
        Assert.Equal(1, (await site.As("anqi").GetAsync("/workflows?name=Once")).Ok().GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Parts_that_do_not_exist_are_not_changed()
    {
        var leave = await site.WorkflowAsync("Leave");
        var path = $"/workflows/{leave.Workflow.Value}";

        (await site.As("anqi").PatchAsync($"{path}/states/1", new { name = "X" })).Refused("workflow.state_unknown");
        (await site.As("anqi").DeleteAsync($"{path}/states/9223372036854775807")).Refused("workflow.state_unknown");
        Assert.Equal("the record is not exist or has been deleted", (await site.As("anqi").DeleteAsync($"{path}/transitions/1")).Refused("workflow.transition_unknown").Message);
        (await site.As("anqi").PatchAsync($"{path}/transitions/1", new { name = "X" })).Refused("workflow.transition_unknown");
        (await site.As("anqi").DeleteAsync($"{path}/custom_fields/1")).Refused("workflow.field_unknown");
        (await site.As("anqi").PatchAsync("/workflows/1", new { name = "X" })).Refused("workflow.unknown");
    }

    [Theory]
    [InlineData("", "name description notices view_permission_check limit_expression display_form_str revision")]
    [InlineData("/ID/states", "name type_id order_id is_hidden sub_workflow_id remember_last_man_enable participant_type_id participant distribute_type_id state_field_str label enable_retreat")]
    [InlineData("/ID/states", "participant", 3)]
    [InlineData("/ID/states", "participant", 10)]
    [InlineData("/ID/transitions", "name source_state_id destination_state_id transition_type_id timer condition_expression attribute_type_id field_require_check alert_enable alert_text")]
    [InlineData("/ID/custom_fields", "field_type_id field_key field_name order_id default_value description field_template boolean_field_display field_choice label")]
    [InlineData("/custom_notices", "name hook_url hook_token type_id description")]
    public async Task Whatever_is_sent_is_answered(string path, string members, int participantType = 1)
    {
        object?[] odd = [null, true, -1, 1e300, long.MaxValue, "", " ", "x", "-5", "\0", "{}", "[]", "[null]", "{\"a\": [{}]}", "{\"\": 9}", "99999999999999999999", new string('x', 30_000), new[] { 1, 2 }, new { a = new { b = 1 } }];
        var fuzzed = (await site.As("anqi").PostAsync("/workflows", new { name = "Fuzzed" })).Ok().GetProperty("workflow_id").GetInt64();
        var state = (await site.As("anqi").PostAsync($"/workflows/{fuzzed}/states", new { name = "A" })).Ok().GetProperty("state_id").GetInt64();
        var address = $"/workflows{path.Replace("ID", $"{fuzzed}", StringComparison.Ordinal)}";

        foreach (var member in members.Split(' '))
        {
            foreach (var value in odd)
            {
                var body = new Dictionary<string, object?>
                {
                    ["name"] = "A",
                    ["participant_type_id"] = participantType,
                    ["source_state_id"] = state,
                    ["destination_state_id"] = state,
                    ["field_type_id"] = 35,
                    ["field_key"] = $"key{Guid.NewGuid():N}",
                    ["field_name"] = "A",
                    ["field_choice"] = """{"1": "One"}""",
                    ["hook_url"] = "https://x.example",
                };
                body[member] = value;

                var reply = await site.As("anqi").PostAsync(address, body);

                Assert.True(reply.Code is 0 || reply.Error is "workflow.edit_not_valid" or "api.members_wrong" or "channel.not_valid", $"{member} = {JsonSerializer.Serialize(value)}: {reply.Text}");
            }
        }

        (await site.As("anqi").GetAsync($"/workflows/{fuzzed}/states?per_page=1000")).Ok();
        (await site.As("anqi").GetAsync($"/workflows/{fuzzed}/transitions?per_page=1000")).Ok();
        (await site.As("anqi").GetAsync($"/workflows/{fuzzed}/custom_fields?per_page=1000")).Ok();
    }

    [Theory]
    [InlineData("page=x")]
    [InlineData("per_page=99999999999999999999")]
    [InlineData("page=1.5")]
    public async Task A_page_that_is_none_is_refused(string query)
    {
        foreach (var path in (string[])["", "/1/states", "/1/transitions", "/1/custom_fields", "/run_scripts", "/custom_notices"])
        {
            (await site.As("anqi").GetAsync($"/workflows{path}?{query}")).Refused("api.members_wrong");
        }
    }

    [Fact]
    public async Task What_a_caller_reads_it_may_send_back_and_nothing_is_lost()
    {
        var release = await site.WorkflowAsync("Release");
        var path = $"/workflows/{release.Workflow.Value}";

        foreach (var row in (await site.As("anqi").GetAsync($"{path}/states?per_page=100")).Ok().GetProperty("value").EnumerateArray())
        {
            (await site.As("anqi").PatchAsync($"{path}/states/{row.GetProperty("id").GetInt64()}", row)).Ok();
        }

        foreach (var row in (await site.As("anqi").GetAsync($"{path}/transitions?per_page=100")).Ok().GetProperty("value").EnumerateArray())
        {
            (await site.As("anqi").PatchAsync($"{path}/transitions/{row.GetProperty("id").GetInt64()}", row)).Ok();
        }

        foreach (var row in (await site.As("anqi").GetAsync($"{path}/custom_fields?per_page=100")).Ok().GetProperty("value").EnumerateArray())
        {
            (await site.As("anqi").PatchAsync($"{path}/custom_fields/{row.GetProperty("id").GetInt64()}", row)).Ok();
        }

        (await site.As("anqi").PatchAsync(path, (await site.As("anqi").GetAsync(path)).Ok().EnumerateObject().Where(member => member.Name != "revision").ToDictionary(member => member.Name, member => member.Value))).Ok();

        var after = await site.WorkflowAsync("Release");
        Assert.Equal(release.States.Select(Words), after.States.Select(Words));
        Assert.Equal(release.Transitions.Select(way => $"{way with { Branches = [] }}"), after.Transitions.Select(way => $"{way with { Branches = [] }}"));
        Assert.Equal(release.Fields.Select(field => $"{field with { Choices = [] }}"), after.Fields.Select(field => $"{field with { Choices = [] }}"));
    }

    private static string Words(State state) =>
        $"{state.Name} {state.Name.English} {state.Kind} {state.Participants.GetType()} {state.Distribution} {state.Voting} {state.Join} {state.Returns} {state.AllowsWithdrawal} {state.Timers.Count} {state.Access.Count}";
}
