using LoonFlow.Domain.Access;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Applications;

/// <summary>Every application and what it proves itself with, kept in memory until something of it changes.</summary>
public sealed class ApplicationStore(IDbContextFactory<LoonFlowDb> databases, ApplicationSecrets secrets, TimeProvider clock)
{
    private readonly StampedCache<ApplicationBook> _cache = new(databases, CacheStamp.Applications, (db, ct) => LoadAsync(db, secrets, ct));

    public ValueTask<ApplicationBook> GetAsync(CancellationToken ct) => _cache.GetAsync(ct);

    public ValueTask<ApplicationBook> AtAsync(Guid stamp, CancellationToken ct) => _cache.AtAsync(stamp, ct);

    /// <summary>Notes, at most once a minute, that a secret was used.</summary>
    public async Task NoteUseAsync(ApplicationSecret secret, string? from, CancellationToken ct)
    {
        var now = clock.GetUtcNow();

        if (!secret.IsWorthNoting(now))
        {
            return;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        await db.ApplicationSecrets.Where(row => row.Id == secret.Id).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.LastUsedAt, now).SetProperty(one => one.LastUsedFrom, from), ct);
    }

    private static async Task<ApplicationBook> LoadAsync(LoonFlowDb db, ApplicationSecrets secrets, CancellationToken ct)
    {
        var rows = await db.Applications.AsNoTracking().ToListAsync(ct);
        var bySecret = (await db.ApplicationSecrets.AsNoTracking().ToListAsync(ct))
            .ToLookup(row => row.Application, row => new ApplicationSecret(row.Id, row.IsForSigning, row.Hash, row.ExpiresAt, secrets.Reveal(row)));

        return new ApplicationBook([.. rows.Select(row => new KnownApplication(row.Content, [.. bySecret[row.Id]]))]);
    }
}

/// <summary>An application with its secrets.</summary>
public sealed record KnownApplication(Application Application, IReadOnlyList<ApplicationSecret> Secrets);

/// <summary>All of them at one moment.</summary>
public sealed class ApplicationBook(IReadOnlyList<KnownApplication> applications)
{
    private readonly Dictionary<string, KnownApplication> _byName = applications.ToDictionary(known => known.Application.Name, StringComparer.Ordinal);
    private readonly ILookup<string, (KnownApplication Known, ApplicationSecret Secret)> _byHash = applications
        .SelectMany(known => known.Secrets.Where(secret => !secret.IsForSigning), (known, secret) => (known, secret))
        .ToLookup(pair => pair.secret.Hash, StringComparer.Ordinal);

    public IReadOnlyList<KnownApplication> All => applications;

    public KnownApplication? Named(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Whose bearer token has this hash.</summary>
    public (KnownApplication Known, ApplicationSecret Secret)? OfToken(string hash) => _byHash[hash].Select(found => ((KnownApplication, ApplicationSecret)?)found).FirstOrDefault();
}

/// <summary>One secret as requests are checked against it.</summary>
public sealed record ApplicationSecret(long Id, bool IsForSigning, string Hash, DateTimeOffset? ExpiresAt, string? SigningKey)
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    private long _notedAt;

    public bool IsGood(DateTimeOffset now) => ExpiresAt is not { } end || now < end;

    /// <summary>Whether a minute has passed since a use was noted last.</summary>
    public bool IsWorthNoting(DateTimeOffset now)
    {
        var noted = Interlocked.Read(ref _notedAt);

        return now.UtcTicks - noted >= Between.Ticks && Interlocked.CompareExchange(ref _notedAt, now.UtcTicks, noted) == noted;
    }

    // Secrets must not be printed with the record that holds them.
    public override string ToString() => $"secret {Id}";
}
