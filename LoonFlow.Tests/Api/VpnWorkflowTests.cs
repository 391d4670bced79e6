using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Workflows;

namespace LoonFlow.Tests.Api;

/// <summary>Old tooling builds the VPN workflow of loonflow's documentation (spec G.2) out of nothing, and a ticket is filed with it.</summary>
public sealed class VpnWorkflowTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task The_vpn_workflow_is_built_call_by_call_and_used()
    {
        var console = site.As("anqi");
        var operations = (await site.CompanyAsync()).Departments.Single(department => department.Name.Contains("Operations", StringComparison.Ordinal)).Id.Value;

        var id = (await console.PostAsync("/workflows", new { name = "VPN", description = "Apply for VPN", notices = "", view_permission_check = 1, limit_expression = "{}", display_form_str = "[]" })).Ok().GetProperty("workflow_id").GetInt64();
        var path = $"/workflows/{id}";
        var field = await console.PostAsync($"{path}/custom_fields", new
        {
            field_type_id = 55,
            field_key = "vpn_reason",
            field_name = "Reason",
            order_id = 110,
            default_value = (string?)null,
            description = "why",
            field_template = "Please state project and duration",
            boolean_field_display = "{}",
            field_choice = "{}",
            label = "{}",
        });
        Assert.True(field.Ok().GetProperty("value").GetProperty("custom_field_id").GetInt64() > 0);

        var start = await StateAsync("New", order: 1, type: 1, participantType: 5, "creator", 1, """{"title": 2, "vpn_reason": 2}""");
        var leader = await StateAsync("Leader approval", order: 2, type: 0, participantType: 5, "creator_tl", 1, """{"title": 1, "vpn_reason": 1}""");
        var ops = await StateAsync("Ops approval", order: 3, type: 0, participantType: 3, $"{operations}", 1, """{"title": 1, "vpn_reason": 1}""", remember: 1);
        var grant = await StateAsync("Automatic grant", order: 4, type: 0, participantType: 10, """{"hook_url": "https://vpn.example/grant", "hook_token": "s3cret", "wait": true, "extra_info": ""}""", 2, "{}");
        var confirm = await StateAsync("Initiator confirms", order: 5, type: 0, participantType: 5, "creator", 1, """{"title": 1, "vpn_reason": 1}""");
        var end = await StateAsync("End", order: 6, type: 2, participantType: 0, "", 1, "{}");
        var submit = await TransitionAsync("Submit", start, leader);
        await TransitionAsync("Agree", leader, ops);
        await TransitionAsync("Agree", ops, grant);
        await TransitionAsync("Script finished", grant, confirm, check: 0);
        await TransitionAsync("Confirmed", confirm, end);
        var last = await TransitionAsync("Not effective", confirm, ops, attribute: 2, check: 0, alert: "Sure?");
        Assert.Equal(string.Empty, last.Message);

        var version = (await site.Get<WorkflowStore>().PublishedAsync(new WorkflowId(id), default))!;
        Assert.Equal(["New", "Leader approval", "Ops approval", "Automatic grant", "Initiator confirms", "End"], version.States.Select(state => state.Name.Text));
        Assert.Equal(new ExternalCall("https://vpn.example/grant", $"state-{grant}", CallSignature.LoonflowMd5), Assert.IsType<ParticipantSpec.Hook>(version.State(new StateId(grant)).Participants).Call);
        Assert.True(version.State(new StateId(ops)).RemembersLastHandler);

        var form = (await site.As("lin").GetAsync($"{path}/init_state")).Ok();
        Assert.Equal(["title", "vpn_reason"], form.GetProperty("field_list").EnumerateArray().Select(entry => entry.GetProperty("field_key").GetString()));
        Assert.Equal(Id(submit), form.GetProperty("transition")[0].GetProperty("transition_id").GetInt64());

        var everything = (await console.GetAsync($"{path}/states?per_page=50")).Text + (await console.GetAsync($"/workflows/states/{grant}")).Text + (await site.As("lin").GetAsync($"/workflows/states/{grant}")).Text;
        Assert.DoesNotContain("s3cret", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("vpn.example", (await site.As("lin").GetAsync($"{path}/states?per_page=50")).Text, StringComparison.Ordinal);

        await FileAsync(version, Id(submit));

        async Task<long> StateAsync(string name, int order, int type, int participantType, string participant, int distribution, string form, int remember = 0)
        {
            var reply = await console.PostAsync($"{path}/states", new
            {
                name,
                sub_workflow_id = 0,
                is_hidden = 0,
                order_id = order,
                type_id = type,
                remember_last_man_enable = remember,
                participant_type_id = participantType,
                participant,
                distribute_type_id = distribution,
                state_field_str = form,
                label = "{}",
            });

            Assert.StartsWith("Kept as a draft. To be published: ", reply.Message, StringComparison.Ordinal);

            return reply.Ok().GetProperty("state_id").GetInt64();
        }

        async Task<ApiReply> TransitionAsync(string name, long from, long to, int attribute = 1, int check = 1, string alert = "")
        {
            var reply = await console.PostAsync($"{path}/transitions", new
            {
                name,
                transition_type_id = 1,
                timer = 0,
                source_state_id = from,
                destination_state_id = to,
                condition_expression = "[]",
                attribute_type_id = attribute,
                field_require_check = check,
                alert_enable = alert.Length > 0 ? 1 : 0,
                alert_text = alert,
            });
            reply.Ok();

            return reply;
        }
    }

    private static long Id(ApiReply transition) => transition.Ok().GetProperty("value").GetProperty("transition_id").GetInt64();

    private async Task FileAsync(WorkflowVersion version, long transition)
    {
        var filed = (await site.As("lin").PostAsync("/tickets", new { workflow_id = version.Workflow.Value, transition_id = transition, title = "VPN for Lin", vpn_reason = "home office" })).Ok();

        var ticket = (await site.As("lin").GetAsync($"/tickets/{filed.GetProperty("ticket_id").GetInt64()}")).Ok().GetProperty("value");
        Assert.Equal(version.States[1].Id.Value, ticket.GetProperty("state_id").GetInt64());
        Assert.Equal("home office", ticket.GetProperty("field_list").EnumerateArray().Single(field => field.GetProperty("field_key").GetString() == "vpn_reason").GetProperty("field_value").GetString());
    }
}
