using System.Security.Claims;

namespace LoonFlow.Web.Identity;

/// <summary>What a sign-in says about the person, besides their id and user name.</summary>
internal static class PersonClaims
{
    /// <summary>The name that others read.</summary>
    public const string Name = "name";

    public const string Administrator = "administrator";

    public const string MustChangePassword = "must_change_password";

    public static bool IsAdministrator(this ClaimsPrincipal person) => person.HasClaim(claim => claim.Type == Administrator);

    public static bool MustChange(this ClaimsPrincipal person) => person.HasClaim(claim => claim.Type == MustChangePassword);
}
