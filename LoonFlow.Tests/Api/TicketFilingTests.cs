using LoonFlow.Domain.Access;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data.Demo;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Api;

/// <summary>Filing over the API: what is taken, what is refused in which words, and that nothing is done twice (spec B.1, C.2.2).</summary>
public sealed class TicketFilingTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Theory]
    [InlineData("""{"workflow_id":"1","transition_id":2}""", "api.filing_ids_wrong", "workflow_id或transition_id类型不合法")]
    [InlineData("""{"workflow_id":1}""", "api.filing_ids_wrong", "workflow_id或transition_id类型不合法")]
    [InlineData("{}", "api.filing_ids_wrong", "workflow_id或transition_id类型不合法")]
    [InlineData("", "api.body_missing", "post参数为空")]
    [InlineData("""{"workflow_id":987654,"transition_id":2}""", "workflow.not_found", "工作流不存在")]
    [InlineData("""{"workflow_id":1,""", "api.body_malformed", null)]
    [InlineData("""[1]""", "api.body_malformed", null)]
    public async Task What_is_no_filing_is_refused_in_loonflows_words(string body, string error, string? message)
    {
        var reply = (await site.As("lin").PostAsync("/tickets", body)).Refused(error);

        Assert.Equal(message ?? reply.Message, reply.Message);
    }

    [Fact]
    public async Task Nobody_files_for_nobody()
    {
        var leave = await site.WorkflowAsync("Leave");

        var reply = await site.As(null).PostAsync("/tickets", ApiSiteTicketExtensions.LeaveForm(leave));

        Assert.Equal("参数不合法,请提供workflow_id，username，transition_id", reply.Refused("api.filing_incomplete").Message);
    }

    [Fact]
    public async Task Every_required_field_is_named_when_one_is_missing_and_nothing_is_stored()
    {
        var leave = await site.WorkflowAsync("Leave");
        var form = ApiSiteTicketExtensions.LeaveForm(leave, "Without a reason");
        form.Remove(LeaveWorkflow.Reason);
        form[LeaveWorkflow.Days] = "many";

        var reply = (await site.As("lin").PostAsync("/tickets", form)).Refused("ticket.form_incomplete");

        Assert.Equal("此工单的必填字段为:title,leave_type,leave_start,leave_end,leave_days,leave_proxy,leave_reason", reply.Message);
        Assert.Equal([LeaveWorkflow.Days, LeaveWorkflow.Reason], reply.Fields.Keys.Order());
        Assert.DoesNotContain("Without a reason", await TitlesAsync());
    }

    [Fact]
    public async Task Wrong_values_are_told_by_field()
    {
        var leave = await site.WorkflowAsync("Leave");
        var form = ApiSiteTicketExtensions.LeaveForm(leave, "Wrong values");
        form[LeaveWorkflow.Type] = "9";
        form[LeaveWorkflow.Start] = "yesterday";
        form[LeaveWorkflow.Proxy] = "nobody";
        form[LeaveWorkflow.Proof] = Guid.NewGuid().ToString();

        var reply = (await site.As("lin").PostAsync("/tickets", form)).Refused("ticket.form_incomplete");

        Assert.Equal([LeaveWorkflow.Proof, LeaveWorkflow.Proxy, LeaveWorkflow.Start, LeaveWorkflow.Type], reply.Fields.Keys.Order());
        Assert.DoesNotContain("Wrong values", await TitlesAsync());
    }

    [Fact]
    public async Task Numbers_times_and_choices_are_taken_in_the_ways_that_callers_write_them()
    {
        var leave = await site.WorkflowAsync("Leave");
        var form = ApiSiteTicketExtensions.LeaveForm(leave, "As callers write it", days: "1.5");
        form[LeaveWorkflow.Type] = 1;
        form[LeaveWorkflow.End] = "2026-03-10 12:00";

        var id = (await site.As("lin").PostAsync("/tickets", form)).Ok().GetProperty("ticket_id").GetInt64();
        var fields = (await site.As("lin").DetailAsync(id)).GetProperty("field_list").EnumerateArray().ToDictionary(field => field.GetProperty("field_key").GetString()!, field => field.GetProperty("field_value"));

        Assert.Equal("1", fields[LeaveWorkflow.Type].GetString());
        Assert.Equal(1.5m, fields[LeaveWorkflow.Days].GetDecimal());
        Assert.Equal("2026-03-10 12:00:00", fields[LeaveWorkflow.End].GetString());
    }

    [Fact]
    public async Task A_file_is_uploaded_first_and_then_named_by_its_id()
    {
        var leave = await site.WorkflowAsync("Leave");
        using var upload = new MultipartFormDataContent { { new ByteArrayContent("proof"u8.ToArray()), "file", "proof.pdf" } };
        var uploaded = (await site.As("lin").SendAsync(HttpMethod.Post, "/tickets/upload_file", upload)).Ok();
        var form = ApiSiteTicketExtensions.LeaveForm(leave, "With proof");
        form[LeaveWorkflow.Proof] = uploaded.GetProperty("id").GetString();

        (await site.As("gao").PostAsync("/tickets", form)).Refused("ticket.form_incomplete");
        var id = (await site.As("lin").PostAsync("/tickets", form)).Ok().GetProperty("ticket_id").GetInt64();

        var file = (await site.As("wu").DetailAsync(id)).GetProperty("field_list").EnumerateArray().Single(field => field.GetProperty("field_key").GetString() == LeaveWorkflow.Proof).GetProperty("field_value")[0];
        Assert.Equal(("proof.pdf", 5), (file.GetProperty("name").GetString(), file.GetProperty("size").GetInt32()));
        (await site.As("lin").PostAsync("/tickets/upload_file", new { file = "proof" })).Refused("file.malformed");
    }

    [Fact]
    public async Task A_transition_that_does_not_leave_the_start_is_refused()
    {
        var leave = await site.WorkflowAsync("Leave");
        var form = ApiSiteTicketExtensions.LeaveForm(leave);
        form["transition_id"] = leave.Transitions[^1].Id.Value;

        Assert.Equal("transition_id is invalid", (await site.As("lin").PostAsync("/tickets", form)).Refused("ticket.transition_not_here").Message);
    }

    [Fact]
    public async Task A_request_that_is_repeated_files_one_ticket_and_is_answered_the_same()
    {
        var leave = await site.WorkflowAsync("Leave");
        var form = ApiSiteTicketExtensions.LeaveForm(leave, "Only once");
        (string, string) key = ("Idempotency-Key", "only-once");

        var replies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => site.As("lin").PostAsync("/tickets", form, key)));
        var later = await site.As("lin").PostAsync("/tickets", form, key);

        Assert.Single(replies.Append(later).Select(reply => reply.Ok().GetProperty("ticket_id").GetInt64()).Distinct());
        Assert.Single(await TitlesAsync(), title => title == "Only once");
    }

    [Fact]
    public async Task A_child_names_the_parent_and_the_state_that_waits_for_it()
    {
        var parent = await site.FileLeaveAsync(title: "Parent");
        var leave = await site.WorkflowAsync("Leave");
        var state = (await site.As("lin").DetailAsync(parent)).GetProperty("state_id").GetInt64();
        var form = ApiSiteTicketExtensions.LeaveForm(leave, "Child");
        (form["parent_ticket_id"], form["parent_ticket_state_id"]) = (parent, state);

        var child = (await site.As("lin").PostAsync("/tickets", form)).Ok().GetProperty("ticket_id").GetInt64();

        Assert.Equal([child], await site.As("lin").IdsAsync($"category=all&parent_ticket_id={parent}&parent_ticket_state_id={state}"));
        form["parent_ticket_state_id"] = leave.Start.Id.Value;
        (await site.As("lin").PostAsync("/tickets", form)).Refused("children.parent_elsewhere");
    }

    [Fact]
    public async Task Whoever_may_not_file_is_told_as_loonflow_tells_it()
    {
        var hr = (await site.CompanyAsync()).Departments.First(department => department.Name.Contains("Human", StringComparison.Ordinal)).Id;
        var leave = await site.WorkflowAsync("Leave");
        var limited = await site.PublishAsync(leave.Document with { Name = "For HR", Limits = CreationLimits.None with { Departments = [hr] } });
        var form = ApiSiteTicketExtensions.LeaveForm(limited);

        Assert.Equal("user is not in allow dept", (await site.As("lin").PostAsync("/tickets", form)).Refused("creation.not_for_you").Message);
    }

    [Fact]
    public async Task An_application_files_with_its_workflows_only_and_with_its_prefix()
    {
        var (leave, vpn) = (await site.WorkflowAsync("Leave"), await site.WorkflowAsync("VPN access"));
        await site.SaveAsync(new Application { Id = default, Name = "cmdb", Schemes = ApiSchemes.Md5, Workflows = [leave.Workflow], SerialPrefix = "cmdb" });
        var cmdb = new ApiClient(site.Site, "cmdb", ApiSite.Secret, "lin");

        var filed = (await cmdb.PostAsync("/tickets", ApiSiteTicketExtensions.LeaveForm(leave))).Ok().GetProperty("ticket_id").GetInt64();
        var refused = await cmdb.PostAsync("/tickets", new { workflow_id = vpn.Workflow.Value, transition_id = vpn.LeavingFrom(vpn.Start.Id)[0].Id.Value });

        Assert.StartsWith("cmdb_20260302", (await cmdb.DetailAsync(filed)).GetProperty("sn").GetString(), StringComparison.Ordinal);
        Assert.Equal("APP:cmdb have no permission to create this workflow ticket", refused.Refused("application.workflow_not_granted").Message);
    }

    private async Task<IReadOnlyList<string>> TitlesAsync()
    {
        await using var db = await site.Site.DbAsync();

        return await db.Tickets.Select(ticket => ticket.Title).ToListAsync();
    }
}
