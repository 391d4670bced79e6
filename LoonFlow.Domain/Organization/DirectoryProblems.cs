using System.Globalization;
using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Organization;

/// <summary>What can be wrong with one entry about a person, role or department, each with its stable code and its cure.</summary>
public static class DirectoryProblems
{
    public const string UserName = "username";
    public const string Alias = "alias";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Department = "dept_id";
    public const string Password = "password";
    public const string Name = "name";
    public const string Description = "description";
    public const string Label = "label";
    public const string Parent = "parent_dept_id";
    public const string Leader = "leader";
    public const string Approver = "approver";
    public const string Person = "user_id";

    public static readonly FieldProblem UserNameForm =
        new(UserName, "directory.user_name_form", "A user name has no spaces, commas or semicolons.");

    public static readonly FieldProblem UserNameReserved =
        new(UserName, "directory.user_name_reserved", "LoonFlow itself goes by this name; choose another.");

    public static readonly FieldProblem UserNameTaken =
        new(UserName, "directory.user_name_taken", "Somebody has this user name, or had it before they left; choose another.");

    public static readonly FieldProblem UserNameStays =
        new(UserName, "directory.user_name_stays", "A user name stays as it is, because the values of tickets and other systems speak of people by it.");

    public static readonly FieldProblem EmailForm =
        new(Email, "directory.email_form", "This is not an address such as ann@example.com.");

    public static readonly FieldProblem OneDepartment =
        new("dept_ids", "directory.one_department", "A person is in one department; name one.");

    public static readonly FieldProblem PasswordWeak =
        new(Password, "directory.password_weak", "A password has 8 to 200 characters and is not one of those that everybody tries first.");

    public static readonly FieldProblem BelowItself =
        new(Parent, "directory.below_itself", "A department cannot lie below itself.");

    public static FieldProblem NameTaken(string key) => new(key, "directory.name_taken", "There is another one of this name; choose a name by which they are told apart.");

    public static FieldProblem DepartmentUnknown(string key) => new(key, "directory.department_unknown", "There is no such department.");

    public static FieldProblem PersonUnknown(string key, string who) =>
        new(key, "directory.person_unknown", $"There is nobody active called “{who}”.") { Arguments = [who] };

    public static FieldProblem Missing(string key) => new(key, "directory.text_missing", "This is needed.");

    public static FieldProblem TooLong(string key, int most) =>
        new(key, "directory.text_too_long", $"At most {most} characters.") { Arguments = [most.ToString(CultureInfo.InvariantCulture)] };

    public static FieldProblem NotPlain(string key) =>
        new(key, "directory.text_not_plain", "This takes one line of text without control characters.");

    /// <summary>What is wrong with a text of one line.</summary>
    internal static IEnumerable<FieldProblem> OfText(string key, string text, int most, bool isNeeded = false)
    {
        if (isNeeded && text.Length == 0)
        {
            yield return Missing(key);
        }

        if (text.Length > most)
        {
            yield return TooLong(key, most);
        }

        if (!IsPlain(text))
        {
            yield return NotPlain(key);
        }
    }

    /// <summary>Whether a text is well formed and holds neither line breaks nor other control characters.</summary>
    internal static bool IsPlain(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var isPair = at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);

            if (char.IsControl(text[at]) || text[at] is '\u2028' or '\u2029' || (char.IsSurrogate(text[at]) && !isPair))
            {
                return false;
            }

            at += isPair ? 1 : 0;
        }

        return true;
    }
}
