using System.Globalization;
using System.Net;
using System.Text;
using LoonFlow.Domain.Participants;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Hooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Hooks;

public sealed class HookClientTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestReceiver _receiver = null!;

    public async Task InitializeAsync() => _receiver = await TestReceiver.StartAsync();

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    [Fact]
    public async Task An_answer_is_read()
    {
        var reply = await CallAsync(_receiver.Url);

        Assert.Null(reply.Problem);
        Assert.Equal(0, reply.Code);
        Assert.Equal("done", reply.Message);
        Assert.Equal("""{"id":1}""", Assert.Single(_receiver.Calls).Body);
    }

    [Fact]
    public async Task A_call_is_signed_so_that_the_receiver_can_check_all_of_it()
    {
        await Client().CallAsync(new HookRequest($"{_receiver.Url}/hooks?a=%C3%A4", "{}") { Secret = "s3cret" }, CancellationToken.None);

        var call = Assert.Single(_receiver.Calls);
        var timestamp = long.Parse(call.Headers[HookSignature.TimestampHeader], CultureInfo.InvariantCulture);
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeSeconds(), timestamp);
        Assert.Equal(
            HookSignature.Hmac("s3cret", "POST", "/hooks?a=%C3%A4", timestamp, call.Headers[HookSignature.NonceHeader], Encoding.UTF8.GetBytes(call.Body)),
            call.Headers[HookSignature.SignatureHeader]);
    }

    [Fact]
    public async Task A_receiver_of_loonflow_finds_its_own_headers()
    {
        await Client().CallAsync(new HookRequest(_receiver.Url, "{}") { Secret = "token", Signature = CallSignature.LoonflowMd5 }, CancellationToken.None);

        var call = Assert.Single(_receiver.Calls);
        Assert.Equal(HookSignature.Md5("token", long.Parse(call.Headers["timestamp"], CultureInfo.InvariantCulture)), call.Headers["signature"]);
    }

    [Fact]
    public async Task One_that_hangs_is_left_after_a_while()
    {
        _receiver.Hangs();

        var reply = await Client().CallAsync(new HookRequest(_receiver.Url, "{}") { TimeLimit = TimeSpan.FromMilliseconds(200) }, CancellationToken.None);

        Assert.Equal("hook.timed_out", reply.Problem?.Code);
        Assert.Equal(["127.0.0.1", "0.2"], reply.Problem!.Arguments);
    }

    [Fact]
    public async Task One_that_begins_to_answer_and_then_hangs_is_left_too()
    {
        _receiver.Answer = async (_, response) =>
        {
            await response.WriteAsync("{");
            await response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, response.HttpContext.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };

        var reply = await Client().CallAsync(new HookRequest(_receiver.Url, "{}") { TimeLimit = TimeSpan.FromMilliseconds(300) }, CancellationToken.None);

        Assert.Equal("hook.timed_out", reply.Problem?.Code);
    }

    [Theory]
    [InlineData("<html>hello</html>")]
    [InlineData("")]
    [InlineData("[1, 2]")]
    [InlineData("{\"code\": ")]
    public async Task Garbage_is_called_what_it_is(string garbage)
    {
        _receiver.Says(garbage);

        Assert.Equal("hook.answer_not_json", (await CallAsync(_receiver.Url)).Problem?.Code);
    }

    [Fact]
    public async Task Where_no_JSON_is_expected_anything_will_do()
    {
        _receiver.Says("ok");

        var reply = await Client().CallAsync(new HookRequest(_receiver.Url, "{}") { ExpectsJson = false }, CancellationToken.None);

        Assert.Null(reply.Problem);
        Assert.Equal("ok", reply.Body);
    }

    [Fact]
    public async Task Three_megabytes_are_not_read()
    {
        _receiver.Says($$"""{"code": 0, "msg": "{{new string('x', 3_000_000)}}"}""");

        Assert.Equal("hook.answer_too_large", (await CallAsync(_receiver.Url)).Problem?.Code);
    }

    [Fact]
    public async Task An_error_is_told_by_its_status()
    {
        _receiver.Says("oops", status: 503);

        Assert.Equal(["127.0.0.1", "503"], (await CallAsync(_receiver.Url)).Problem!.Arguments);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await TestReceiver.StartAsync();
        _receiver.Answer = (_, response) =>
        {
            response.Redirect(elsewhere.Url);

            return Task.CompletedTask;
        };

        Assert.Equal("hook.redirected", (await CallAsync(_receiver.Url)).Problem?.Code);
        Assert.Empty(elsewhere.Calls);
    }

    [Fact]
    public async Task Nobody_there_is_a_sentence()
    {
        var url = _receiver.Url;
        await _receiver.DisposeAsync();

        Assert.Equal("hook.unreachable", (await CallAsync(url)).Problem?.Code);
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_a_sentence()
    {
        Assert.Equal("hook.unreachable", (await CallAsync("http://nobody.invalid/")).Problem?.Code);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://0.0.0.0:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f.1:{0}/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    public async Task Addresses_of_the_own_network_are_refused(string url)
    {
        var port = new Uri(_receiver.Url).Port;

        var reply = await Client(allowsPrivate: false).CallAsync(new HookRequest(string.Format(CultureInfo.InvariantCulture, url, port), "{}"), CancellationToken.None);

        Assert.Equal("hook.private_address", reply.Problem?.Code);
        Assert.Empty(_receiver.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("example.com/hook")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user:password@example.com/")]
    public async Task What_is_no_address_is_not_called(string url)
    {
        Assert.Equal("hook.url_malformed", (await CallAsync(url)).Problem?.Code);
    }

    [Theory]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    public void What_is_public_and_what_not(string address, bool isPublic)
    {
        Assert.Equal(isPublic, PublicAddresses.Contains(IPAddress.Parse(address)));
    }

    private Task<HookReply> CallAsync(string url) => Client().CallAsync(new HookRequest(url, """{"id":1}"""), CancellationToken.None);

    private HookClient Client(bool allowsPrivate = true)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Hooks:AllowPrivateAddresses"] = allowsPrivate.ToString(CultureInfo.InvariantCulture) })
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(settings);
        services.AddSingleton<TimeProvider>(_clock);
        services.AddHooks();

        return services.BuildServiceProvider().GetRequiredService<HookClient>();
    }
}
