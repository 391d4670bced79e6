using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Notifications;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Mail;
using LoonFlow.Web.Data.Demo;
using LoonFlow.Web.Features.Settings.Channels;
using LoonFlow.Web.Hooks;
using LoonFlow.Web.Notifiers;
using LoonFlow.Web.Outbox;
using Microsoft.AspNetCore.WebUtilities;

namespace LoonFlow.Tests.Notifiers;

/// <summary>Webhooks and robots against a real server that checks what it gets as theirs do.</summary>
public sealed class RobotNotifierTests : IAsyncLifetime
{
    private const string Secret = "SEC0f1e2d3c";
    private const string Good = """{"errcode":0,"errmsg":"ok"}""";

    private TestApp _app = null!;
    private TestReceiver _receiver = null!;

    public static TheoryData<ChannelKind> Robots => [ChannelKind.WeCom, ChannelKind.DingTalk, ChannelKind.Feishu];

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync(("Hooks:AllowPrivateAddresses", "true"), ("Hooks:TimeLimit", "00:00:02"));
        _receiver = await TestReceiver.StartAsync();
        _receiver.Says(Good);
    }

    public async Task DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_webhook_gets_the_whole_notice_signed_and_with_an_id_that_stays()
    {
        await SendAsync(ChannelKind.Webhook);
        await SendAsync(ChannelKind.Webhook);

        var call = _receiver.Calls[0];
        Assert.Equal("0198a7c2-0000-7000-8000-00000000abcd", call.Headers["X-LoonFlow-Delivery"]);
        Assert.Equal(call.Headers["X-LoonFlow-Delivery"], _receiver.Calls[1].Headers["X-LoonFlow-Delivery"]);
        Assert.Equal("arrival", call.Json.GetProperty("event").GetString());
        Assert.Equal("请审批：Lin’s leave", call.Json.GetProperty("subject").GetString());
        Assert.Equal(1001, call.Json.GetProperty("ticket").GetProperty("id").GetInt64());
        Assert.Equal("2.5", call.Json.GetProperty("fields")[0].GetProperty("value").GetString());
        Assert.Equal("wu", call.Json.GetProperty("recipient").GetProperty("userName").GetString());

        var timestamp = long.Parse(call.Headers[HookSignature.TimestampHeader], CultureInfo.InvariantCulture);
        Assert.Equal(
            HookSignature.Hmac(Secret, "POST", "/send?key=k1", timestamp, call.Headers[HookSignature.NonceHeader], Encoding.UTF8.GetBytes(call.Body)),
            call.Headers[HookSignature.SignatureHeader]);
    }

    [Fact]
    public async Task A_WeCom_robot_gets_Markdown()
    {
        await SendAsync(ChannelKind.WeCom);

        var json = Assert.Single(_receiver.Calls).Json;
        Assert.Equal("markdown", json.GetProperty("msgtype").GetString());
        Assert.Contains("[Open the ticket](https://loonflow.example.org/tickets/1001?a=1&b=2)", json.GetProperty("markdown").GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChannelMention.Recipient, "+8613800001111")]
    [InlineData(ChannelMention.Everyone, "@all")]
    public async Task A_WeCom_robot_calls_people_in_plain_text(ChannelMention mention, string called)
    {
        await SendAsync(ChannelKind.WeCom, mention);

        var text = Assert.Single(_receiver.Calls).Json.GetProperty("text");
        Assert.Equal(called, text.GetProperty("mentioned_mobile_list")[0].GetString());
        Assert.Contains("原因: A <rest> & more", text.GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_DingTalk_robot_finds_time_and_signature_in_the_address()
    {
        await SendAsync(ChannelKind.DingTalk, ChannelMention.Recipient);

        var call = Assert.Single(_receiver.Calls);
        var query = QueryHelpers.ParseQuery(call.Path[call.Path.IndexOf('?', StringComparison.Ordinal)..]);
        var timestamp = query["timestamp"].ToString();
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(timestamp + "\n" + Secret));
        Assert.Equal("k1", query["key"]);
        Assert.Equal(_app.Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), timestamp);
        Assert.Equal(Convert.ToBase64String(expected), query["sign"]);
        Assert.Equal("+8613800001111", call.Json.GetProperty("at").GetProperty("atMobiles")[0].GetString());
        Assert.EndsWith("@+8613800001111", call.Json.GetProperty("markdown").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Feishu_robot_finds_time_and_signature_in_the_body()
    {
        _receiver.Says("""{"code":0,"msg":"success","data":{}}""");

        await SendAsync(ChannelKind.Feishu, ChannelMention.Everyone);

        var json = Assert.Single(_receiver.Calls).Json;
        var timestamp = json.GetProperty("timestamp").GetString()!;
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(timestamp + "\n" + Secret), (byte[])[]);
        Assert.Equal(_app.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), timestamp);
        Assert.Equal(Convert.ToBase64String(expected), json.GetProperty("sign").GetString());
        Assert.Equal("interactive", json.GetProperty("msg_type").GetString());
        Assert.Contains("<at id=all></at>", json.GetProperty("card").GetProperty("elements")[0].GetProperty("text").GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChannelKind.WeCom)]
    [InlineData(ChannelKind.DingTalk)]
    public async Task What_people_wrote_calls_nobody_and_links_nowhere(ChannelKind kind)
    {
        await SendAsync(kind, notice: Notices.Leave with { Subject = "# [x](http://evil.example) <@all>", Body = "@all <font color=\"warning\">", Fields = [] });

        var text = Text(kind);
        Assert.DoesNotContain("[x]", text, StringComparison.Ordinal);
        Assert.DoesNotContain('@', text);
        Assert.DoesNotContain('<', text);
    }

    [Theory]
    [InlineData(ChannelKind.WeCom, 4096)]
    [InlineData(ChannelKind.DingTalk, 20_000)]
    public async Task What_is_too_long_ends_early_and_keeps_its_link(ChannelKind kind, int maxBytes)
    {
        await SendAsync(kind, notice: Notices.Leave with { Body = string.Concat(Enumerable.Repeat("很长的说明🌊", 5000)) });

        var text = Text(kind);
        Assert.InRange(Encoding.UTF8.GetByteCount(text), maxBytes / 2, maxBytes);
        Assert.EndsWith("[Open the ticket](https://loonflow.example.org/tickets/1001?a=1&b=2)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChannelKind.WeCom, """{"errcode":93000,"errmsg":"invalid webhook url"}""", "93000: invalid webhook url")]
    [InlineData(ChannelKind.DingTalk, """{"errcode":310000,"errmsg":"sign not match"}""", "310000: sign not match")]
    [InlineData(ChannelKind.Feishu, """{"code":19021,"msg":"sign match fail or timestamp is not within one hour"}""", "19021: sign match fail")]
    public async Task A_robot_that_says_no_is_quoted(ChannelKind kind, string answer, string quoted)
    {
        _receiver.Says(answer);

        var failure = await Assert.ThrowsAsync<NoticeNotDeliveredException>(() => SendAsync(kind));

        Assert.Equal("channel.robot_refused", failure.Refusal.Code);
        Assert.Contains(quoted, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Robots))]
    public async Task Garbage_is_no_robot(ChannelKind kind)
    {
        foreach (var garbage in (string[])["<html>welcome</html>", "[]", "{}", """{"errcode":null}""", ""])
        {
            _receiver.Says(garbage);

            Assert.Equal("channel.not_a_robot", (await Assert.ThrowsAsync<NoticeNotDeliveredException>(() => SendAsync(kind))).Refusal.Code);
        }
    }

    [Theory]
    [InlineData(500, "hook.wrong_status")]
    [InlineData(302, "hook.redirected")]
    public async Task A_webhook_that_fails_is_tried_again(int status, string code)
    {
        _receiver.Says("no", status);

        Assert.Equal(code, (await Assert.ThrowsAsync<NoticeNotDeliveredException>(() => SendAsync(ChannelKind.Webhook))).Refusal.Code);
    }

    [Fact]
    public async Task One_that_hangs_is_left_after_a_while()
    {
        _receiver.Hangs();

        Assert.Equal("hook.timed_out", (await Assert.ThrowsAsync<NoticeNotDeliveredException>(() => SendAsync(ChannelKind.WeCom))).Refusal.Code);
    }

    [Fact]
    public async Task Addresses_of_the_own_network_are_not_called()
    {
        await using var guarded = await TestApp.StartAsync();

        var failure = await Assert.ThrowsAsync<NoticeNotDeliveredException>(() => SendAsync(ChannelKind.Webhook, app: guarded));

        Assert.Equal("hook.private_address", failure.Refusal.Code);
        Assert.Empty(_receiver.Calls);
    }

    [Fact]
    public async Task What_was_removed_or_switched_off_is_never_tried_again()
    {
        var notifier = Notifier(_app, ChannelKind.WeCom);
        var channel = await SaveAsync(_app, ChannelKind.WeCom, ChannelMention.Nobody, isActive: false);

        Assert.Equal("The channel is switched off.", (await Assert.ThrowsAsync<DeliveryRefusedException>(
            () => notifier.SendAsync(Notices.Leave with { Channel = channel }, CancellationToken.None))).Message);

        Expect.Accepted(await _app.AsAsync(DemoPeople.Administrator, (RemoveChannelHandler handler, Actor actor) => handler.HandleAsync(new RemoveChannel(channel), actor, CancellationToken.None)));

        Assert.Equal("The channel was removed.", (await Assert.ThrowsAsync<DeliveryRefusedException>(
            () => notifier.SendAsync(Notices.Leave with { Channel = channel }, CancellationToken.None))).Message);
    }

    private string Text(ChannelKind kind) =>
        Assert.Single(_receiver.Calls).Json.GetProperty("markdown").GetProperty(kind is ChannelKind.WeCom ? "content" : "text").GetString()!;

    private async Task SendAsync(ChannelKind kind, ChannelMention mention = ChannelMention.Nobody, NoticeToSend? notice = null, TestApp? app = null)
    {
        app ??= _app;
        var channel = await SaveAsync(app, kind, mention);

        await Notifier(app, kind).SendAsync((notice ?? Notices.Leave) with { Channel = channel }, CancellationToken.None);
    }

    private async Task<long> SaveAsync(TestApp app, ChannelKind kind, ChannelMention mention, bool isActive = true)
    {
        var command = new SaveChannel(null, kind, "Operations", $"{_receiver.Url}/send?key=k1", Secret, mention, isActive);
        var saved = await app.AsAsync(DemoPeople.Administrator, (SaveChannelHandler handler, Actor actor) => handler.HandleAsync(command, actor, CancellationToken.None));

        return saved.Value;
    }

    private static INotifier Notifier(TestApp app, ChannelKind kind) => app.Get<IEnumerable<INotifier>>().Single(notifier => notifier.Kind == kind);
}
