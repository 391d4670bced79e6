using System.Globalization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Tests.Features.Tickets;

public sealed class TicketFeedTests
{
    [Fact]
    public async Task A_screen_hears_in_the_language_of_its_reader()
    {
        var feed = new TicketFeed();
        string? heard = null;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        using var subscription = feed.Subscribe(_ => heard = CultureInfo.CurrentUICulture.Name);

        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        await feed.HearAsync(Message(), CancellationToken.None);

        Assert.Equal("zh-CN", heard);
    }

    [Fact]
    public async Task A_screen_that_was_left_hears_nothing()
    {
        var feed = new TicketFeed();
        var heard = 0;
        feed.Subscribe(_ => heard++).Dispose();

        await feed.HearAsync(Message(), CancellationToken.None);

        Assert.Equal(0, heard);
    }

    private static OutboxMessage Message() => new()
    {
        Id = Guid.NewGuid(),
        Listener = Subscriptions.Feed,
        Content = DomainJson.Write(new TicketChange(new TicketId(1), 1, [])),
        CreatedAt = default,
        DueAt = default,
    };
}
