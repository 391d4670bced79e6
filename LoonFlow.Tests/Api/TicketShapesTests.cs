using System.Text.Json;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Api;

/// <summary>The names and JSON types of every member that callers of loonflow read (spec C.2).</summary>
public sealed class TicketShapesTests(ApiSite site) : IClassFixture<ApiSite>
{
    private const string Row =
        """
        id:Number sn:String title:String workflow_id:Number state_id:Number parent_ticket_id:Number parent_ticket_state_id:Number
        participant_type_id:Number participant:String relation:String in_add_node:Flag add_node_man:String script_run_last_result:Flag
        is_end:Flag is_rejected:Flag multi_all_person:String creator:String is_deleted:Flag gmt_created:String gmt_modified:String
        act_state_id:Number act_state:String revision:Number state:Object participant_info:Object creator_info:Object workflow:Object workflow_info:Object
        """;

    [Fact]
    public async Task A_row_of_a_list_carries_every_column_of_loonflow()
    {
        var id = await site.FileLeaveAsync();

        var list = (await site.As("lin").GetAsync($"/tickets?category=owner&ticket_ids={id}")).Ok();
        var row = list.GetProperty("value")[0];

        Shape("value:Array total:Number page:Number per_page:Number", list);
        Shape(Row, row);
        Shape("state_id:Number state_name:String state_label:Object", row.GetProperty("state"));
        Shape("participant:String participant_name:String participant_type_id:Number participant_type_name:String participant_alias:String", row.GetProperty("participant_info"));
        Shape("username:String alias:String is_active:Flag email:String phone:String dept_info:Object", row.GetProperty("creator_info"));
        Shape("id:Number name:String parent_dept_id:Number leader:String approver:String", row.GetProperty("creator_info").GetProperty("dept_info"));
        Shape("workflow_id:Number workflow_name:String", row.GetProperty("workflow"));
        Assert.Equal(row.GetProperty("workflow").GetRawText(), row.GetProperty("workflow_info").GetRawText());
        Assert.Equal("2026-03-02 16:00:00", row.GetProperty("gmt_created").GetString());
        Assert.Equal(("wu", 1), (row.GetProperty("participant").GetString(), row.GetProperty("participant_type_id").GetInt32()));
        Assert.Equal("{}", row.GetProperty("multi_all_person").GetString());
        Assert.Equal("lin,wu", row.GetProperty("relation").GetString());
    }

    [Fact]
    public async Task The_detail_adds_the_form_and_the_state()
    {
        var id = await site.FileLeaveAsync();

        var reply = await site.As("wu").GetAsync($"/tickets/{id}");
        var detail = reply.Ok().GetProperty("value");

        Shape(Row + " field_list:Array state_info:Object", detail);
        Assert.Equal("\"1\"", reply.ETag);
        Shape(
            "id:Number name:String workflow_id:Number type_id:Number order_id:Number is_hidden:Flag enable_retreat:Flag remember_last_man_enable:Flag distribute_type_id:Number state_field:Object label:Object",
            detail.GetProperty("state_info"));
        var fields = detail.GetProperty("field_list").EnumerateArray().ToDictionary(field => field.GetProperty("field_key").GetString()!);
        Assert.All(fields.Values, field => Shape(
            "field_key:String field_name:String field_value:Any order_id:Number field_type_id:Number field_attribute:Number description:String field_choice:Object boolean_field_display:Object default_value:Any field_template:String label:Object",
            field));
        Assert.Equal("年假", fields["leave_type"].GetProperty("field_choice").GetProperty("1").GetString());
        Assert.Equal("2026-03-09 09:00:00", fields["leave_start"].GetProperty("field_value").GetString());
        Assert.Equal(2, fields["leave_days"].GetProperty("field_value").GetDecimal());
        Assert.Equal(JsonValueKind.Null, fields["leave_proof"].GetProperty("field_value").ValueKind);
    }

    [Fact]
    public async Task Buttons_logs_steps_and_contacts_have_their_shapes()
    {
        var id = await site.FileLeaveAsync();
        var wu = site.As("wu");

        var button = (await wu.GetAsync($"/tickets/{id}/transitions")).Ok().GetProperty("value")[0];
        var logs = (await wu.GetAsync($"/tickets/{id}/flowlogs")).Ok();
        var steps = (await wu.GetAsync($"/tickets/{id}/flowsteps")).Ok();
        var contacts = (await site.As(null).GetAsync($"/tickets/{id}/participant_info")).Ok();
        var states = (await site.As(null).GetAsync($"/tickets/states?ticket_ids={id},999999")).Ok();

        Shape(
            "transition_id:Number transition_name:String field_require_check:Flag is_accept:Flag in_add_node:Flag alert_enable:Flag enable_alert:Flag alert_text:String attribute_type_id:Number visit:Number",
            button);
        Shape("value:Array total:Number page:Number per_page:Number", logs);
        Shape(
            "id:Number ticket_id:Number state:Object transition:Object intervene_type_id:Number participant_type_id:Number participant:String participant_info:Object suggestion:String gmt_created:String gmt_modified:String",
            logs.GetProperty("value")[0]);
        Shape("state_id:Number state_name:String", logs.GetProperty("value")[0].GetProperty("state"));
        Shape("transition_id:Number transition_name:String attribute_type_id:Number", logs.GetProperty("value")[0].GetProperty("transition"));
        Shape("participant_type_id:Number participant:String participant_alias:String participant_email:String participant_phone:String", logs.GetProperty("value")[0].GetProperty("participant_info"));
        Shape("value:Array current_state_id:Number", steps);
        Shape("state_id:Number state_name:String order_id:Number state_flow_log_list:Array", steps.GetProperty("value")[0]);
        Shape(
            "id:Number transition:Object participant_type_id:Number participant:String participant_info:Object intervene_type_id:Number suggestion:String state_id:Number gmt_created:String",
            steps.GetProperty("value")[0].GetProperty("state_flow_log_list")[0]);
        Shape("participant_username_list:Array participant_info_list:Array", contacts);
        Shape("username:String alias:String phone:String email:String", contacts.GetProperty("participant_info_list")[0]);
        Assert.Equal($"{id}", Assert.Single(states.EnumerateObject()).Name);
        Shape("state_id:Number state_name:String", states.GetProperty($"{id}"));
    }

    [Fact]
    public async Task Counts_and_what_later_versions_added_have_their_shapes()
    {
        await site.FileLeaveAsync();
        var leave = await site.WorkflowAsync("Leave");
        var lin = site.As("lin");

        var days = (await lin.GetAsync("/tickets/num_statistics?start_date=2026-03-01&end_date=2026-03-03")).Ok();
        var one = (await lin.GetAsync($"/workflows/{leave.Workflow.Value}/statistics")).Ok();

        Shape("day:String type:String count:Number", days[0]);
        Assert.Equal(("2026-03-02", leave.Name.Text), (days[0].GetProperty("day").GetString(), days[0].GetProperty("type").GetString()));
        Shape("day:String count:Number", one.GetProperty("result_list")[0]);
        Assert.False((await lin.GetAsync($"/workflows/{leave.Workflow.Value}/can_intervene")).Ok().GetProperty("can_intervene").GetBoolean());
        Assert.True((await site.As("anqi").GetAsync($"/workflows/{leave.Workflow.Value}/can_intervene")).Ok().GetProperty("can_intervene").GetBoolean());
    }

    /// <summary>Exactly these members with these types; Any is one that may be null.</summary>
    private static void Shape(string expected, JsonElement actual)
    {
        var types = expected.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split(':')).ToDictionary(pair => pair[0], pair => pair[1]);
        var found = actual.EnumerateObject().ToDictionary(member => member.Name, member => types.GetValueOrDefault(member.Name) == "Any" ? "Any" : TypeOf(member.Value));

        Assert.Equal(types.OrderBy(pair => pair.Key, StringComparer.Ordinal), found.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    private static string TypeOf(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? "Flag" : value.ValueKind.ToString();
}
