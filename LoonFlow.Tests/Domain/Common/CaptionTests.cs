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

    [Theory]
    [InlineData("zh", "休假", "休假", "Leave")]
    [InlineData("en", "Holiday", "请假", "Holiday")]
    [InlineData("en", "", "请假", null)]
    public void Another_text_for_one_reader_leaves_the_others_theirs(string language, string typed, string text, string? english) =>
        Assert.Equal(new Caption(text, english), new Caption("请假", "Leave").With(typed, language));

    [Fact]
    public void Where_everybody_reads_the_same_everybody_gets_the_new_text() => Assert.Equal(new Caption("Holiday"), new Caption("Leave").With("Holiday", "en"));

    [Fact]
    public void Blank_is_empty()
    {
        Assert.True(Caption.Empty.IsEmpty);
        Assert.True(new Caption(" ").IsEmpty);
        Assert.False(new Caption("x").IsEmpty);
    }
}
