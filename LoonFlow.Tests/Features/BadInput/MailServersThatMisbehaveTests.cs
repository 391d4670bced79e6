using System.Net;
using System.Net.Sockets;
using Bunit;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Mail;
using LoonFlow.Web.Features.Settings.Deliveries;
using LoonFlow.Web.Notifiers;
using LoonFlow.Web.Outbox;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoonFlow.Tests.Features.BadInput;

/// <summary>
/// Lin files, and Wu is to hear of it by mail, from a real SMTP server. Whatever that does, the ticket waits for Wu and his
/// bell rings; an administrator reads why no mail came, and can send it again.
/// </summary>
public sealed class MailServersThatMisbehaveTests : AppScreenTest
{
    public MailServersThatMisbehaveTests() => Services.AddSingleton(_ => App.Get<DeliveryQueries>());

    [Fact]
    public async Task One_that_is_down_for_an_hour_gets_the_mail_by_itself_when_it_is_back()
    {
        var port = await DownAsync();
        var ticket = await FileAsync();
        await AnHourPassesAsync();
        await SaysAsync($"The mail server 127.0.0.1:{port} cannot be reached: nothing listens at this port.");
        await WaitsForWuAsync(ticket);

        await using var server = await TestMailServer.StartAsync(startTls: false, port: port);
        App.Clock.Advance(TimeSpan.FromHours(4));
        await App.DeliverAllAsync();

        await ArrivesOnceAsync(server);
    }

    [Fact]
    public async Task One_that_was_down_gets_the_mail_when_somebody_sends_it_again()
    {
        var port = await DownAsync();
        await FileAsync();
        await AnHourPassesAsync();
        var screen = await SaysAsync($"The mail server 127.0.0.1:{port} cannot be reached: nothing listens at this port.");

        await using var server = await TestMailServer.StartAsync(startTls: false, port: port);
        await screen.PressAsync("[data-retry]");
        await App.DeliverAllAsync();

        await ArrivesOnceAsync(server);
    }

    [Fact]
    public async Task One_that_is_down_for_days_leaves_the_mail_among_the_failed_deliveries_until_somebody_sends_it_again()
    {
        var port = await DownAsync();
        var ticket = await FileAsync();

        for (var attempt = 0; attempt < 16; attempt++)
        {
            App.Clock.Advance(TimeSpan.FromHours(4));
            await App.DeliverAllAsync();
        }

        Assert.True(Assert.Single(await App.MessagesForAsync(Subscriptions.Deliveries)).IsDead);
        await WaitsForWuAsync(ticket);
        var screen = await SaysAsync($"The mail server 127.0.0.1:{port} cannot be reached: nothing listens at this port.");

        await using var server = await TestMailServer.StartAsync(startTls: false, port: port);
        await screen.PressAsync("[data-retry-all]");
        await App.DeliverAllAsync();

        await ArrivesOnceAsync(server);
    }

    [Fact]
    public async Task One_that_hangs()
    {
        var port = await DownAsync();
        App.Get<IOptions<MailOptions>>().Value.Timeout = TimeSpan.FromSeconds(2);
        var ticket = await FileAsync();

        await using (await TestMailServer.StartAsync(startTls: false, hangs: true, port: port))
        {
            await App.DeliverAllAsync();
        }

        await WaitsForWuAsync(ticket);
        var screen = await SaysAsync($"The mail server 127.0.0.1:{port} did not finish within 2 seconds.");
        await using var server = await TestMailServer.StartAsync(startTls: false, port: port);
        await screen.PressAsync("[data-retry]");
        await App.DeliverAllAsync();

        await ArrivesOnceAsync(server);
    }

    [Fact]
    public async Task One_that_wants_a_password()
    {
        var port = await DownAsync();
        var ticket = await FileAsync();

        await using (await TestMailServer.StartAsync("loon", "s3cret", port: port))
        {
            await App.DeliverAllAsync();
        }

        await WaitsForWuAsync(ticket);
        var screen = await SaysAsync("The mail server takes mail only from those who sign in: set Mail:UserName and Mail:Password");
        await using var server = await TestMailServer.StartAsync(startTls: false, port: port);
        await screen.PressAsync("[data-retry]");
        await App.DeliverAllAsync();

        await ArrivesOnceAsync(server);
    }

    /// <summary>Mail goes to a port at which nobody listens yet.</summary>
    private async Task<int> DownAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        App.SendMailTo(port);
        await App.ChooseAsync("wu", NoticePreferences.Default with { Language = "en" });

        return port;
    }

    private async Task<TicketId> FileAsync() => (await App.SubmitLeaveAsync(days: 2, title: "Holiday")).Value;

    private async Task AnHourPassesAsync()
    {
        await App.DeliverAllAsync();

        for (var minute = 0; minute < 60; minute += 5)
        {
            App.Clock.Advance(TimeSpan.FromMinutes(5));
            await App.DeliverAllAsync();
        }
    }

    private async Task WaitsForWuAsync(TicketId id)
    {
        var ticket = await App.TicketAsync(id);

        Assert.Equal((1, TicketStatus.Ongoing), (ticket.Revision, ticket.Status));
        Assert.True(ticket.OpenVisits.Single().IsFor(await App.PersonAsync("wu")));
        Assert.Single(await App.NoticesAsync("wu"));
    }

    private async Task<IRenderedComponent<DeliveriesPage>> SaysAsync(string why)
    {
        await SignInAsync("anqi");
        Services.GetRequiredService<NavigationManager>().NavigateTo("/settings/deliveries");
        var screen = Render<DeliveriesPage>();
        Assert.Contains(why, screen.WaitForElement("[data-delivery] .delivery-error").TextContent, StringComparison.Ordinal);

        return screen;
    }

    /// <summary>What arrives next is a mail that was sent after all that waited.</summary>
    private async Task ArrivesOnceAsync(TestMailServer server)
    {
        App.Clock.Advance(TimeSpan.FromDays(2));
        await App.DeliverAllAsync();
        Assert.Empty(await App.MessagesForAsync(Subscriptions.Deliveries));
        await App.Get<EmailNotifier>().SendAsync(Support.Mail.Notices.Leave with { Subject = "The last one" }, CancellationToken.None);

        var mail = await server.TakeAsync();
        Assert.Equal(("Holiday waits for you", "wu@spruce.example"), (mail.Subject, mail.Recipients.Single()));
        Assert.Equal("The last one", (await server.TakeAsync()).Subject);
    }
}
