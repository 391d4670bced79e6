using System.Globalization;
using System.Security.Claims;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Features.Organization;
using Microsoft.AspNetCore.Components.Authorization;

namespace LoonFlow.Web.Features;

/// <summary>Who is signed in on this circuit, as the company knows them at the moment of asking.</summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication, CompanyStore companies)
{
    /// <summary>The person; null when nobody is signed in, or the person was deactivated since.</summary>
    public async Task<Actor.Person?> FindAsync(CancellationToken ct = default) =>
        IdOf((await authentication.GetAuthenticationStateAsync()).User) is { } id ? Actor.Of(id, await companies.GetAsync(ct)) : null;

    public static UserId? IdOf(ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new UserId(id) : null;
}
