using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;

namespace LoonFlow.Web.Identity;

/// <summary>Length, and not one of those tried first. Rules about kinds of characters only make people write "Password1!".</summary>
internal sealed class PasswordPolicy : IPasswordValidator<UserAccount>
{
    public const int MinLength = 8;

    public const string TooShort = "PasswordTooShort";
    public const string TooLong = "PasswordTooLong";
    public const string TooCommon = "PasswordTooCommon";

    private static readonly FrozenSet<string> Worst = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "00000000", "000000000", "0123456789", "01234567", "0987654321", "09876543", "10203040", "11111111", "111111111",
        "1111111111", "11223344", "112233445566", "12121212", "123123123", "12312312", "12341234", "12344321", "1234512345",
        "12345678", "123456789", "1234567890", "123456789a", "12345678a", "123456abc", "1234abcd", "123abc123", "123qweasd",
        "131313131", "147258369", "14725836", "159357159", "1q2w3e4r", "1q2w3e4r5t", "1q2w3e4r5t6y", "1qaz2wsx", "1qaz2wsx3edc",
        "1qazxsw2", "20202020", "22222222", "33333333", "44444444", "5201314520", "55555555", "66666666", "741852963", "77777777",
        "789456123", "87654321", "88888888", "888888888", "963852741", "98765432", "987654321", "99999999", "999999999",
        "a1234567", "a12345678", "a123456789", "aa123456", "aa12345678", "aaaaaaaa", "abc12345", "abc123456", "abcd1234",
        "abcdefgh", "abcdefghi", "admin123", "admin1234", "admin12345", "administrator", "adminadmin", "alexander", "asd123456",
        "asdasdasd", "asdf1234", "asdfasdf", "asdfghjk", "asdfghjkl", "asdfghjkl;", "baseball", "basketball", "changeit",
        "changeme", "changeme1", "charlie1", "chocolate", "computer", "corvette", "default1", "dragon123", "einstein", "football",
        "football1", "freedom1", "guest123", "guestguest", "hello123", "helloworld", "iloveyou", "iloveyou1", "internet", "jennifer",
        "killer123", "letmein1", "letmein123", "liverpool", "login123", "loonflow", "loonflow1", "loonflow123", "lovelove",
        "master123", "maverick", "mercedes", "michelle", "monkey123", "mustang1", "nopassword", "p@ssw0rd", "p@ssword", "pa55word",
        "passpass", "passw0rd", "password", "password!", "password1", "password1!", "password12", "password123", "password1234",
        "passwort", "princess", "princess1", "q1w2e3r4", "q1w2e3r4t5", "qazwsxedc", "qq123456", "qwe123456", "qweasdzxc", "qwer1234",
        "qwerasdf", "qwerqwer", "qwerty12", "qwerty123", "qwerty1234", "qwertyui", "qwertyuiop", "rootroot", "root1234", "samantha",
        "secret123", "shanghai", "starwars", "sunshine", "sunshine1", "superman", "superman1", "system123", "test1234", "testtest",
        "trustno1", "user1234", "victoria", "welcome1", "welcome123", "whatever", "wang1234", "woaini1314", "woaini520", "woaiwojia",
        "wodemima", "xxxxxxxx", "zaq12wsx", "zhang123", "zxcvbnm1", "zxcvbnm123", "zxcvbnm,./", "zzzzzzzz");

    public Task<IdentityResult> ValidateAsync(UserManager<UserAccount> manager, UserAccount user, string? password) =>
        Task.FromResult(Problem(user, password ?? string.Empty) is { } code ? IdentityResult.Failed(new IdentityError { Code = code }) : IdentityResult.Success);

    /// <summary>What is wrong with a password; null when nothing is.</summary>
    internal static string? Problem(UserAccount user, string password) => password switch
    {
        { Length: < MinLength } => TooShort,
        { Length: > PasswordCheck.MaxPasswordLength } => TooLong,
        _ when Worst.Contains(password) || string.Equals(password, user.UserName, StringComparison.OrdinalIgnoreCase) => TooCommon,
        _ => null,
    };
}
