using Microsoft.AspNetCore.Identity;

namespace LoonFlow.Web.Identity;

/// <summary>A person with everything by which they sign in. The domain sees <see cref="Domain.Organization.User"/> only.</summary>
public sealed class UserAccount : IdentityUser<long>
{
    // Without a stamp nobody could be signed out again, so a new account always has one.
    public UserAccount() => SecurityStamp = Guid.NewGuid().ToString("N");

    public string Name { get; set; } = string.Empty;

    public long? DepartmentId { get; set; }

    public bool IsActive { get; set; } = true;

    public bool IsAdministrator { get; set; }

    /// <summary>Signing in leads to the change of the password and nowhere else.</summary>
    public bool MustChangePassword { get; set; }
}
