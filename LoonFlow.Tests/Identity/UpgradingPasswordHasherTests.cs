using LoonFlow.Web.Identity;
using Microsoft.AspNetCore.Identity;

namespace LoonFlow.Tests.Identity;

public sealed class UpgradingPasswordHasherTests
{
    private const string Imported = "pbkdf2_sha256$1000$盐salt$3GiBKv3WXNXLKZre86RS+6GHnSU2JRi1qjmCPr1U70w=";

    private readonly UpgradingPasswordHasher<string> _hasher = new();

    [Fact]
    public void An_imported_hash_verifies_and_asks_to_be_replaced()
    {
        Assert.Equal(PasswordVerificationResult.SuccessRehashNeeded, _hasher.VerifyHashedPassword("ann", Imported, "密码 é"));
    }

    [Fact]
    public void A_wrong_password_fails_against_an_imported_hash()
    {
        Assert.Equal(PasswordVerificationResult.Failed, _hasher.VerifyHashedPassword("ann", Imported, "密码"));
    }

    [Fact]
    public void The_replacement_is_Identitys_own_and_needs_no_other()
    {
        var replaced = _hasher.HashPassword("ann", "密码 é");

        Assert.False(DjangoPasswordHash.IsDjangoHash(replaced));
        Assert.Equal(PasswordVerificationResult.Success, _hasher.VerifyHashedPassword("ann", replaced, "密码 é"));
        Assert.Equal(PasswordVerificationResult.Failed, _hasher.VerifyHashedPassword("ann", replaced, "other"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12222222")]
    [InlineData("not a hash")]
    [InlineData("AQAAAAIAAYag")]
    [InlineData("pbkdf2_sha256$0$s$x")]
    public void A_value_that_is_no_hash_never_fits(string imported)
    {
        Assert.Equal(PasswordVerificationResult.Failed, _hasher.VerifyHashedPassword("ann", imported, imported));
    }
}
