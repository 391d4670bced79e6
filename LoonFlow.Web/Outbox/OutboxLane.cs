namespace LoonFlow.Web.Outbox;

/// <summary>Delivers one listener's messages, as many batches at once as its <see cref="Lane"/> says.</summary>
internal sealed class OutboxLane(IOutboxListener listener, OutboxLedger ledger, TimeProvider clock, OutboxOptions options, ILogger log)
{
    private readonly Lane _lane = listener.Lane;
    private readonly TimeSpan _lease = listener.Lane.Lease ?? options.Lease;
    private readonly SemaphoreSlim _nudge = new(0, 1);
    private readonly SemaphoreSlim _free = new(listener.Lane.Parallel);

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

    /// <summary>Delivers what is due now, one batch after the other, and says how many messages that were.</summary>
    public async Task<int> DeliverDueAsync(CancellationToken ct)
    {
        var count = 0;

        while (await ledger.LeaseAsync(listener.Name, _lane, _lease, ct) is { Messages.Count: > 0 } held)
        {
            await DeliverAsync(held, ct);
            count += held.Messages.Count;
        }

        return count;
    }

    /// <summary>Delivers until the application stops, then waits for what is under way.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (await MayGoOnAsync(() => _free.WaitAsync(stopping), stopping))
        {
            if (await LeaseAsync() is { } held)
            {
                // Off this loop: a listener that never yields must not keep the other batches from starting.
                _ = Task.Run(() => DeliverAndFreeAsync(held, stopping), CancellationToken.None);
            }
            else
            {
                _free.Release();
                await MayGoOnAsync(() => _nudge.WaitAsync(options.PollEvery, stopping), stopping);
            }
        }

        for (var batch = 0; batch < _lane.Parallel; batch++)
        {
            await _free.WaitAsync(CancellationToken.None);
        }
    }

    private static async Task<bool> MayGoOnAsync(Func<Task> waitAsync, CancellationToken stopping)
    {
        try
        {
            await waitAsync();

            return true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The application stops.
            return false;
        }
    }

    /// <summary>Not ended half-way when the application stops: what was leased is given back instead.</summary>
    private async Task<HeldLease?> LeaseAsync()
    {
        try
        {
            return await ledger.LeaseAsync(listener.Name, _lane, _lease, CancellationToken.None) is { Messages.Count: > 0 } held ? held : null;
        }
        catch (Exception failure)
        {
            // One of the four edges: the database may be away for a while; the messages wait for it.
            log.LogError(failure, "The outbox could not be read for {Listener}; trying again in {Delay}", listener.Name, options.PollEvery);

            return null;
        }
    }

    private async Task DeliverAndFreeAsync(HeldLease held, CancellationToken stopping)
    {
        try
        {
            await DeliverAsync(held, stopping);
        }
        catch (Exception failure)
        {
            // One of the four edges: what could not be written down is delivered again when its lease is over.
            log.LogError(failure, "Deliveries to {Listener} could not be written down", listener.Name);
        }
        finally
        {
            _free.Release();
        }
    }

    private async Task DeliverAsync(HeldLease held, CancellationToken stopping)
    {
        using var taken = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var ended = new CancellationTokenSource();
        var renewal = RenewAsync(held, taken, ended.Token);
        var deliveries = new List<Delivery>(held.Messages.Count);

        foreach (var message in held.Messages)
        {
            deliveries.Add(Told(await Delivery.AttemptAsync(listener, message, clock, taken.Token)));
        }

        await ended.CancelAsync();
        await renewal;
        await ledger.SettleAsync(held, deliveries, _lane, CancellationToken.None);
    }

    private async Task RenewAsync(HeldLease held, CancellationTokenSource taken, CancellationToken ended)
    {
        while (true)
        {
            await Task.Delay(_lease / 3, clock, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            if (ended.IsCancellationRequested)
            {
                return;
            }

            try
            {
                if (!await ledger.RenewAsync(held, _lease, CancellationToken.None))
                {
                    await taken.CancelAsync();
                }
            }
            catch (Exception failure)
            {
                // One of the four edges: there are two more chances before the lease is over.
                log.LogWarning(failure, "The lease of a delivery to {Listener} could not be renewed", listener.Name);
            }
        }
    }

    private Delivery Told(Delivery delivery)
    {
        if (delivery.Outcome is DeliveryOutcome.Failed or DeliveryOutcome.Refused)
        {
            log.LogWarning("Message {Message} to {Listener} failed at attempt {Attempt}: {Error}", delivery.Message.Id, listener.Name, delivery.Message.Attempts, delivery.Error);
        }

        return delivery;
    }
}
