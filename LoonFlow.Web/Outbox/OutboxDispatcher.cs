using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Outbox;

/// <summary>
/// Delivers outbox messages: nudged after each commit, polling as a net. A failure moves only that message into the
/// future, ever further; after the last attempt it is kept as dead.
/// </summary>
public sealed class OutboxDispatcher(
    IDbContextFactory<LoonFlowDb> databases,
    IEnumerable<IOutboxListener> listeners,
    TimeProvider clock,
    IOptions<OutboxOptions> options,
    ILogger<OutboxDispatcher> log) : BackgroundService
{
    private const int BatchSize = 50;

    private readonly SemaphoreSlim _nudge = new(0, 1);
    private readonly Dictionary<string, IOutboxListener> _listeners = listeners.ToDictionary(listener => listener.Name, StringComparer.Ordinal);

    /// <summary>Says that there may be something to deliver now.</summary>
    public void Nudge()
    {
        try
        {
            _nudge.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been told already.
        }
    }

    /// <summary>Delivers what is due now and says how many messages that were.</summary>
    public async Task<int> DeliverDueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);
        var messages = await db.LeaseOutboxAsync(now, now + options.Value.Lease, BatchSize, ct);

        foreach (var message in messages.OrderBy(message => message.Id))
        {
            await DeliverAsync(db, message, ct);
        }

        await db.SaveChangesAsync(ct);

        return messages.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await DeliverDueAsync(stoppingToken) == BatchSize)
                {
                }

                await _nudge.WaitAsync(options.Value.PollEvery, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // One of the four edges: the database may be away for a while; the messages wait for it.
                log.LogError(e, "The outbox could not be read; trying again in {Delay}", options.Value.PollEvery);
                await Task.Delay(options.Value.PollEvery, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task DeliverAsync(LoonFlowDb db, OutboxMessage message, CancellationToken ct)
    {
        try
        {
            await Listener(message).HearAsync(message, ct);
            db.Outbox.Remove(message);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // One of the four edges: whatever a listener throws delays its own message only.
            log.LogWarning(e, "Message {Message} to {Listener} failed at attempt {Attempt}", message.Id, message.Listener, message.Attempts);
            Postpone(message, e);
        }
    }

    private IOutboxListener Listener(OutboxMessage message) =>
        _listeners.GetValueOrDefault(message.Listener) ?? throw new InvalidOperationException($"Nobody listens as “{message.Listener}”.");

    private void Postpone(OutboxMessage message, Exception failure)
    {
        message.LastError = failure.Message.Length > 2000 ? failure.Message[..2000] : failure.Message;
        message.LeasedUntil = null;
        message.IsDead = message.Attempts >= OutboxMessage.MaxAttempts;
        message.DueAt = clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(2, message.Attempts));
    }
}
