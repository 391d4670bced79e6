using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LoonFlow.Web.Notifiers;

/// <summary>How robots want a call to be signed: both take HMAC-SHA256 of time and secret, and not of what is said.</summary>
internal static class RobotSignatures
{
    /// <summary>DingTalk: the secret is the key, the time counts in milliseconds, and both go into the address.</summary>
    public static string DingTalkAddress(string url, string secret, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{secret}"));
        var separator = url.Contains('?', StringComparison.Ordinal) ? '&' : '?';

        return $"{url}{separator}timestamp={timestamp}&sign={Uri.EscapeDataString(Convert.ToBase64String(sign))}";
    }

    /// <summary>Feishu: time and secret together are the key, and nothing is what it signs.</summary>
    public static string Feishu(string secret, long timestamp) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{timestamp}\n{secret}")), ReadOnlySpan<byte>.Empty));
}
