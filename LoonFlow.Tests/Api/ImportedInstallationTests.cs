using System.Globalization;
using System.Text;
using System.Text.Json;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Hooks;
using LoonFlow.Web.Import;

namespace LoonFlow.Tests.Api;

/// <summary>
/// The original's own demo, moved over: its application "ops" calls with the name and the token that it always had, on its
/// workflows, its new tickets and its old ones (spec G.5).
/// </summary>
public sealed class ImportedInstallationTests(ImportedInstallation installation) : IClassFixture<ImportedInstallation>
{
    [DemoDumpFact]
    public async Task Python_files_a_vpn_request_and_takes_it_to_where_the_script_waits()
    {
        var form = JsonSerializer.Serialize(new Dictionary<string, string> { ["title"] = "VPN 出差", ["vpn_reason"] = "出差" });

        var said = await Samples.RunAsync(installation.Server.Url, ImportedInstallation.App, ImportedInstallation.Token, "python3", "approve.py", "vpn申请", "wangwu", form, "guiji", "wangwu");

        Assert.Contains("wangwu: 接单", said, StringComparison.Ordinal);
        Assert.EndsWith(": 授权脚本-自动执行中, not over", said.TrimEnd(), StringComparison.Ordinal);
    }

    [DemoDumpTheory]
    [InlineData(15, "lilei", "发起人-编辑中")]
    [InlineData(16, "lilei", "TL审批中")]
    [InlineData(18, "guiji", "运维人员-审批中")]
    public async Task An_old_ticket_is_found_read_and_handled_on_by_the_calls_of_its_time(long id, string user, string state)
    {
        var duty = await CallAsync(HttpMethod.Get, $"/tickets?category=duty&ticket_ids={id}", user);
        var detail = (await CallAsync(HttpMethod.Get, $"/tickets/{id}", user)).GetProperty("value");
        var history = await CallAsync(HttpMethod.Get, $"/tickets/{id}/flowlogs?per_page=100", user);
        var steps = await CallAsync(HttpMethod.Get, $"/tickets/{id}/flowsteps", user);
        var buttons = (await CallAsync(HttpMethod.Get, $"/tickets/{id}/transitions", user)).GetProperty("value");

        Assert.Equal(1, duty.GetProperty("total").GetInt32());
        Assert.Equal(state, detail.GetProperty("state").GetProperty("state_name").GetString());
        Assert.NotEqual(0, history.GetProperty("total").GetInt32());
        Assert.NotEqual(0, steps.GetProperty("value").GetArrayLength());

        if (buttons[0].GetProperty("is_accept").GetBoolean())
        {
            await CallAsync(HttpMethod.Post, $"/tickets/{id}/accept", user, "{}");
            buttons = (await CallAsync(HttpMethod.Get, $"/tickets/{id}/transitions", user)).GetProperty("value");
        }

        await CallAsync(HttpMethod.Patch, $"/tickets/{id}", user, $$"""{"transition_id":{{buttons[0].GetProperty("transition_id").GetInt64()}},"suggestion":"好"}""");

        var after = await CallAsync(HttpMethod.Get, $"/tickets/{id}/flowlogs?per_page=100", user);
        // The script of the state that follows may have been tried, and written down, already.
        Assert.Contains("好", after.GetProperty("value").EnumerateArray().Select(entry => entry.GetProperty("suggestion").GetString()));
        Assert.True(after.GetProperty("total").GetInt32() > history.GetProperty("total").GetInt32());
    }

    [DemoDumpFact]
    public async Task An_open_consultation_ends_by_the_call_that_always_ended_it()
    {
        var button = (await CallAsync(HttpMethod.Get, "/tickets/14/transitions", "zhangsan")).GetProperty("value")[0];

        await CallAsync(HttpMethod.Post, "/tickets/14/add_node_end", "zhangsan", """{"suggestion":"好"}""");

        Assert.True(button.GetProperty("in_add_node").GetBoolean());
        Assert.Equal("lilei", (await CallAsync(HttpMethod.Get, "/tickets/14", "lilei")).GetProperty("value").GetProperty("participant").GetString());
    }

    private async Task<JsonElement> CallAsync(HttpMethod method, string path, string user, string? body = null)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(method, $"{installation.Server.Url}/api/v1.0{path}");
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        request.Headers.Add("appname", ImportedInstallation.App);
        request.Headers.Add("timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("signature", HookSignature.Md5(ImportedInstallation.Token, timestamp));
        request.Headers.Add("username", user);
        request.Content = body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body));

        using var response = await client.SendAsync(request);

        return new ApiReply(response.StatusCode, await response.Content.ReadAsStringAsync(), null).Ok();
    }
}

/// <summary>The demo dump beside the demo company, on a real server. Without the dump there is the company alone.</summary>
public sealed class ImportedInstallation : IAsyncLifetime
{
    public const string App = "ops";
    public const string Token = "8cd585da-3cc6-11e8-9946-784f437daad6";

    public ApiServer Server { get; } = new();

    public async Task InitializeAsync()
    {
        await Server.InitializeAsync();

        if (LoonFlowDemoDump.Path is { } path)
        {
            await using var dump = File.OpenRead(path);
            await Server.Get<DumpImport>().RunAsync(dump, CancellationToken.None);
        }
    }

    public Task DisposeAsync() => Server.DisposeAsync();
}
