using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Api;

/// <summary>Scripts and notices as loonflow's callers keep them (spec C.3.7).</summary>
public sealed class ScriptAndNoticeEndpointsTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task A_script_is_uploaded_changed_and_removed()
    {
        Assert.Equal("{}", (await UploadAsync("anqi", "/workflows/run_scripts", Script("grant.py", "print(1)"), ("script_name", "Grant"), ("script_desc", "Grants VPN"), ("is_active", "1"))).Ok().GetRawText());

        var listed = Assert.Single(JsonShape.HasList((await site.As("anqi").GetAsync("/workflows/run_scripts?search_value=Grants")).Ok(), "id:n name:s description:s saved_name:s is_active:b creator:s gmt_created:s"));
        Assert.Equal(("Grant", "anqi", true), (listed.GetProperty("name").GetString(), listed.GetProperty("creator").GetString(), listed.GetProperty("is_active").GetBoolean()));
        Assert.EndsWith(".py", listed.GetProperty("saved_name").GetString(), StringComparison.Ordinal);
        var id = listed.GetProperty("id").GetInt64();

        // The file may be left out, and what is left out stays.
        (await UploadAsync("anqi", $"/workflows/run_scripts/{id}", null, ("script_name", "Grant again"), ("is_active", "0"))).Ok();

        await using var db = await site.Site.DbAsync();
        var script = Assert.Single(db.Scripts, row => row.Id == id);
        Assert.Equal(("Grant again", "Grants VPN", "print(1)", false), (script.Name, script.Description, script.Content, script.IsActive));

        Assert.Equal("{}", (await site.As("anqi").DeleteAsync($"/workflows/run_scripts/{id}")).Ok().GetRawText());
        Assert.Equal("the record is not exist or has been deleted", (await site.As("anqi").DeleteAsync($"/workflows/run_scripts/{id}")).Refused("script.not_found").Message);
        (await UploadAsync("anqi", $"/workflows/run_scripts/{id}", Script("a.py", "1"), ("script_name", "Grant"))).Refused("script.not_found");
    }

    [Fact]
    public async Task A_script_sleeps_unless_it_is_said_to_run()
    {
        (await UploadAsync("anqi", "/workflows/run_scripts", Script("sleeping.py", "print(2)"), ("script_name", "Sleeping"))).Ok();

        var listed = (await site.As("anqi").GetAsync("/workflows/run_scripts?search_value=Sleeping")).Ok().GetProperty("value")[0];
        Assert.False(listed.GetProperty("is_active").GetBoolean());
    }

    [Fact]
    public async Task A_wrong_upload_is_refused_and_nothing_is_kept()
    {
        await using var db = await site.Site.DbAsync();
        var before = db.Scripts.Count();

        Assert.Contains("file", (await UploadAsync("anqi", "/workflows/run_scripts", null, ("script_name", "No file"))).Refused("api.members_wrong").Fields.Keys);
        Assert.Contains("file", (await UploadAsync("anqi", "/workflows/run_scripts", Script("run.sh", "rm"), ("script_name", "Shell"))).Refused("api.members_wrong").Fields.Keys);
        Assert.Contains("file", (await UploadAsync("anqi", "/workflows/run_scripts", Script("x.py", new string('x', 1_000_001)), ("script_name", "Long"))).Refused("script.form_incomplete").Fields.Keys);
        Assert.Contains("file", (await UploadAsync("anqi", "/workflows/run_scripts", ("x.py", [0xff, 0xfe, 0xfd]), ("script_name", "Bytes"))).Refused("api.members_wrong").Fields.Keys);
        Assert.Contains("script_name", (await UploadAsync("anqi", "/workflows/run_scripts", Script("x.py", "1"), ("script_desc", "No name"))).Refused("script.form_incomplete").Fields.Keys);
        Assert.Contains("is_active", (await UploadAsync("anqi", "/workflows/run_scripts", Script("x.py", "1"), ("script_name", "Maybe"), ("is_active", "maybe"))).Refused("api.members_wrong").Fields.Keys);
        (await site.As("anqi").PostAsync("/workflows/run_scripts", new { script_name = "JSON" })).Refused("api.form_missing");
        var broken = new ByteArrayContent("--x\r\nnonsense"u8.ToArray());
        broken.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        (await site.As("anqi").SendAsync(HttpMethod.Post, "/workflows/run_scripts", broken)).Refused("api.form_missing");

        Assert.Equal(before, db.Scripts.Count());
    }

    [Fact]
    public async Task Scripts_and_notices_are_for_administrators()
    {
        (await site.As("lin").GetAsync("/workflows/run_scripts")).Refused("settings.administrators_only");
        (await UploadAsync("lin", "/workflows/run_scripts", Script("x.py", "1"), ("script_name", "X"))).Refused("settings.administrators_only");
        (await site.As("lin").DeleteAsync("/workflows/run_scripts/1")).Refused("settings.administrators_only");
        (await site.As("lin").PostAsync("/workflows/custom_notices", new { name = "X", hook_url = "https://x.example" })).Refused("channel.not_allowed");
        (await site.As(null).GetAsync("/workflows/run_scripts")).Refused("api.person_missing");
    }

    [Fact]
    public async Task A_script_that_a_workflow_runs_is_not_removed()
    {
        (await UploadAsync("anqi", "/workflows/run_scripts", Script("used.py", "print(3)"), ("script_name", "Used"), ("is_active", "1"))).Ok();
        var script = (await site.As("anqi").GetAsync("/workflows/run_scripts?search_value=Used")).Ok().GetProperty("value")[0].GetProperty("id").GetInt64();
        var workflow = (await site.As("anqi").PostAsync("/workflows", new { name = "Runs" })).Ok().GetProperty("workflow_id").GetInt64();
        var ids = new List<long>();

        foreach (var (name, type, participantType, participant) in ((string, int, int, string)[])[("New", 1, 5, "creator"), ("Run", 0, 6, $"{script}"), ("End", 2, 0, "")])
        {
            ids.Add((await site.As("anqi").PostAsync($"/workflows/{workflow}/states", new { name, type_id = type, participant_type_id = participantType, participant, state_field_str = """{"title": 2}""" })).Ok().GetProperty("state_id").GetInt64());
        }

        (await site.As("anqi").PostAsync($"/workflows/{workflow}/transitions", new { name = "Submit", source_state_id = ids[0], destination_state_id = ids[1] })).Ok();
        Assert.Equal(string.Empty, (await site.As("anqi").PostAsync($"/workflows/{workflow}/transitions", new { name = "Done", source_state_id = ids[1], destination_state_id = ids[2] })).Message);

        (await site.As("anqi").DeleteAsync($"/workflows/run_scripts/{script}")).Refused("script.in_use");
        var state = (await site.As("anqi").GetAsync($"/workflows/states/{ids[1]}")).Ok();
        Assert.Equal((6, script.ToString(CultureInfo.InvariantCulture)), (state.GetProperty("participant_type_id").GetInt32(), state.GetProperty("participant").GetString()));
    }

    [Fact]
    public async Task A_notice_is_an_address_that_workflows_name()
    {
        var id = (await site.As("anqi").PostAsync("/workflows/custom_notices", new { name = "Operations", description = "Told of all", hook_url = "https://notice.example/hear", hook_token = "t0ps3cret" })).Ok().GetProperty("notice_id").GetInt64();

        var reply = await site.As("anqi").GetAsync("/workflows/custom_notices?search_value=Operations");
        var listed = Assert.Single(JsonShape.HasList(reply.Ok(), "id:n name:s description:s script:s title_template:s content_template:s creator:s gmt_created:s hook_url:s hook_token:s type_id:n"));
        Assert.Equal("https://notice.example/hear", listed.GetProperty("hook_url").GetString());
        Assert.DoesNotContain("t0ps3cret", reply.Text, StringComparison.Ordinal);
        JsonShape.HasList((await site.As("anqi").GetAsync("/workflows/simple_custom_notices")).Ok(), "id:n name:s");

        var workflow = (await site.As("anqi").PostAsync("/workflows", new { name = "Tells", notices = $"{id}" })).Ok().GetProperty("workflow_id").GetInt64();
        Assert.Equal($"{id}", (await site.As("anqi").GetAsync($"/workflows/{workflow}")).Ok().GetProperty("notices").GetString());

        (await site.As("anqi").PatchAsync($"/workflows/custom_notices/{id}", new { name = "Ops" })).Ok();
        (await site.As("anqi").PostAsync($"/workflows/custom_notices/{id}", new { name = "Ops", hook_url = "https://notice.example/other" })).Ok();
        Assert.Equal(id, (await site.As("anqi").DeleteAsync($"/workflows/custom_notices/{id}")).Ok().GetProperty("notice_id").GetInt64());
        Assert.Equal("the record is not exist or has been deleted", (await site.As("anqi").DeleteAsync($"/workflows/custom_notices/{id}")).Refused("channel.unknown").Message);
    }

    [Fact]
    public async Task What_a_notice_cannot_be_here_is_said()
    {
        (await UploadAsync("anqi", "/workflows/custom_notices", Script("notice.py", "print(4)"), ("notice_name", "Script"), ("title_template", "{title}"))).Refused("channel.script_not_run");
        Assert.Contains("description", (await site.As("anqi").PostAsync("/workflows/custom_notices", new { name = "Described", description = "D", hook_url = "https://d.example" })).Message, StringComparison.Ordinal);
        Assert.Contains("hook_url", (await site.As("anqi").PostAsync("/workflows/custom_notices", new { name = "No address" })).Refused("channel.not_valid").Fields.Keys);
        Assert.Contains("hook_url", (await site.As("anqi").PostAsync("/workflows/custom_notices", new { name = "Files", hook_url = "file:///etc/passwd" })).Refused("channel.not_valid").Fields.Keys);
        Assert.Contains("type_id", (await site.As("anqi").PostAsync("/workflows/custom_notices", new { name = "Pigeon", hook_url = "https://p.example", type_id = 9 })).Refused("api.members_wrong").Fields.Keys);
    }

    private static (string Name, byte[] Content) Script(string name, string content) => (name, Encoding.UTF8.GetBytes(content));

    private async Task<ApiReply> UploadAsync(string userName, string path, (string Name, byte[] Content)? file, params (string Name, string Value)[] values)
    {
        using var form = new MultipartFormDataContent();

        if (file is { } sent)
        {
            form.Add(new ByteArrayContent(sent.Content), "file", sent.Name);
        }

        foreach (var (name, value) in values)
        {
            form.Add(new StringContent(value), name);
        }

        return await site.As(userName).SendAsync(HttpMethod.Post, path, form);
    }
}
