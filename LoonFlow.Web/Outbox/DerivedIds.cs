using System.Security.Cryptography;
using System.Text;

namespace LoonFlow.Web.Outbox;

/// <summary>Ids that come out the same whenever they are made from the same thing, so that doing it again finds it done.</summary>
internal static class DerivedIds
{
    public static Guid From(Guid origin, string part)
    {
        var hash = SHA256.HashData([.. origin.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(part)]).AsSpan(0, 16);

        // Version 8 (RFC 9562): made in a way of our own.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);

        return new Guid(hash, bigEndian: true);
    }
}
