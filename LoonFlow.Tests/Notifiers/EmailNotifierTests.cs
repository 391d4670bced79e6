using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LoonFlow.Tests.Support.Mail;
using LoonFlow.Web.Notifiers;
using LoonFlow.Web.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoonFlow.Tests.Notifiers;

/// <summary>Against a real SMTP server.</summary>
public sealed class EmailNotifierTests
{
    [Fact]
    public async Task A_notice_arrives_encrypted_and_signed_in_as_text_and_as_html()
    {
        await using var server = await TestMailServer.StartAsync("loon", "s3cret");

        await Notifier(server, mail => (mail.UserName, mail.Password) = ("loon", "s3cret")).SendAsync(Notices.Leave, CancellationToken.None);

        var mail = await server.TakeAsync();
        Assert.True(mail.Secure);
        Assert.Equal("loon", mail.User);
        Assert.Equal(["wu@example.org"], mail.Recipients);
        Assert.Equal("请审批：Lin’s leave", mail.Subject);
        Assert.Equal(new TestMailAddress("龙流 LoonFlow", "loonflow@example.org"), mail.From);
        Assert.Equal([new TestMailAddress("吴敏 Wu", "wu@example.org")], mail.To);
        Assert.Contains("Lin asks for leave.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("原因: A <rest> & more", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Open the ticket: https://loonflow.example.org/tickets/1001?a=1&b=2", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<p style=\"margin:0 0 14px\">Lin asks for leave.</p>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://loonflow.example.org/tickets/1001?a=1&amp;b=2\"", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_wrote_is_never_markup()
    {
        await using var server = await TestMailServer.StartAsync();

        await Notifier(server).SendAsync(Notices.Leave with { Subject = "<b>x</b>", Body = "<script>alert(1)</script>", LinkText = "\"><img>" }, CancellationToken.None);

        var html = (await server.TakeAsync()).Html;
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<rest>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_no_web_address_is_no_link()
    {
        await using var server = await TestMailServer.StartAsync();

        await Notifier(server).SendAsync(Notices.Leave with { Url = "javascript:alert(1)" }, CancellationToken.None);

        Assert.DoesNotContain("<a ", (await server.TakeAsync()).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_attempt_carries_the_same_id_and_mail_about_one_ticket_stays_together()
    {
        await using var server = await TestMailServer.StartAsync();
        var notifier = Notifier(server);

        await notifier.SendAsync(Notices.Leave, CancellationToken.None);
        await notifier.SendAsync(Notices.Leave, CancellationToken.None);

        var first = await server.TakeAsync();
        Assert.Equal("<0198a7c2000070008000" + "00000000abcd@example.org>", first.MessageId);
        Assert.Equal(first.MessageId, (await server.TakeAsync()).MessageId);
        Assert.Equal("<ticket-1001@example.org>", first.Headers["references"]);
        Assert.Equal("auto-generated", first.Headers["auto-submitted"]);
    }

    [Fact]
    public async Task Line_breaks_in_a_subject_or_a_name_add_no_header()
    {
        await using var server = await TestMailServer.StartAsync();
        var notice = Notices.Leave with
        {
            Subject = "Leave\r\nBcc: eve@example.org\r\n\r\nbody",
            Recipient = Notices.Wu with { Name = "Wu\r\nBcc: eve@example.org" },
        };

        await Notifier(server).SendAsync(notice, CancellationToken.None);

        var mail = await server.TakeAsync();
        Assert.Equal("Leave Bcc: eve@example.org body", mail.Subject);
        Assert.Equal(["wu@example.org"], mail.Recipients);
        Assert.DoesNotContain("bcc", mail.Headers.Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData("wu")]
    [InlineData("wu@example.org, eve@example.org")]
    [InlineData("wu@example.org\r\nBcc: eve@example.org")]
    [InlineData("Wu <wu@example.org>")]
    [InlineData("吴@example.org")]
    public async Task An_address_that_is_none_is_said(string address)
    {
        var refused = await Assert.ThrowsAsync<DeliveryRefusedException>(
            () => Notifier(25).SendAsync(Notices.Leave with { Recipient = Notices.Wu with { Email = address } }, CancellationToken.None));

        Assert.Equal($"“{address}” is not an e-mail address that mail can be sent to.", refused.Message);
    }

    [Fact]
    public async Task Many_sent_at_once_all_arrive()
    {
        await using var server = await TestMailServer.StartAsync();
        var notifier = Notifier(server);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => notifier.SendAsync(Notices.Leave with { Id = Guid.NewGuid() }, CancellationToken.None)));

        var ids = new HashSet<string>();

        for (var count = 0; count < 10; count++)
        {
            ids.Add((await server.TakeAsync()).MessageId);
        }

        Assert.Equal(10, ids.Count);
    }

    [Theory]
    [InlineData("en", "2 notices from 龙流 LoonFlow")]
    [InlineData("zh-CN", "来自 龙流 LoonFlow 的 2 条通知")]
    public async Task A_digest_holds_several_notices_in_the_words_of_its_reader(string language, string subject)
    {
        await using var server = await TestMailServer.StartAsync();
        var before = CultureInfo.CurrentUICulture;

        await Notifier(server).SendDigestAsync(
            Notices.Wu with { Language = language }, [Notices.Leave, Notices.Leave with { Subject = "VPN for Gao" }], Guid.CreateVersion7(), CancellationToken.None);

        var mail = await server.TakeAsync();
        Assert.Equal(subject, mail.Subject);
        Assert.Contains("== VPN for Gao ==", mail.Text, StringComparison.Ordinal);
        Assert.Contains("VPN for Gao</h1>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Lin’s leave</h1>", WebUtility.HtmlDecode(mail.Html), StringComparison.Ordinal);
        Assert.Equal(before, CultureInfo.CurrentUICulture);
    }

    [Fact]
    public async Task A_wrong_password_is_said_as_such()
    {
        await using var server = await TestMailServer.StartAsync("loon", "s3cret");

        Assert.Equal("mail.wrong_password", await FailsAsync(Notifier(server, mail => (mail.UserName, mail.Password) = ("loon", "wrong")), Notices.Leave));
    }

    [Fact]
    public async Task A_server_that_wants_a_password_says_so()
    {
        await using var server = await TestMailServer.StartAsync("loon", "s3cret");

        Assert.Equal("mail.sign_in_missing", await FailsAsync(Notifier(server), Notices.Leave));
    }

    [Fact]
    public async Task A_certificate_that_nobody_named_is_not_trusted()
    {
        await using var server = await TestMailServer.StartAsync();

        Assert.Equal("mail.certificate_not_trusted", await FailsAsync(Notifier(server, mail => mail.TrustedCertificate = string.Empty), Notices.Leave));
    }

    [Fact]
    public async Task A_server_without_encryption_is_not_used_unless_told_to()
    {
        await using var server = await TestMailServer.StartAsync(startTls: false);

        Assert.Equal("mail.no_start_tls", await FailsAsync(Notifier(server), Notices.Leave));

        await Notifier(server, mail => mail.StartTls = false).SendAsync(Notices.Leave, CancellationToken.None);

        Assert.False((await server.TakeAsync()).Secure);
    }

    [Fact]
    public async Task A_mailbox_that_the_server_does_not_know_is_named()
    {
        await using var server = await TestMailServer.StartAsync();

        var failure = await Assert.ThrowsAsync<DeliveryRefusedException>(
            () => Notifier(server).SendAsync(Notices.Leave with { Recipient = Notices.Wu with { Email = "nobody@example.org" } }, CancellationToken.None));

        Assert.Contains("There is no such mailbox", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_down_is_said()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        Assert.Equal("mail.no_server", await FailsAsync(Notifier(port), Notices.Leave));
    }

    [Fact]
    public async Task A_server_that_never_says_a_word_is_left_after_a_while()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        Assert.Equal("mail.timeout", await FailsAsync(Notifier(((IPEndPoint)listener.LocalEndpoint).Port, mail => mail.Timeout = TimeSpan.FromSeconds(1)), Notices.Leave));
    }

    [Fact]
    public async Task A_server_that_stops_in_the_middle_is_left_after_a_while()
    {
        await using var server = await TestMailServer.StartAsync(hangs: true);

        Assert.Equal("mail.timeout", await FailsAsync(Notifier(server, mail => mail.Timeout = TimeSpan.FromSeconds(2)), Notices.Leave));
    }

    [Fact]
    public async Task Without_a_server_nothing_is_sent() => await Assert.ThrowsAsync<DeliveryRefusedException>(
        () => Notifier(25, mail => (mail.Host, mail.From) = (string.Empty, string.Empty)).SendAsync(Notices.Leave, CancellationToken.None));

    private static async Task<string> FailsAsync(EmailNotifier notifier, NoticeToSend notice) =>
        (await Assert.ThrowsAsync<NoticeNotDeliveredException>(() => notifier.SendAsync(notice, CancellationToken.None))).Refusal.Code;

    private static EmailNotifier Notifier(TestMailServer server, Action<MailOptions>? change = null) => Notifier(server.Port, mail =>
    {
        mail.TrustedCertificate = server.Certificate;
        change?.Invoke(mail);
    });

    private static EmailNotifier Notifier(int port, Action<MailOptions>? change = null)
    {
        var options = new MailOptions { Host = "127.0.0.1", Port = port, From = "loonflow@example.org", FromName = "龙流 LoonFlow" };
        change?.Invoke(options);

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddLocalization();
        services.AddSingleton(Options.Create(options));
        services.AddSingleton<MailMessages>();
        services.AddSingleton<EmailNotifier>();

        return services.BuildServiceProvider().GetRequiredService<EmailNotifier>();
    }
}
