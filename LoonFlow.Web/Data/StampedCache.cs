using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Data;

/// <summary>Keeps one value in memory as long as its stamp in the database is the one it was loaded with.</summary>
public sealed class StampedCache<T>(IDbContextFactory<LoonFlowDb> databases, string name, Func<LoonFlowDb, CancellationToken, Task<T>> load)
    where T : class
{
    private readonly SemaphoreSlim _loading = new(1);
    private volatile Entry? _entry;

    /// <summary>The value as of now; costs one small query.</summary>
    public async ValueTask<T> GetAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);

        return await AtAsync(await StampAsync(db, ct), ct);
    }

    /// <summary>The value for a stamp that was read together with other rows; costs nothing unless it changed.</summary>
    public async ValueTask<T> AtAsync(Guid stamp, CancellationToken ct)
    {
        if (_entry is { } entry && entry.Stamp == stamp)
        {
            return entry.Value;
        }

        await _loading.WaitAsync(ct);

        try
        {
            if (_entry is { } loaded && loaded.Stamp == stamp)
            {
                return loaded.Value;
            }

            await using var db = await databases.CreateDbContextAsync(ct);

            // The stamp first: rows that change in between are newer than it, and the next reader loads them again.
            var current = await StampAsync(db, ct);
            _entry = new Entry(current, await load(db, ct));

            return _entry.Value;
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>The value as a unit of work sees it, read over its own connection: whoever holds a lock waits for no other one.</summary>
    public async ValueTask<T> SeenByAsync(LoonFlowDb db, CancellationToken ct)
    {
        var stamp = await StampAsync(db, ct);

        return _entry is { } entry && entry.Stamp == stamp ? entry.Value : await load(db, ct);
    }

    private Task<Guid> StampAsync(LoonFlowDb db, CancellationToken ct) =>
        db.CacheStamps.Where(stamp => stamp.Name == name).Select(stamp => stamp.Value).SingleAsync(ct);

    private sealed record Entry(Guid Stamp, T Value);
}
