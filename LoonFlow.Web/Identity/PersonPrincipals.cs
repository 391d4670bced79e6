using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Identity;

/// <summary>Says in claims who signed in. Departments and roles are not among them: they are looked up when they count.</summary>
internal sealed class PersonPrincipals(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<UserAccount>
{
    private readonly ClaimsIdentityOptions _names = options.Value.ClaimsIdentity;

    public Task<ClaimsPrincipal> CreateAsync(UserAccount user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, _names.UserNameClaimType, _names.RoleClaimType);
        identity.AddClaim(new Claim(_names.UserIdClaimType, user.Id.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(_names.UserNameClaimType, user.UserName!));
        identity.AddClaim(new Claim(_names.SecurityStampClaimType, user.SecurityStamp!));
        identity.AddClaim(new Claim(PersonClaims.Name, user.Name.Length > 0 ? user.Name : user.UserName!));

        if (user.IsAdministrator)
        {
            identity.AddClaim(new Claim(PersonClaims.Administrator, "true"));
        }

        if (user.MustChangePassword)
        {
            identity.AddClaim(new Claim(PersonClaims.MustChangePassword, "true"));
        }

        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}
