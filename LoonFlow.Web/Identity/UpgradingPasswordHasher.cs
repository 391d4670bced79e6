using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Identity;

/// <summary>Identity's hasher, which also accepts imported Django hashes and has them replaced at the first sign-in.</summary>
internal sealed class UpgradingPasswordHasher<TUser>(IOptions<PasswordHasherOptions>? options = null) : IPasswordHasher<TUser>
    where TUser : class
{
    private readonly PasswordHasher<TUser> _hasher = new(options);

    public string HashPassword(TUser user, string password) => _hasher.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(TUser user, string hashedPassword, string providedPassword)
    {
        if (DjangoPasswordHash.IsDjangoHash(hashedPassword))
        {
            return DjangoPasswordHash.Verify(hashedPassword, providedPassword)
                ? PasswordVerificationResult.SuccessRehashNeeded
                : PasswordVerificationResult.Failed;
        }

        // Identity's own hasher throws at anything but base64; an imported value that is no hash just never fits.
        return Base64.IsValid(hashedPassword)
            ? _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword)
            : PasswordVerificationResult.Failed;
    }
}
