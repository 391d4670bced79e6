using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Identity;

/// <summary>Looks again at the cookie every minute: its person must still be here, its password still be the same.</summary>
internal sealed class ActivePeopleOnly(IOptions<SecurityStampValidatorOptions> options, SignInManager<UserAccount> signIns, ILoggerFactory logs)
    : SecurityStampValidator<UserAccount>(options, signIns, logs)
{
    protected override async Task<UserAccount?> VerifySecurityStamp(ClaimsPrincipal? principal) =>
        await base.VerifySecurityStamp(principal) is { IsActive: true } account ? account : null;
}
