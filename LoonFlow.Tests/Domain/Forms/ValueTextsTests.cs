using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Forms;

public sealed class ValueTextsTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Theory]
    [InlineData(FieldType.Integer, "1234", "1234")]
    [InlineData(FieldType.Decimal, "12.50", "12.50")]
    [InlineData(FieldType.Boolean, "是", "Yes")]
    [InlineData(FieldType.Date, "2026-03-09", "2026-03-09")]
    [InlineData(FieldType.DateTime, "2026-03-09 09:00", "2026-03-09 09:00")]
    [InlineData(FieldType.Radio, "乙", "Beta")]
    [InlineData(FieldType.MultiSelect, "甲、丙", "Alpha, Gamma")]
    [InlineData(FieldType.User, "Bob", "Bob")]
    [InlineData(FieldType.Users, "Bob、Cleo", "Bob, Cleo")]
    [InlineData(FieldType.Attachment, "plan.pdf", "plan.pdf")]
    public void A_value_reads_as_people_say_it(FieldType type, string chinese, string english)
    {
        Assert.Equal(chinese, Read(Fields.Of(type), Fields.Sample(type), "zh"));
        Assert.Equal(english, Read(Fields.Of(type), Fields.Sample(type), "en"));
    }

    [Fact]
    public void What_is_no_longer_known_reads_as_it_is_stored()
    {
        Assert.Equal("old", Read(Fields.Of(FieldType.Select), new FieldValue.Text("old"), "en"));
        Assert.Equal("gone", Read(Fields.Of(FieldType.User), new FieldValue.Text("gone"), "en"));
        Assert.Equal("text", Read(null, new FieldValue.Text("text"), "en"));
    }

    [Fact]
    public void Yes_and_no_read_as_the_field_says()
    {
        var field = Fields.Of(FieldType.Boolean, field => field with { TrueCaption = new Caption("要", "Wanted"), FalseCaption = new Caption("不要", "Unwanted") });

        Assert.Equal("Wanted", Read(field, new FieldValue.Boolean(true), "en"));
        Assert.Equal("不要", Read(field, new FieldValue.Boolean(false), "zh"));
    }

    [Fact]
    public void Nothing_reads_as_nothing() => Assert.Equal(string.Empty, Read(Fields.Of(FieldType.Text), null, "en"));

    private static string Read(FormField? field, FieldValue? value, string language) => ValueTexts.Of(field, value, language, Shanghai, Cast.Company);
}
