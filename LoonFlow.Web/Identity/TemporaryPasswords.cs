using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace LoonFlow.Web.Identity;

/// <summary>
/// Passwords that let somebody in once, to choose their own. Between the use case that gives one and the answer that says
/// it, it is encrypted: results of use cases are kept for requests that are repeated.
/// </summary>
public sealed class TemporaryPasswords(IDataProtectionProvider protection)
{
    private const int Length = 12;

    // Nothing that is mistaken for something else when read out.
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";

    private static readonly PasswordHasher<UserAccount> Hasher = new();

    private readonly IDataProtector _protector = protection.CreateProtector("LoonFlow.TemporaryPasswords");

    public static string New() => RandomNumberGenerator.GetString(Signs, Length);

    public static string Hash(UserAccount account, string password) => Hasher.HashPassword(account, password);

    public SealedPassword Seal(string password) => new(_protector.Protect(password));

    public string Open(SealedPassword password) => _protector.Unprotect(password.Content);
}

/// <summary>A temporary password that only this installation reads.</summary>
public sealed record SealedPassword(string Content);
