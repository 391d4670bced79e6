using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Settings;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Applications;

/// <summary>Applications as administrators see them: everything but their secrets.</summary>
public sealed class ApplicationQueries(IDbContextFactory<LoonFlowDb> databases, SettingsAccess access)
{
    /// <summary>All of them by name; refused to everybody but administrators.</summary>
    public async Task<Result<IReadOnlyList<ApplicationView>>> AllAsync(Actor actor, CancellationToken ct)
    {
        if (await access.WhyNotAsync(actor, ct) is { } refusal)
        {
            return refusal;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var secrets = (await db.ApplicationSecrets.AsNoTracking()
            .OrderBy(row => row.Id)
            .Select(row => new { row.Application, View = new SecretView(row.Id, row.IsForSigning, row.Hint, row.CreatedAt, row.ExpiresAt, row.LastUsedAt, row.LastUsedFrom) })
            .ToListAsync(ct)).ToLookup(row => row.Application, row => row.View);
        var rows = await db.Applications.AsNoTracking().OrderBy(row => row.Name).ToListAsync(ct);

        return rows.ConvertAll(row => new ApplicationView(row.Content, row.Revision, row.CreatedAt, row.ChangedAt, row.CreatedBy, [.. secrets[row.Id]]));
    }
}

/// <summary>One application and what is known of its secrets.</summary>
public sealed record ApplicationView(
    Application Application, int Revision, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, long? CreatedBy, IReadOnlyList<SecretView> Secrets)
{
    /// <summary>When any of its secrets was used last.</summary>
    public DateTimeOffset? LastUsedAt => Secrets.Max(secret => secret.LastUsedAt);
}

/// <summary>One secret, without itself.</summary>
public sealed record SecretView(
    long Id, bool IsForSigning, string Hint, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt, string? LastUsedFrom);
