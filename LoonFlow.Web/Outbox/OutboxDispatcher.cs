using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Outbox;

/// <summary>
/// Delivers outbox messages, a lane per listener: nudged after each commit, polling as a net. A failure moves only that
/// message into the future, ever further; after the last attempt it is kept as dead.
/// </summary>
public sealed class OutboxDispatcher : BackgroundService
{
    private static readonly TimeSpan TidiesEvery = TimeSpan.FromMinutes(1);

    private readonly OutboxBell _bell;
    private readonly OutboxLedger _ledger;
    private readonly TimeProvider _clock;
    private readonly OutboxOptions _options;
    private readonly ILogger<OutboxDispatcher> _log;
    private readonly Dictionary<string, OutboxLane> _lanes;

    public OutboxDispatcher(
        IDbContextFactory<LoonFlowDb> databases,
        IEnumerable<IOutboxListener> listeners,
        OutboxBell bell,
        TimeProvider clock,
        IOptions<OutboxOptions> options,
        ILogger<OutboxDispatcher> log)
    {
        _bell = bell;
        _ledger = new OutboxLedger(databases, clock);
        _clock = clock;
        _options = options.Value;
        _log = log;
        _lanes = listeners.ToDictionary(listener => listener.Name, LaneOf, StringComparer.Ordinal);
    }

    /// <summary>Delivers what is due now and says how many messages that were.</summary>
    public async Task<int> DeliverDueAsync(CancellationToken ct) =>
        (await Task.WhenAll(_lanes.Values.Select(lane => lane.DeliverDueAsync(ct)))).Sum() + await DeliverToNobodyAsync(ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _bell.Rung += Nudge;

        try
        {
            await Task.WhenAll(_lanes.Values.Select(lane => lane.RunAsync(stoppingToken)).Append(TidyAsync(stoppingToken)));
        }
        finally
        {
            _bell.Rung -= Nudge;
        }
    }

    private void Nudge(string listener) => _lanes.GetValueOrDefault(listener)?.Nudge();

    private async Task TidyAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await DeliverToNobodyAsync(stopping);
                await _ledger.ForgetOldAttemptsAsync(stopping);
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                // One of the four edges: the database may be away for a while.
                _log.LogWarning(failure, "The outbox could not be tidied; trying again in {Delay}", TidiesEvery);
            }
            catch (OperationCanceledException)
            {
                // The application stops.
            }

            await Task.Delay(TidiesEvery, _clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>
    /// Messages that no listener here is called for fail like others. They are not given up at once: while instances are
    /// exchanged one by one, another one may know the listener.
    /// </summary>
    private async Task<int> DeliverToNobodyAsync(CancellationToken ct)
    {
        var count = 0;

        foreach (var name in (await _ledger.ListenersAsync(ct)).Except(_lanes.Keys))
        {
            count += await LaneOf(new Nobody(name)).DeliverDueAsync(ct);
        }

        return count;
    }

    private OutboxLane LaneOf(IOutboxListener listener) => new(listener, _ledger, _clock, _options, _log);

    private sealed class Nobody(string name) : IOutboxListener
    {
        public string Name => name;

        public Task HearAsync(OutboxMessage message, CancellationToken ct) => throw new InvalidOperationException($"Nobody listens as “{name}”.");
    }
}
