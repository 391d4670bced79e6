using LoonFlow.Web.Hooks;

namespace LoonFlow.Tests.Hooks;

public sealed class HookSignatureTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_500_000_000);

    [Fact]
    public void Loonflows_own_scheme_is_the_digest_of_time_and_token()
    {
        Assert.Equal("afa012561c5a99171ee08d1551e62f49", HookSignature.Md5("token", 1_500_000_000));
    }

    [Fact]
    public void Everything_that_is_signed_changes_the_signature()
    {
        string[] all =
        [
            HookSignature.Hmac("secret", "POST", "/hooks?a=1", 1, "n", "{}"u8),
            HookSignature.Hmac("other", "POST", "/hooks?a=1", 1, "n", "{}"u8),
            HookSignature.Hmac("secret", "PUT", "/hooks?a=1", 1, "n", "{}"u8),
            HookSignature.Hmac("secret", "POST", "/hooks?a=2", 1, "n", "{}"u8),
            HookSignature.Hmac("secret", "POST", "/hooks?a=1", 2, "n", "{}"u8),
            HookSignature.Hmac("secret", "POST", "/hooks?a=1", 1, "m", "{}"u8),
            HookSignature.Hmac("secret", "POST", "/hooks?a=1", 1, "n", "[]"u8),
        ];

        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void Only_the_expected_signature_matches()
    {
        var expected = HookSignature.Hmac("secret", "POST", "/", 1, "n", "{}"u8);

        Assert.True(HookSignature.Matches(expected, expected));
        Assert.False(HookSignature.Matches(expected, expected[..^1]));
        Assert.False(HookSignature.Matches(expected, null));
    }

    [Theory]
    [InlineData(1_500_000_000, true)]
    [InlineData(1_500_000_120, true)]
    [InlineData(1_499_999_879, false)]
    [InlineData(long.MinValue, false)]
    [InlineData(long.MaxValue, false)]
    public void A_request_is_fresh_for_a_while_before_and_after(long timestamp, bool isFresh)
    {
        Assert.Equal(isFresh, HookSignature.IsFresh(timestamp, Now, TimeSpan.FromSeconds(120)));
    }
}
