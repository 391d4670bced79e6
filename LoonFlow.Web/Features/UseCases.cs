using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features;

/// <summary>The one door to every change, for screens, endpoints, jobs and tests: own scope, own database context, one commit.</summary>
public sealed class UseCases(IServiceScopeFactory scopes, OutboxBell bell, TimeProvider clock)
{
    public async Task<Result<T>> RunAsync<THandler, T>(Func<THandler, Task<Result<T>>> useCase, CancellationToken ct = default)
        where THandler : notnull
        where T : notnull
    {
        // A Blazor circuit lives for hours; its own scope would share one context between every click.
        await using var scope = scopes.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetRequiredService<THandler>();
        var db = scope.ServiceProvider.GetRequiredService<LoonFlowDb>();
        var repeatable = RepeatableRequest.Current;
        var part = repeatable?.NextPart() ?? 0;

        if (repeatable is not null && await repeatable.FindAsync<Kept<T>>(db, part, ct) is { } done)
        {
            return done.Value;
        }

        var result = await useCase(handler);

        if (!result.Succeeded)
        {
            // It may be refused because the very same request, sent a moment earlier, has done it meanwhile.
            return repeatable is null ? result : await FoundAsync(repeatable, part, result, ct);
        }

        repeatable?.Keep(db, part, new Kept<T>(result.Value), clock.GetUtcNow());

        try
        {
            await db.SaveChangesAsync(ct);

            // Only a use case that had to lock something has opened a transaction; saving is a commit of its own otherwise.
            if (db.Database.CurrentTransaction is { } transaction)
            {
                await transaction.CommitAsync(ct);
            }

            bell.Ring(db.Outbox.Local.Select(message => message.Listener));

            return result;
        }
        catch (DbUpdateException failure) when (repeatable is not null && db.IsRepeated(failure))
        {
            // The same request came twice at once, and the other was first: what it brought about is the answer to both.
            return await FoundAsync<T>(repeatable, part, TicketRefusals.ChangedMeanwhile, ct);
        }
        catch (DbUpdateException failure) when (db.IsLostRace(failure))
        {
            // Somebody else committed between our load and our commit: one move, and a clear answer for the other.
            return repeatable is null ? TicketRefusals.ChangedMeanwhile : await FoundAsync<T>(repeatable, part, TicketRefusals.ChangedMeanwhile, ct);
        }
    }

    /// <summary>What the same request brought about elsewhere; without that, what became of it here.</summary>
    private async Task<Result<T>> FoundAsync<T>(RepeatableRequest repeatable, int part, Result<T> here, CancellationToken ct)
        where T : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoonFlowDb>();

        return await repeatable.FindAsync<Kept<T>>(db, part, ct) is { } done ? done.Value : here;
    }

    /// <summary>Makes "nothing was kept" differ from a result that happens to be 0.</summary>
    private sealed record Kept<T>(T Value);
}
