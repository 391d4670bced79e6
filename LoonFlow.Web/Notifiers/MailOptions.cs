using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LoonFlow.Web.Notifiers;

/// <summary>Settings "Mail": the server that takes our mail. Without a host nothing is sent by mail.</summary>
public sealed class MailOptions : IValidatableObject
{
    private const int ImplicitTlsPort = 465;

    public string Host { get; set; } = string.Empty;

    [Range(1, 65535, ErrorMessage = "Mail:Port takes 1 to 65535; 587 is the usual one.")]
    public int Port { get; set; } = 587;

    /// <summary>The address that mail comes from.</summary>
    public string From { get; set; } = string.Empty;

    public string FromName { get; set; } = "LoonFlow";

    /// <summary>Empty: without signing in.</summary>
    public string UserName { get; set; } = string.Empty;

    public string Password { get; set; } = string.Empty;

    /// <summary>Whether to encrypt, as nearly every server asks for.</summary>
    public bool StartTls { get; set; } = true;

    /// <summary>A PEM file: the server's own certificate, or that of the authority which signed it.</summary>
    public string TrustedCertificate { get; set; } = string.Empty;

    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ErrorMessage = "Mail:Timeout must lie between 1 second and 5 minutes.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    public bool IsOn => !string.IsNullOrWhiteSpace(Host);

    public string Server => $"{Host}:{Port}";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn)
        {
            yield break;
        }

        if (Uri.CheckHostName(Host) is UriHostNameType.Unknown)
        {
            yield return new ValidationResult($"Mail:Host: “{Host}” is not the name of a server; the port goes into Mail:Port.");
        }

        if (Port == ImplicitTlsPort)
        {
            yield return new ValidationResult("Mail:Port: 465 speaks TLS from the first byte, which LoonFlow does not do; use 587 and leave Mail:StartTls on.");
        }

        if (!MailAddress.TryCreate(From, out var from) || from.Address != From)
        {
            yield return new ValidationResult($"Mail:From: “{From}” is not an e-mail address; Mail:Host needs one that mail comes from.");
        }

        if (UserName.Length > 0 && !StartTls)
        {
            yield return new ValidationResult("Mail:StartTls must stay on when Mail:UserName is set, or the password would travel in the clear.");
        }

        if (TrustedCertificate.Length > 0 && !IsCertificate(TrustedCertificate))
        {
            yield return new ValidationResult($"Mail:TrustedCertificate: “{TrustedCertificate}” is not a readable PEM file with a certificate.");
        }
    }

    private static bool IsCertificate(string path)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(path);

            return true;
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            // Said in words of the settings by the caller.
            return false;
        }
    }
}
