using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LoonFlow.Tests.Support;

/// <summary>Messages and dispatchers with listeners of a test's own.</summary>
internal static class TestAppOutboxExtensions
{
    public static OutboxDispatcher Dispatcher(this TestApp app, params IOutboxListener[] listeners) => new(
        app.Get<IDbContextFactory<LoonFlowDb>>(),
        listeners,
        app.Get<OutboxBell>(),
        app.Clock,
        Options.Create(new OutboxOptions { PollEvery = TimeSpan.FromMilliseconds(200) }),
        NullLogger<OutboxDispatcher>.Instance);

    public static async Task<Guid> SendAsync(this TestApp app, string listener, TicketId? ticket = null, string about = "")
    {
        await using var db = await app.DbAsync();
        var now = app.Clock.GetUtcNow();
        var message = new OutboxMessage { Id = Guid.CreateVersion7(), Listener = listener, Content = "{}", Ticket = ticket, About = about, CreatedAt = now, DueAt = now };
        db.Outbox.Add(message);
        await db.SaveChangesAsync();
        app.Get<OutboxBell>().Ring([listener]);

        return message.Id;
    }

    public static async Task<OutboxMessage?> MessageAsync(this TestApp app, Guid id)
    {
        await using var db = await app.DbAsync();

        return await db.Outbox.AsNoTracking().SingleOrDefaultAsync(message => message.Id == id);
    }

    public static async Task<List<DeliveryAttempt>> AttemptsAsync(this TestApp app)
    {
        await using var db = await app.DbAsync();

        return await db.DeliveryAttempts.AsNoTracking().OrderBy(attempt => attempt.Id).ToListAsync();
    }
}
