using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace LoonFlow.Web.Notifiers;

/// <summary>Keeps addresses and secrets of channels unreadable in the database.</summary>
public sealed class ChannelSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("LoonFlow.NoticeChannels");

    public string Protect(string text) => text.Length == 0 ? string.Empty : _protector.Protect(text);

    /// <summary>Null when the keys of this installation are not those that it was protected with.</summary>
    public string? Read(string text)
    {
        try
        {
            return text.Length == 0 ? string.Empty : _protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            // Keys are lost when a database is restored without them; the channel says so, the others go on.
            return null;
        }
    }
}
