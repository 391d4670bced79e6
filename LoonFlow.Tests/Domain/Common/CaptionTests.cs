using LoonFlow.Domain.Common;

namespace LoonFlow.Tests.Domain.Common;

public sealed class CaptionTests
{
    [Theory]
    [InlineData("zh", "请假")]
    [InlineData("en", "Leave")]
    [InlineData("fr", "请假")]
    public void A_reader_gets_their_language_or_what_the_designer_wrote(string language, string expected)
    {
        Assert.Equal(expected, new Caption("请假", "Leave").In(language));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Without_an_English_text_everybody_reads_the_same(string? english)
    {
        Assert.Equal("请假", new Caption("请假", english).In("en"));
    }

    [Fact]
    public void Blank_is_empty()
    {
        Assert.True(Caption.Empty.IsEmpty);
        Assert.True(new Caption(" ").IsEmpty);
        Assert.False(new Caption("x").IsEmpty);
    }
}
