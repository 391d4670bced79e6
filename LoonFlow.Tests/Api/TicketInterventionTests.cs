using System.Text.Json;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Api;

/// <summary>Stepping in over the API asks for the permission that it needs, which it did not in loonflow (spec B.22, C.2.8, E 8).</summary>
public sealed class TicketInterventionTests : IAsyncLifetime
{
    private static readonly StateId Start = new(71_001);
    private static readonly StateId Granting = new(71_002);
    private static readonly StateId Done = new(71_003);

    private ApiSite _site = null!;
    private TestReceiver _receiver = null!;

    [Fact]
    public async Task Only_who_may_step_in_moves_a_ticket_outside_the_flow()
    {
        var leave = await _site.WorkflowAsync("Leave");
        var id = await _site.FileLeaveAsync();
        var hr = leave.States.Single(state => state.Name.English == "HR approval").Id.Value;

        (await _site.As("wu").PutAsync($"/tickets/{id}/state", new { state_id = hr })).Refused("ticket.may_not_intervene");
        Assert.Equal("请提供新的状态id", (await _site.As("anqi").PutAsync($"/tickets/{id}/state")).Refused("api.state_missing").Message);
        Assert.Equal("工单状态不存在或已被删除", (await _site.As("anqi").PutAsync($"/tickets/{id}/state", new { state_id = 987_654 })).Refused("ticket.state_unknown").Message);
        Assert.Equal("修改工单状态成功", (await _site.As("anqi").PutAsync($"/tickets/{id}/state", new { state_id = hr })).Message);

        Assert.Equal(hr, (await _site.As("lin").DetailAsync(id)).GetProperty("state_id").GetInt64());
        Assert.Equal((8, "强制修改状态操作", "强制修改工单状态"), await LastAsync(id));
    }

    [Fact]
    public async Task A_patch_of_fields_sets_fields_and_nothing_else()
    {
        var id = await _site.FileLeaveAsync();
        var before = await _site.As("lin").DetailAsync(id);

        (await _site.As("wu").PatchAsync($"/tickets/{id}/fields", new { leave_reason = "another" })).Refused("ticket.may_not_intervene");
        (await _site.As("lin").PatchAsync($"/tickets/{id}/fields", new { leave_reason = "another" })).Refused("ticket.may_not_intervene");
        (await _site.As("anqi").PatchAsync($"/tickets/{id}/fields", new { creator = "anqi", state_id = 1, participant = "anqi", is_deleted = 1 })).Refused("ticket.nothing_to_correct");
        Assert.True((await _site.As("anqi").PatchAsync($"/tickets/{id}/fields", new { leave_reason = "another", title = "Renamed", creator = "anqi", state_id = 1, participant = "anqi", is_deleted = 1, leave_days = "3" })).Ok().GetBoolean());
        Assert.True((await _site.As("anqi").PatchAsync($"/tickets/{id}/fields", new { leave_reason = "another" })).Ok().GetBoolean());
        (await _site.As("anqi").PatchAsync($"/tickets/{id}/fields", new { leave_days = "many", leave_reason = "third" })).Refused("ticket.form_incomplete");

        var after = await _site.As("lin").DetailAsync(id);
        Assert.Equal("Renamed", after.GetProperty("title").GetString());
        Assert.All(["creator", "state_id", "participant", "is_deleted", "sn"], member => Assert.Equal(before.GetProperty(member).GetRawText(), after.GetProperty(member).GetRawText()));
        Assert.Equal("another", Field(after, "leave_reason").GetString());
        Assert.Equal(3, Field(after, "leave_days").GetDecimal());
        Assert.Equal((5, "修改字段操作", "修改工单字段"), await LastAsync(id));
    }

    [Fact]
    public async Task Closing_pulling_back_and_deleting_are_for_those_who_may()
    {
        var (closed, withdrawn, deleted) = (await _site.FileLeaveAsync(), await _site.FileLeaveAsync(), await _site.FileLeaveAsync());

        (await _site.As("lin").PostAsync($"/tickets/{closed}/close", new { suggestion = "mine" })).Refused("ticket.may_not_intervene");
        (await _site.As("anqi").PostAsync($"/tickets/{closed}/close", new { suggestion = "duplicate" })).Ok();
        Assert.Equal((7, "强制关闭操作", "强制关闭工单:duplicate"), await LastAsync(closed));
        Assert.Equal((true, 5), (await Flag(closed, "is_end"), (await _site.As("lin").DetailAsync(closed)).GetProperty("act_state_id").GetInt32()));

        (await _site.As("wu").PostAsync($"/tickets/{withdrawn}/retreat", new { suggestion = "not mine" })).Refused("ticket.not_the_creator");
        (await _site.As("lin").PostAsync($"/tickets/{withdrawn}/retreat", new { suggestion = "wait" })).Ok();
        Assert.Equal((10, "撤回", "wait"), await LastAsync(withdrawn));
        Assert.Equal((3, "lin"), ((await _site.As("lin").DetailAsync(withdrawn)).GetProperty("act_state_id").GetInt32(), (await _site.As("lin").DetailAsync(withdrawn)).GetProperty("participant").GetString()));

        (await _site.As("lin").DeleteAsync($"/tickets/{deleted}")).Refused("ticket.not_an_administrator");
        (await _site.As("anqi").DeleteAsync($"/tickets/{deleted}", new { suggestion = "by mistake" })).Ok();
        Assert.Equal("工单不存在或已被删除", (await _site.As("lin").GetAsync($"/tickets/{deleted}")).Refused("ticket.not_found").Message);
        Assert.Empty(await _site.As("lin").IdsAsync($"category=all&ticket_ids={deleted}"));
    }

    [Fact]
    public async Task A_handing_over_that_says_wrongly_from_whom_or_on_what_grounds_changes_nothing()
    {
        var id = await _site.FileLeaveAsync();

        (await _site.As("anqi").PostAsync($"/tickets/{id}/deliver", new { target_username = "gao", from_admin = 1, from_username = "nobody" })).Refused("ticket.target_unknown");
        Assert.Contains("from_admin", (await _site.As("wu").PostAsync($"/tickets/{id}/deliver", new { target_username = "gao", from_admin = "perhaps" })).Refused("api.members_wrong").Fields.Keys);

        Assert.Equal("wu", (await _site.As("wu").DetailAsync(id)).GetProperty("participant").GetString());
    }

    [Fact]
    public async Task Whoever_steps_in_takes_work_and_hands_it_over()
    {
        var id = await _site.FileLeaveAsync();

        (await _site.As("ma").PostAsync($"/tickets/{id}/deliver", new { target_username = "gao", from_admin = 1 })).Refused("ticket.not_found");
        (await _site.As("anqi").PostAsync($"/tickets/{id}/deliver", new { target_username = "gao", from_admin = 1 })).Ok();
        Assert.Equal([id], await _site.As("gao").IdsAsync($"category=duty&ticket_ids={id}"));
        (await _site.As("anqi").PostAsync($"/tickets/{id}/accept", new { from_admin = true })).Ok();
        Assert.Equal([id], await _site.As("anqi").IdsAsync($"category=duty&ticket_ids={id}"));
    }

    [Fact]
    public async Task A_hook_is_answered_once_and_only_by_an_application_that_has_the_workflow()
    {
        var id = await FileForHookAsync();
        var narrow = await _site.SaveAsync(new Application { Id = default, Name = "narrow", Schemes = ApiSchemes.Md5, Workflows = [(await _site.WorkflowAsync("Leave")).Workflow] });
        var leave = await _site.FileLeaveAsync();

        var row = await _site.As("lin").DetailAsync(id);
        Assert.Equal((10, "***"), (row.GetProperty("participant_type_id").GetInt32(), row.GetProperty("participant").GetString()));
        (await new ApiClient(_site.Site, narrow.Name, ApiSite.Secret, null).PostAsync($"/tickets/{id}/hook_call_back", new { result = true })).Refused("application.workflow_not_granted");
        Assert.Equal("工单当前处理人类型非hook，不执行回调操作", (await _site.As(null).PostAsync($"/tickets/{leave}/hook_call_back", new { result = true })).Refused("hook.nothing_waits").Message);
        (await _site.As(null).PostAsync($"/tickets/{id}/hook_call_back", new { field_value = "account" })).Refused("api.members_wrong");

        var answered = await _site.As(null).PostAsync($"/tickets/{id}/hook_call_back", new { result = true, msg = "granted", field_value = new { account = "v123", title = "not asked for" } });

        Assert.Equal("add ticket comment successful", answered.Message);
        Assert.Equal("\"\"", answered.Ok().GetRawText());
        var end = await _site.As("lin").DetailAsync(id);
        Assert.True(end.GetProperty("is_end").GetBoolean());
        Assert.Equal("v123", Field(end, "account").GetString());
        (await _site.As(null).PostAsync($"/tickets/{id}/hook_call_back")).Refused("hook.nothing_waits");
        var log = (await _site.As("lin").GetAsync($"/tickets/{id}/flowlogs")).Ok().GetProperty("value")[0];
        Assert.Equal((10, "hook", "granted"), (log.GetProperty("participant_type_id").GetInt32(), log.GetProperty("participant").GetString(), log.GetProperty("suggestion").GetString()));
    }

    [Fact]
    public async Task A_hook_that_failed_is_tried_again_by_those_who_may()
    {
        var id = await FileForHookAsync();
        (await _site.As("lin").PostAsync($"/tickets/{await _site.FileLeaveAsync()}/retry_script")).Refused("automation.nothing_to_retry");

        (await _site.As(null).PostAsync($"/tickets/{id}/hook_call_back", new { result = false, msg = "disk full" })).Ok();

        Assert.False(await Flag(id, "script_run_last_result"));
        Assert.Equal((9, "hook操作", "disk full"), await LastAsync(id));
        (await _site.As("ma").PostAsync($"/tickets/{id}/retry_script")).Refused("ticket.not_found");
        Assert.Equal("Ticket script retry start successful", (await _site.As("lin").PostAsync($"/tickets/{id}/retry_script")).Message);
        Assert.True(await Flag(id, "script_run_last_result"));
    }

    public async Task InitializeAsync()
    {
        _receiver = await TestReceiver.StartAsync();
        _site = await ApiSite.StartAsync(("Hooks:AllowPrivateAddresses", "true"));
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    /// <summary>A ticket whose hook was called and answers later.</summary>
    private async Task<long> FileForHookAsync()
    {
        var workflow = await _site.PublishAsync(new Sketch("Access")
            .Field("account", FieldType.Text)
            .Start(Start, "New", "title!")
            .Step(Granting, "Granting", new ParticipantSpec.Hook(new ExternalCall(_receiver.Url), Waits: true), "account?")
            .End(Done, "Done")
            .Agree(new TransitionId(71_011), "Submit", Start, Granting)
            .Agree(new TransitionId(71_021), "Granted", Granting, Done)
            .Document);
        var filed = await _site.As("lin").PostAsync("/tickets", new { workflow_id = workflow.Workflow.Value, transition_id = 71_011, title = "Access" });
        var id = filed.Ok().GetProperty("ticket_id").GetInt64();
        await Eventually.TrueAsync(async () =>
        {
            await using var db = await _site.Site.DbAsync();

            return (await db.Visits.AsNoTracking().Where(visit => EF.Property<TicketId>(visit, "Ticket") == new TicketId(id)).Select(visit => visit.Automation).SingleAsync()) is { Status: AutomationStatus.AwaitingAnswer };
        });

        return id;
    }

    private async Task<(int Code, string Caption, string Suggestion)> LastAsync(long id)
    {
        var log = (await _site.As("anqi").GetAsync($"/tickets/{id}/flowlogs")).Ok().GetProperty("value")[0];

        return (log.GetProperty("intervene_type_id").GetInt32(), log.GetProperty("transition").GetProperty("transition_name").GetString()!, log.GetProperty("suggestion").GetString()!);
    }

    private async Task<bool> Flag(long id, string member) => (await _site.As("lin").DetailAsync(id)).GetProperty(member).GetBoolean();

    private static JsonElement Field(JsonElement detail, string key) =>
        detail.GetProperty("field_list").EnumerateArray().Single(field => field.GetProperty("field_key").GetString() == key).GetProperty("field_value");
}
