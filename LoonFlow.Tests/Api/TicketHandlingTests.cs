using System.Text.Json;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data.Demo;
using LoonFlow.Web.Features.Workflows;

namespace LoonFlow.Tests.Api;

/// <summary>Handling over the API: in which words it is refused, and what happens when two come at once (spec B.10, B.11, C.2.4).</summary>
public sealed class TicketHandlingTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task What_is_no_handling_is_refused_in_loonflows_words()
    {
        var id = await site.FileLeaveAsync();

        Assert.Equal("patch参数为空", (await site.As("wu").PatchAsync($"/tickets/{id}", "")).Refused("api.body_missing").Message);
        Assert.Equal("参数不合法,请提供username，transition_id", (await site.As("wu").PatchAsync($"/tickets/{id}")).Refused("api.handling_incomplete").Message);
        Assert.Equal("参数不合法,请提供username，transition_id", (await site.As(null).PatchAsync($"/tickets/{id}", new { transition_id = 1 })).Refused("api.handling_incomplete").Message);
        Assert.Equal("transition_id is invalid", (await site.As("wu").PatchAsync($"/tickets/{id}", new { transition_id = 1 })).Refused("ticket.transition_not_here").Message);
        Assert.Equal("工单不存在或已被删除", (await site.As("wu").PatchAsync("/tickets/987654", new { transition_id = 1 })).Refused("ticket.not_found").Message);
        Assert.Equal("非当前处理人，无权处理", (await site.As("lin").PatchAsync($"/tickets/{id}", new { transition_id = await site.As("wu").ButtonAsync(id, "同意") })).Refused("ticket.not_a_participant").Message);
    }

    [Fact]
    public async Task Claiming_and_consulting_are_told_apart_from_handling()
    {
        var id = await InOperationsAsync();
        var (feng, jiang) = (site.As("feng"), site.As("jiang"));
        var granted = (await site.WorkflowAsync("VPN access")).Transitions.Single(way => way.Name.English == "Access granted").Id.Value;
        var handling = new { transition_id = granted, vpn_account = "lin.x" };

        Assert.Equal("需要先接单再处理", (await feng.PatchAsync($"/tickets/{id}", handling)).Refused("ticket.claim_first").Message);
        (await feng.PostAsync($"/tickets/{id}/add_node_end")).Refused("ticket.no_consultation_open");
        Assert.True((await feng.PostAsync($"/tickets/{id}/accept")).Ok().GetBoolean());
        Assert.Equal("工单当前实际处理人只有一人，无需先接单", (await feng.PostAsync($"/tickets/{id}/accept")).Refused("ticket.nothing_to_claim").Message);
        Assert.Equal("非当前处理人，无权处理", (await jiang.PostAsync($"/tickets/{id}/accept")).Refused("ticket.not_a_participant").Message);
        Assert.Equal("此工单的必填字段为:vpn_account", (await feng.PatchAsync($"/tickets/{id}", new { transition_id = granted })).Refused("ticket.form_incomplete").Message);
        (await feng.PostAsync($"/tickets/{id}/add_node", new { target_username = "nobody" })).Refused("ticket.target_unknown");
        (await feng.PostAsync($"/tickets/{id}/deliver")).Refused("api.members_wrong");
        (await feng.PostAsync($"/tickets/{id}/add_node", new { target_username = "jiang" })).Ok();
        Assert.Equal("工单当前处于加签中，只允许加签完成操作", (await jiang.PatchAsync($"/tickets/{id}", handling)).Refused("ticket.consultation_open").Message);
        (await jiang.PostAsync($"/tickets/{id}/add_node_end")).Ok();
        (await feng.PatchAsync($"/tickets/{id}", handling)).Ok();
    }

    [Fact]
    public async Task What_a_state_does_not_allow_is_refused_to_callers_too()
    {
        var leave = await site.WorkflowAsync("Leave");
        var document = leave.Document with { States = [.. leave.Document.States.Select(state => state with { Actions = StateActions.None })] };
        Expect.Accepted(await site.UseCases.PublishAsync(leave.Workflow, document));
        var forbidding = await site.FileLeaveAsync();
        Expect.Accepted(await site.UseCases.PublishAsync(leave.Workflow, leave.Document));
        var allowing = await site.FileLeaveAsync();

        (await site.As("wu").PostAsync($"/tickets/{forbidding}/deliver", new { target_username = "jiang" })).Refused("ticket.may_not_forward_here");
        (await site.As("wu").PostAsync($"/tickets/{forbidding}/add_node", new { target_username = "jiang" })).Refused("ticket.may_not_consult_here");
        (await site.As("wu").PostAsync($"/tickets/{allowing}/deliver", new { target_username = "jiang" })).Ok();
    }

    [Fact]
    public async Task Of_two_who_handle_at_once_one_moves_the_ticket_and_the_other_is_told()
    {
        var id = await site.FileLeaveAsync();
        var handling = new { transition_id = await site.As("wu").ButtonAsync(id, "同意") };

        var replies = await Task.WhenAll(site.As("wu").PatchAsync($"/tickets/{id}", handling), site.As("wu").PatchAsync($"/tickets/{id}", handling));

        Assert.Single(replies, reply => reply.Code == 0);
        Assert.Contains(replies.Single(reply => reply.Code != 0).Error, (string[])["ticket.changed_meanwhile", "ticket.not_a_participant", "ticket.transition_not_here"]);
        Assert.Equal(2, (await site.As("lin").DetailAsync(id)).GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task A_decision_on_what_is_no_longer_so_is_refused_by_header_and_by_member()
    {
        var id = await site.FileLeaveAsync();
        var seen = (await site.As("wu").GetAsync($"/tickets/{id}")).ETag!;
        (await site.As("lin").PostAsync($"/tickets/{id}/comments", new { suggestion = "one more thing" })).Ok();
        var transition = await site.As("wu").ButtonAsync(id, "同意");

        (await site.As("wu").PatchAsync($"/tickets/{id}", new { transition_id = transition }, ("If-Match", seen))).Refused("ticket.changed_meanwhile");
        (await site.As("wu").PatchAsync($"/tickets/{id}", new { transition_id = transition }, ("If-Match", "\"never\""))).Refused("ticket.changed_meanwhile");
        (await site.As("wu").PatchAsync($"/tickets/{id}", new { transition_id = transition, revision = 1 })).Refused("ticket.changed_meanwhile");
        (await site.As("wu").PatchAsync($"/tickets/{id}", new { transition_id = transition, revision = 2 })).Ok();
    }

    [Fact]
    public async Task A_handling_that_is_repeated_is_done_once_and_answered_the_same()
    {
        var id = await site.FileLeaveAsync();
        var handling = new { transition_id = await site.As("wu").ButtonAsync(id, "同意"), suggestion = "fine" };
        (string, string) key = ("Idempotency-Key", $"agree-{id}");

        (await site.As("wu").PatchAsync($"/tickets/{id}", handling, key)).Ok();
        (await site.As("wu").PatchAsync($"/tickets/{id}", handling, key)).Ok();

        Assert.Equal(2, (await site.As("lin").GetAsync($"/tickets/{id}/flowlogs")).Ok().GetProperty("total").GetInt32());
        (await site.As("wu").PatchAsync($"/tickets/{id}", new { handling.transition_id }, key)).Refused("api.key_reused");
    }

    [Fact]
    public async Task Wrong_values_are_refused_whole_and_null_clears()
    {
        var id = await InOperationsAsync();
        (await site.As("feng").PostAsync($"/tickets/{id}/accept")).Ok();
        var granted = await site.As("feng").ButtonAsync(id, "授权完成");

        var reply = await site.As("feng").PatchAsync($"/tickets/{id}", new { transition_id = granted, vpn_account = new string('x', 1_001), title = "not mine to change" });

        Assert.Equal(["vpn_account"], reply.Refused("ticket.form_incomplete").Fields.Keys);
        (await site.As("feng").PatchAsync($"/tickets/{id}/fields", new { vpn_account = "lin.x" })).Ok();
        (await site.As("feng").PatchAsync($"/tickets/{id}/fields", new { vpn_account = (string?)null })).Ok();
        Assert.Equal(JsonValueKind.Null, (await FieldAsync("feng", id, "vpn_account")).ValueKind);
        Assert.Equal("VPN please", (await site.As("feng").DetailAsync(id)).GetProperty("title").GetString());
    }

    [Fact]
    public async Task In_parallel_branches_each_acts_where_the_transition_leaves()
    {
        var release = await site.WorkflowAsync("Release");
        var filed = await site.As("lin").PostAsync("/tickets", new
        {
            workflow_id = release.Workflow.Value,
            transition_id = release.LeavingFrom(release.Start.Id)[0].Id.Value,
            title = "Two branches",
            release_product = "web",
            release_kind = "planned",
            release_window = "2026-03-09 20:00:00",
            release_changes = "New pages",
            release_rollback = "The image before",
        });
        var id = filed.Ok().GetProperty("ticket_id").GetInt64();
        (await site.As("wu").PressAsync(id, "同意")).Ok();

        var jiang = (await site.As("jiang").GetAsync($"/tickets/{id}/transitions")).Ok().GetProperty("value").EnumerateArray().ToArray();
        var security = jiang.First(button => button.GetProperty("attribute_type_id").GetInt32() == 1);
        (await site.As("jiang").PatchAsync($"/tickets/{id}", new { transition_id = security.GetProperty("transition_id").GetInt64(), visit = security.GetProperty("visit").GetInt32() })).Ok();

        Assert.Contains(jiang, button => button.GetProperty("is_accept").GetBoolean());
        Assert.Equal([id], await site.As("gao").IdsAsync($"category=duty&ticket_ids={id}"));
    }

    [Fact]
    public async Task Where_every_one_decides_the_row_says_who_has()
    {
        var company = await site.CompanyAsync();
        var everyone = await site.PublishAsync(ApprovalWorkflow.Of(company) with
        {
            Name = "Everyone",
            States = [.. ApprovalWorkflow.Of(company).States.Select(state => state.Id == ApprovalWorkflow.Operators
                ? state with { Distribution = Distribution.AllMustProcess, RemembersLastHandler = false }
                : state)],
        });
        var id = (await site.As("lin").PostAsync("/tickets", new { workflow_id = everyone.Workflow.Value, transition_id = ApprovalWorkflow.Submit.Value, title = "All", reason = "r" })).Ok().GetProperty("ticket_id").GetInt64();
        (await site.As("wu").PressAsync(id, "同意")).Ok();
        (await site.As("feng").PressAsync(id, "完成")).Ok();

        var row = await site.As("lin").DetailAsync(id);
        var map = JsonDocument.Parse(row.GetProperty("multi_all_person").GetString()!).RootElement;

        Assert.Equal("完成", map.GetProperty("feng").GetProperty("transition_name").GetString());
        Assert.Equal("{}", map.GetProperty("jiang").GetRawText());
        Assert.Equal(("jiang", "多人且全部处理"), (row.GetProperty("participant").GetString(), row.GetProperty("participant_info").GetProperty("participant_type_name").GetString()));
        Assert.Contains("(feng)已处理:完成;", row.GetProperty("participant_info").GetProperty("participant_alias").GetString(), StringComparison.Ordinal);
        Assert.Contains("(jiang)未处理:None", row.GetProperty("participant_info").GetProperty("participant_alias").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_has_nothing_to_do_with_a_ticket_hears_so_from_an_application()
    {
        var id = await site.FileLeaveAsync();
        const string NotRelated = "用户不是该工单的关系人，且该工作流开启了查看权限校验";

        Assert.Equal(NotRelated, (await site.As("ma").GetAsync($"/tickets/{id}")).Refused("api.not_related").Message);
        (await site.As("ma").GetAsync($"/tickets/{id}/flowlogs")).Refused("api.not_related");
        (await site.As("ma").GetAsync($"/tickets/{id}/flowsteps")).Refused("api.not_related");
        (await site.As("ma").PostAsync($"/tickets/{id}/comments", new { suggestion = "hello" })).Refused("api.not_related");
        Assert.Equal("用户当前无处理权限", (await site.As("ma").GetAsync($"/tickets/{id}/transitions")).Message);
        Assert.Equal("ticket_id and username should not be null", (await site.As(null).PostAsync($"/tickets/{id}/comments", new { suggestion = "hello" })).Refused("api.comment_incomplete").Message);
    }

    /// <summary>A VPN request that waits for one of the operators.</summary>
    private async Task<long> InOperationsAsync()
    {
        var vpn = await site.WorkflowAsync("VPN access");
        var filed = await site.As("lin").PostAsync("/tickets", new
        {
            workflow_id = vpn.Workflow.Value,
            transition_id = vpn.LeavingFrom(vpn.Start.Id)[0].Id.Value,
            title = "VPN please",
            vpn_systems = new[] { "git", "oa" },
            vpn_until = "2026-06-30",
            vpn_reason = "home office",
        });
        var id = filed.Ok().GetProperty("ticket_id").GetInt64();
        (await site.As("wu").PressAsync(id, "同意")).Ok();
        Assert.Equal("git,oa", (await FieldAsync("feng", id, VpnWorkflow.Systems)).GetString());
        Assert.Equal("2026-06-30", (await FieldAsync("feng", id, VpnWorkflow.Until)).GetString());

        return id;
    }

    private async Task<JsonElement> FieldAsync(string userName, long id, string key) =>
        (await site.As(userName).DetailAsync(id)).GetProperty("field_list").EnumerateArray().Single(field => field.GetProperty("field_key").GetString() == key).GetProperty("field_value");
}
