using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Applications;

/// <summary>A person's own tokens, as their owner sees them.</summary>
public sealed class PersonalTokenQueries(IDbContextFactory<LoonFlowDb> databases, TimeProvider clock)
{
    /// <summary>All of them, the newest first; those that are over stay until they are cleared away.</summary>
    public async Task<IReadOnlyList<PersonalTokenView>> OwnAsync(UserId owner, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);

        return await db.PersonalTokens.AsNoTracking()
            .Where(row => row.UserId == owner.Value)
            .OrderByDescending(row => row.Id)
            .Select(row => new PersonalTokenView(row.Id, row.Name, row.Scopes, row.Hint, row.CreatedAt, row.ExpiresAt, row.ExpiresAt <= now, row.LastUsedAt, row.LastUsedFrom))
            .ToListAsync(ct);
    }

    /// <summary>Whether this person has tokens that are good now.</summary>
    public async Task<bool> HasGoodAsync(UserId owner, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);

        return await db.PersonalTokens.AnyAsync(row => row.UserId == owner.Value && row.ExpiresAt > now, ct);
    }
}

/// <summary>One token, without itself.</summary>
public sealed record PersonalTokenView(
    long Id,
    string Name,
    TokenScopes Scopes,
    string Hint,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    bool IsOver,
    DateTimeOffset? LastUsedAt,
    string? LastUsedFrom);
