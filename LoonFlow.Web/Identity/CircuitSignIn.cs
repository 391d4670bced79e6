using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace LoonFlow.Web.Identity;

/// <summary>An open screen lives for hours; this ends it soon after the person was deactivated or the password changed.</summary>
internal sealed class CircuitSignIn(Standings standings, ILoggerFactory logs) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    // An outdated sign-in ends here too: the way over the sign-in page renews the cookie and leads back.
    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        await standings.OfAsync(authenticationState.User, cancellationToken) is Standing.Good;
}
