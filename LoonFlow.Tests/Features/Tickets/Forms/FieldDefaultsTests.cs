using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features.Tickets.Forms;

namespace LoonFlow.Tests.Features.Tickets.Forms;

public sealed class FieldDefaultsTests
{
    public static TheoryData<FieldType, string, FieldValue> Readable => new()
    {
        { FieldType.Text, "hello", new FieldValue.Text("hello") },
        { FieldType.Integer, "12", new FieldValue.Integer(12) },
        { FieldType.Decimal, "0.5", new FieldValue.Decimal(0.5m) },
        { FieldType.Boolean, "1", new FieldValue.Boolean(true) },
        { FieldType.Boolean, "False", new FieldValue.Boolean(false) },
        { FieldType.Date, "2026-03-09", new FieldValue.Date(new DateOnly(2026, 3, 9)) },
        { FieldType.DateTime, "2026-03-09 09:00:00", new FieldValue.Moment(new DateTimeOffset(2026, 3, 9, 9, 0, 0, TimeSpan.Zero)) },
        { FieldType.Radio, "b", new FieldValue.Text("b") },
        { FieldType.Select, "c", new FieldValue.Text("c") },
        { FieldType.Checkbox, "a, c", new FieldValue.Texts(["a", "c"]) },
        { FieldType.MultiSelect, """["a","b"]""", new FieldValue.Texts(["a", "b"]) },
        { FieldType.TextArea, "text", new FieldValue.Text("text") },
        { FieldType.User, "bob", new FieldValue.Text("bob") },
        { FieldType.Users, "bob,cleo", new FieldValue.Texts(["bob", "cleo"]) },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void A_default_is_read_by_the_fields_type(FieldType type, string text, FieldValue expected) =>
        Assert.Equal(expected, FieldDefaults.Of(Fields.Of(type, field => field with { Default = text }), TimeZoneInfo.Utc));

    [Theory]
    [InlineData(FieldType.Integer, "many")]
    [InlineData(FieldType.Boolean, "perhaps")]
    [InlineData(FieldType.Date, "today")]
    [InlineData(FieldType.Radio, "z")]
    [InlineData(FieldType.Attachment, "a.pdf")]
    [InlineData(FieldType.Text, "  ")]
    public void What_the_field_cannot_hold_is_no_default(FieldType type, string text) =>
        Assert.Null(FieldDefaults.Of(Fields.Of(type, field => field with { Default = text }), TimeZoneInfo.Utc));

    [Fact]
    public void Choices_that_are_gone_fall_out_of_a_default() =>
        Assert.Equal(new FieldValue.Texts(["a"]), FieldDefaults.Of(Fields.Of(FieldType.Checkbox, field => field with { Default = "a,z,[" }), TimeZoneInfo.Utc));

    [Fact]
    public void A_template_of_several_lines_is_what_a_text_area_starts_with() =>
        Assert.Equal(new FieldValue.Text("Why:\nSince when:"), FieldDefaults.Of(Fields.Of(FieldType.TextArea, field => field with { Template = "Why:\nSince when:" }), TimeZoneInfo.Utc));

    [Fact]
    public void A_template_of_one_line_is_only_a_hint() =>
        Assert.Null(FieldDefaults.Of(Fields.Of(FieldType.TextArea, field => field with { Template = "Say why" }), TimeZoneInfo.Utc));

    [Fact]
    public void A_starting_text_that_nobody_completed_is_known_in_either_language()
    {
        var field = Fields.Of(FieldType.TextArea, field => field with { Template = new Caption("原因：\n时间：", "Why:\nWhen:") });

        Assert.True(FieldDefaults.IsUntouched(field, "Why:\nWhen:\n"));
        Assert.True(FieldDefaults.IsUntouched(field, "原因：\n时间："));
        Assert.False(FieldDefaults.IsUntouched(field, "Why: rain\nWhen:"));
    }
}
