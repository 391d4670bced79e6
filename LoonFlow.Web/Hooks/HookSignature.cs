using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LoonFlow.Web.Hooks;

/// <summary>
/// Proves who sent a request and that nothing of it was changed: HMAC-SHA256 over method, path, time, nonce and body,
/// a line each. loonflow's own scheme, MD5 of time and token, is kept for systems that know no other (spec B.21, B.27).
/// </summary>
public static class HookSignature
{
    public const string TimestampHeader = "X-LoonFlow-Timestamp";
    public const string NonceHeader = "X-LoonFlow-Nonce";
    public const string SignatureHeader = "X-LoonFlow-Signature";

    private const string Prefix = "sha256=";

    /// <summary>The value of <see cref="SignatureHeader"/>.</summary>
    /// <param name="secret">What both sides know.</param>
    /// <param name="method">"POST", in capitals.</param>
    /// <param name="path">Path and query, as they stand in the request.</param>
    /// <param name="timestamp">Seconds since 1970.</param>
    /// <param name="nonce">Never used before by the sender.</param>
    /// <param name="body">The body's bytes.</param>
    public static string Hmac(string secret, string method, string path, long timestamp, string nonce, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes($"{method}\n{path}\n{timestamp.ToString(CultureInfo.InvariantCulture)}\n{nonce}\n"));
        hmac.AppendData(body);

        return Prefix + Convert.ToHexStringLower(hmac.GetHashAndReset());
    }

    /// <summary>loonflow's signature: MD5 of the time's text followed at once by the token.</summary>
    public static string Md5(string token, long timestamp) => Md5(token, timestamp.ToString(CultureInfo.InvariantCulture));

    /// <summary>The same over the time as it was written.</summary>
    public static string Md5(string token, string timestamp) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(timestamp + token)));

    /// <summary>Whether a signature is the expected one, in a time that does not tell how much of it is right.</summary>
    public static bool Matches(string expected, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    /// <summary>Whether a request was signed at about this moment; both directions, because clocks differ.</summary>
    public static bool IsFresh(long timestamp, DateTimeOffset now, TimeSpan tolerance) =>
        Math.Abs(now.ToUnixTimeSeconds() - (double)timestamp) <= tolerance.TotalSeconds;
}
