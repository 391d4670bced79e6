using LoonFlow.Domain.Notifications;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Domain.Notifications;

public sealed class MentionsTests
{
    [Theory]
    [InlineData("@bob")]
    [InlineData("Please look, @bob.")]
    [InlineData("(@bob)")]
    [InlineData("请@bob看一下")]
    [InlineData("@BOB, twice @bob")]
    [InlineData("@@bob")]
    public void A_user_name_after_an_at_sign_calls_its_person(string comment) =>
        Assert.Equal([Cast.Bob], Mentions.In(comment, Cast.Company));

    [Theory]
    [InlineData("")]
    [InlineData("bob")]
    [InlineData("@ bob")]
    [InlineData("@bobby")]
    [InlineData("@bob2")]
    [InlineData("mail me at ann@bob")]
    [InlineData("@nobody here")]
    [InlineData("@ivan has left")]
    [InlineData("@")]
    public void Anything_else_calls_nobody(string comment) =>
        Assert.Empty(Mentions.In(comment, Cast.Company));

    [Fact]
    public void Several_are_called_in_their_order() =>
        Assert.Equal([Cast.Gil, Cast.Ann, Cast.Bob], Mentions.In("@gil @ann and @bob, @gil", Cast.Company));

    [Fact]
    public void A_comment_full_of_signs_is_read_in_no_time() =>
        Assert.Empty(Mentions.In(new string('@', 4_000), Cast.Company));
}
