using System.Security.Cryptography;
using System.Text;
using LoonFlow.Domain.Access;
using LoonFlow.Web.Data.Rows;
using Microsoft.AspNetCore.DataProtection;

namespace LoonFlow.Web.Features.Applications;

/// <summary>
/// Makes secrets and keeps them as safely as their use allows: signing needs the secret itself, so it is encrypted with the
/// installation's keys; of a token that is sent, a hash is enough.
/// </summary>
public sealed class ApplicationSecrets(IDataProtectionProvider protection, TimeProvider clock, ILogger<ApplicationSecrets> log)
{
    /// <summary>Begins a bearer token of an application.</summary>
    public const string ApplicationPrefix = "lfa_";

    /// <summary>Begins a personal token.</summary>
    public const string PersonalPrefix = "lfp_";

    private const int SecretBytes = 32;

    private readonly IDataProtector _protector = protection.CreateProtector("LoonFlow.Applications");

    /// <summary>A text that nobody can guess, of letters, digits, "-" and "_".</summary>
    public static string New(string prefix = "") =>
        prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>SHA-256, by which a token is found again. It needs no salt: tokens are not chosen by people.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static string HintOf(string text) => text.Length <= ApplicationSecretRow.HintLength ? string.Empty : text[^ApplicationSecretRow.HintLength..];

    public ApplicationSecretRow Row(ApplicationId application, string text, bool isForSigning, DateTimeOffset? expiresAt = null) => new()
    {
        Application = application,
        IsForSigning = isForSigning,
        Hint = HintOf(text),
        Hash = HashOf(text),
        Protected = isForSigning ? _protector.Protect(text) : null,
        CreatedAt = clock.GetUtcNow(),
        ExpiresAt = expiresAt,
    };

    /// <summary>The secret that requests are signed with; null for one that is not for signing.</summary>
    public string? Reveal(ApplicationSecretRow row)
    {
        try
        {
            return row.Protected is { } text ? _protector.Unprotect(text) : null;
        }
        catch (CryptographicException)
        {
            // The installation's keys are others than those it was encrypted with: it has to be made anew.
            log.LogError("A secret of application {Application} cannot be decrypted with the keys of this installation; make a new one", row.Application.Value);

            return null;
        }
    }
}
