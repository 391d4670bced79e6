using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Organization;

/// <summary>What must hold for a person of the directory, and who may not be taken out of it.</summary>
public static class PersonRules
{
    /// <summary>The engine's own name towards callers, and the one that loonflow gives signed-in people's own requests.</summary>
    private static readonly string[] Reserved = ["loonrobot", "loonflow"];

    /// <summary>A new person (id 0), or a known one as they shall be; the answer is what to keep.</summary>
    public static Result<User> Save(Company company, Actor actor, User wanted)
    {
        var known = company.User(wanted.Id);
        var person = wanted with
        {
            UserName = wanted.UserName.Trim(),
            Name = wanted.Name.Trim(),
            Email = wanted.Email.Trim(),
            Phone = wanted.Phone.Trim(),
        };

        FieldProblem[] problems =
        [
            .. UserNameProblems(company, known, person.UserName),
            .. DirectoryProblems.OfText(DirectoryProblems.Alias, person.Name, User.MaxNameLength, isNeeded: true),
            .. EmailProblems(person.Email),
            .. DirectoryProblems.OfText(DirectoryProblems.Phone, person.Phone, User.MaxPhoneLength),
            .. person.Department is { } id && company.Department(id) is null ? [DirectoryProblems.DepartmentUnknown(DirectoryProblems.Department)] : Array.Empty<FieldProblem>(),
        ];

        if (problems is not [])
        {
            return DirectoryRefusals.NotValid with { Fields = problems };
        }

        return WhyNotBecome(company, actor, known, person) is { } refusal
            ? refusal
            : person with { UserName = known?.UserName ?? person.UserName };
    }

    /// <summary>Takes a person out of the company; user name and history stay, and what waited for them goes on without them.</summary>
    public static Result<User> Remove(Company company, Actor actor, UserId id)
    {
        if (company.User(id) is not { } known)
        {
            return DirectoryRefusals.PersonNotFound;
        }

        var gone = known with { IsActive = false };

        return WhyNotBecome(company, actor, known, gone) is { } refusal ? refusal : gone;
    }

    /// <summary>Why a person cannot be given a new password; null when they can.</summary>
    public static Refusal? WhyNotReset(Company company, Actor actor, UserId id) =>
        company.User(id) is not { } known ? DirectoryRefusals.PersonNotFound
        : !known.IsActive ? DirectoryRefusals.PersonLeft
        : known.IsAdministrator && !IsAdministrator(company, actor) ? DirectoryRefusals.OnlyAdministrators
        : null;

    private static Refusal? WhyNotBecome(Company company, Actor actor, User? known, User person) => (known, person) switch
    {
        // Otherwise an application that keeps people in step with another system could make itself everything.
        ({ IsAdministrator: true }, _) or (_, { IsAdministrator: true }) when !IsAdministrator(company, actor) => DirectoryRefusals.OnlyAdministrators,
        ({ IsActive: true }, { IsActive: false }) when actor is Actor.Person { Id: var self } && self == known.Id => DirectoryRefusals.NotYourself,
        ({ IsActive: true, IsAdministrator: true }, { IsActive: false } or { IsAdministrator: false }) when IsOnlyAdministrator(company, known.Id) => DirectoryRefusals.LastAdministrator,
        _ => null,
    };

    private static bool IsAdministrator(Company company, Actor actor) =>
        actor is Actor.Person { Id: var id } && company.User(id) is { IsActive: true, IsAdministrator: true };

    private static bool IsOnlyAdministrator(Company company, UserId id) =>
        !company.Users.Any(user => user.IsActive && user.IsAdministrator && user.Id != id);

    private static IEnumerable<FieldProblem> UserNameProblems(Company company, User? known, string userName)
    {
        FieldProblem[] ofText = [.. DirectoryProblems.OfText(DirectoryProblems.UserName, userName, User.MaxUserNameLength, isNeeded: true)];

        return ofText is not [] ? ofText
            : known is not null ? (Key(known.UserName) == Key(userName) ? [] : [DirectoryProblems.UserNameStays])
            : userName.Any(sign => char.IsWhiteSpace(sign) || ",;，；、".Contains(sign)) ? [DirectoryProblems.UserNameForm]
            : Reserved.Any(name => Key(name) == Key(userName)) ? [DirectoryProblems.UserNameReserved]
            : company.Users.Any(user => Key(user.UserName) == Key(userName)) ? [DirectoryProblems.UserNameTaken]
            : [];
    }

    private static IEnumerable<FieldProblem> EmailProblems(string email)
    {
        FieldProblem[] ofText = [.. DirectoryProblems.OfText(DirectoryProblems.Email, email, User.MaxEmailLength)];

        return ofText is not [] || email.Length == 0 || IsAddress(email) ? ofText : [DirectoryProblems.EmailForm];
    }

    private static bool IsAddress(string email) =>
        email.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && !email.Any(sign => char.IsWhiteSpace(sign) || ",;<>()[]\\\":".Contains(sign));

    /// <summary>The form in which user names are compared: however they are composed, small letters or capitals.</summary>
    private static string Key(string userName) => userName.Normalize().ToUpperInvariant();
}
