using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LoonFlow.Web.Api;

/// <summary>
/// Proves who sent a request and that nothing of it was changed: HMAC-SHA256 over seven lines, which are the method, the
/// path, the query with its question mark, the body's SHA-256, the time, the nonce and the user name.
/// </summary>
public static class RequestSignature
{
    private const string Prefix = "sha256=";

    /// <param name="secret">What both sides know.</param>
    /// <param name="method">In capitals.</param>
    /// <param name="pathAndQuery">As they stand in the request.</param>
    /// <param name="timestamp">Seconds since 1970.</param>
    /// <param name="nonce">Never used before by this application.</param>
    /// <param name="user">For whom it acts, as in the header username; empty for nobody.</param>
    /// <param name="body">The body's bytes.</param>
    public static string Of(string secret, string method, string pathAndQuery, long timestamp, string nonce, string user, ReadOnlySpan<byte> body)
    {
        var question = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? pathAndQuery : pathAndQuery[..question];
        var query = question < 0 ? string.Empty : pathAndQuery[question..];
        var text = string.Join('\n', method, path, query, Convert.ToHexStringLower(SHA256.HashData(body)), timestamp.ToString(CultureInfo.InvariantCulture), nonce, user);

        return Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
    }
}
