using System.Security.Claims;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Identity;

/// <summary>Asks the database whether a sign-in still stands.</summary>
public sealed class Standings(IDbContextFactory<LoonFlowDb> databases, IOptions<IdentityOptions> options)
{
    public async Task<Standing> OfAsync(ClaimsPrincipal person, CancellationToken ct)
    {
        if (CurrentActor.IdOf(person) is not { Value: var id })
        {
            return Standing.Over;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var account = await db.Users
            .Where(user => user.Id == id)
            .Select(user => new { user.IsActive, user.SecurityStamp, user.IsAdministrator, user.MustChangePassword })
            .SingleOrDefaultAsync(ct);

        return account switch
        {
            null or { IsActive: false } => Standing.Over,
            _ when account.SecurityStamp != person.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType) => Standing.Over,
            _ when account.IsAdministrator != person.IsAdministrator() || account.MustChangePassword != person.MustChange() => Standing.Outdated,
            _ => Standing.Good,
        };
    }
}
