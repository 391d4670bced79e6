using LoonFlow.Domain.Access;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Domain.Access;

public sealed class PersonalTokenRulesTests
{
    private static readonly DateTimeOffset Now = new TestClock().GetUtcNow();

    [Fact]
    public void A_token_with_a_name_a_scope_and_an_end_may_be_made() =>
        Assert.Empty(PersonalTokenRules.Problems("Monthly report", TokenScopes.Read, Now.AddDays(30), Now));

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() => Assert.Equal(
        ["token.name_missing", "token.scope_needed", "token.expiry_wrong"],
        PersonalTokenRules.Problems("  ", TokenScopes.None, expiresAt: null, Now).Select(problem => problem.Code));

    [Theory]
    [InlineData("two\nlines", "token.name_wrong")]
    [InlineData("a\u0000b", "token.name_wrong")]
    [InlineData(" padded ", null)]
    public void A_name_is_one_line_of_text(string name, string? problem) =>
        Assert.Equal(problem, PersonalTokenRules.Problems(name, TokenScopes.Read, Now.AddDays(1), Now).SingleOrDefault()?.Code);

    [Theory]
    [InlineData(100, null)]
    [InlineData(101, "token.name_too_long")]
    public void A_name_takes_a_hundred_characters(int length, string? problem) =>
        Assert.Equal(problem, PersonalTokenRules.Problems(new string('x', length), TokenScopes.Read, Now.AddDays(1), Now).SingleOrDefault()?.Code);

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(1, true)]
    [InlineData(366, true)]
    [InlineData(368, false)]
    public void It_ends_within_a_year(int days, bool isFine) =>
        Assert.Equal(isFine, PersonalTokenRules.Problems("Report", TokenScopes.Write, Now.AddDays(days), Now) is []);
}
