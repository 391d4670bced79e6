using LoonFlow.Web.Data.Rows;
using Microsoft.AspNetCore.Identity;

namespace LoonFlow.Web.Identity;

/// <summary>A person with everything by which they sign in. The domain sees <see cref="Domain.Organization.User"/> only.</summary>
public sealed class UserAccount : IdentityUser<long>, IDirectoryRow
{
    // Without a stamp nobody could be signed out again, so a new account always has one.
    public UserAccount() => SecurityStamp = Guid.NewGuid().ToString("N");

    public string Name { get; set; } = string.Empty;

    public long? DepartmentId { get; set; }

    public bool IsActive { get; set; } = true;

    public bool IsAdministrator { get; set; }

    /// <summary>Signing in leads to the change of the password and nowhere else.</summary>
    public bool MustChangePassword { get; set; }

    public long? CreatedBy { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? ChangedAt { get; set; }

    /// <summary>A password that lets its owner in once, to choose their own; whatever kept them out is over.</summary>
    public void GiveTemporaryPassword(string hash)
    {
        PasswordHash = hash;
        MustChangePassword = true;
        LockoutEnd = null;
        AccessFailedCount = 0;
        NoteChange();
    }

    /// <summary>Whoever has read the account as it was, to change something else in it, is told when they save.</summary>
    public void NoteChange() => ConcurrencyStamp = Guid.NewGuid().ToString();

    /// <summary>Ends every session, wherever its owner is signed in.</summary>
    public void EndSessions() => SecurityStamp = Guid.NewGuid().ToString("N");
}
