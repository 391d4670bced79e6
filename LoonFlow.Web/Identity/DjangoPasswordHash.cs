using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LoonFlow.Web.Identity;

/// <summary>Verifies the passwords of an imported loonflow installation: <c>pbkdf2_sha256$iterations$salt$hash</c>.</summary>
internal static class DjangoPasswordHash
{
    /// <summary>Ten times what Django asks for today; more would let one row of a dump keep the server busy.</summary>
    public const int MostIterations = 10_000_000;

    private const string Algorithm = "pbkdf2_sha256";
    private const int HashLength = 32;

    public static bool IsDjangoHash(string? text) => TryRead(text, out _, out _, out _);

    public static bool Verify(string? text, string password)
    {
        if (!TryRead(text, out var iterations, out var salt, out var expected))
        {
            return false;
        }

        var actual = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, iterations, HashAlgorithmName.SHA256, HashLength);

        return CryptographicOperations.FixedTimeEquals(actual, expected);
    }

    private static bool TryRead(string? text, out int iterations, out byte[] salt, out byte[] hash)
    {
        iterations = 0;
        salt = [];
        hash = new byte[HashLength];

        if (text?.Split('$') is not [Algorithm, var iterationsText, { Length: > 0 } saltText, var hashText])
        {
            return false;
        }

        salt = Encoding.UTF8.GetBytes(saltText);

        return int.TryParse(iterationsText, NumberStyles.None, CultureInfo.InvariantCulture, out iterations)
            && iterations is > 0 and <= MostIterations
            && Convert.TryFromBase64String(hashText, hash, out var length)
            && length == HashLength;
    }
}
