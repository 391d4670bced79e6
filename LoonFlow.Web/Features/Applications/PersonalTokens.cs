using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Organization;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Applications;

/// <summary>Finds the owner of a personal token.</summary>
public sealed class PersonalTokens(IDbContextFactory<LoonFlowDb> databases, CompanyStore companies, TimeProvider clock)
{
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromMinutes(1);

    /// <summary>Whose token it is and what it was made for; null when it is unknown or over, or its owner is not active.</summary>
    public async Task<(Actor.Person Person, TokenScopes Scopes)?> FindAsync(string token, string? from, CancellationToken ct)
    {
        var hash = ApplicationSecrets.HashOf(token);
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(ct);

        if (await db.PersonalTokens.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash && row.ExpiresAt > now, ct) is not { } row
            || Actor.Of(new UserId(row.UserId), await companies.GetAsync(ct)) is not { } person)
        {
            return null;
        }

        if (row.LastUsedAt is not { } noted || now - noted >= BetweenNotes)
        {
            await db.PersonalTokens.Where(one => one.Id == row.Id).ExecuteUpdateAsync(
                one => one.SetProperty(token => token.LastUsedAt, now).SetProperty(token => token.LastUsedFrom, from), ct);
        }

        return (person, row.Scopes);
    }
}
