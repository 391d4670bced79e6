using LoonFlow.Domain.Organization;

namespace LoonFlow.Web.Identity;

/// <summary>Taking over into an account what the directory says of a person.</summary>
internal static class UserAccountChanges
{
    public static void Take(this UserAccount account, User person)
    {
        if (account.IsActive && !person.IsActive)
        {
            account.EndSessions();
        }

        account.UserName = person.UserName;
        account.NormalizedUserName = person.UserName.Normalize().ToUpperInvariant();
        account.Name = person.Name;
        account.Email = person.Email;
        account.NormalizedEmail = person.Email.Normalize().ToUpperInvariant();
        account.PhoneNumber = person.Phone;
        account.DepartmentId = person.Department?.Value;
        account.IsActive = person.IsActive;
        account.IsAdministrator = person.IsAdministrator;
        account.NoteChange();
    }
}
