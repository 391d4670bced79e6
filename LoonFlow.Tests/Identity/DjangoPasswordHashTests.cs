using LoonFlow.Web.Identity;

namespace LoonFlow.Tests.Identity;

/// <summary>The hashes were computed with Python's hashlib.</summary>
public sealed class DjangoPasswordHashTests
{
    private const string Known = "pbkdf2_sha256$100000$BoQZquZL9sE7$DqNY125uLsf6J5/5oWVNDOceLIBM1UuTeae6c+jsrKo=";

    [Theory]
    [InlineData(Known, "loonflow-123")]
    [InlineData("pbkdf2_sha256$1000$盐salt$3GiBKv3WXNXLKZre86RS+6GHnSU2JRi1qjmCPr1U70w=", "密码 é")]
    [InlineData("pbkdf2_sha256$1$s$hlaZvx+fQUB7nsOXctgpvyJ4ixMmVOdSfNbS+6nH3wk=", "")]
    public void The_right_password_verifies(string hash, string password)
    {
        Assert.True(DjangoPasswordHash.Verify(hash, password));
    }

    [Theory]
    [InlineData("loonflow-124")]
    [InlineData("Loonflow-123")]
    [InlineData("")]
    [InlineData("loonflow-123 ")]
    public void A_wrong_password_fails(string password)
    {
        Assert.False(DjangoPasswordHash.Verify(Known, password));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12222222")]
    [InlineData("!unusable")]
    [InlineData("pbkdf2_sha256")]
    [InlineData("pbkdf2_sha256$$$")]
    [InlineData("pbkdf2_sha256$0$s$hlaZvx+fQUB7nsOXctgpvyJ4ixMmVOdSfNbS+6nH3wk=")]
    [InlineData("pbkdf2_sha256$-1$s$hlaZvx+fQUB7nsOXctgpvyJ4ixMmVOdSfNbS+6nH3wk=")]
    [InlineData("pbkdf2_sha256$10000001$s$hlaZvx+fQUB7nsOXctgpvyJ4ixMmVOdSfNbS+6nH3wk=")]
    [InlineData("pbkdf2_sha256$99999999999$s$hlaZvx+fQUB7nsOXctgpvyJ4ixMmVOdSfNbS+6nH3wk=")]
    [InlineData("pbkdf2_sha256$1$$hlaZvx+fQUB7nsOXctgpvyJ4ixMmVOdSfNbS+6nH3wk=")]
    [InlineData("pbkdf2_sha256$1$s$not base64!")]
    [InlineData("pbkdf2_sha256$1$s$AAAA")]
    [InlineData("pbkdf2_sha256$1$s$hlaZvx+fQUB7nsOXctgpvyJ4ixMmVOdSfNbS+6nH3wk=$more")]
    [InlineData("pbkdf2_sha1$1$s$hlaZvx+fQUB7nsOXctgpvyJ4ixMmVOdSfNbS+6nH3wk=")]
    public void What_is_malformed_is_no_hash_and_never_verifies(string? text)
    {
        Assert.False(DjangoPasswordHash.IsDjangoHash(text));
        Assert.False(DjangoPasswordHash.Verify(text, ""));
    }

    [Fact]
    public void A_hash_is_known_as_one()
    {
        Assert.True(DjangoPasswordHash.IsDjangoHash(Known));
    }
}
