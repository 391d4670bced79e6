using LoonFlow.Domain.Forms;

namespace LoonFlow.Tests.Domain.Forms;

public sealed class TemplateTextTests
{
    [Theory]
    [InlineData("Leave of {creator}: {days} days", "Leave of Ann: 3 days")]
    [InlineData("{ days }", "3")]
    [InlineData("{unknown}", "")]
    [InlineData("{}", "")]
    [InlineData("{{days}}", "{days}")]
    [InlineData("{{{days}}}", "{3}")]
    [InlineData("open { and close", "open { and close")]
    [InlineData("{never closed", "{never closed")]
    [InlineData("{days {days}", "{days 3")]
    [InlineData("}", "}")]
    [InlineData("", "")]
    [InlineData("{workflow.workflow_name}", "Leave")]
    public void Places_are_filled_and_everything_else_stays_as_it_is(string template, string expected) =>
        Assert.Equal(expected, TemplateText.Fill(template, Text));

    [Fact]
    public void What_is_put_in_is_not_read_as_a_template_again() =>
        Assert.Equal("{days}", TemplateText.Fill("{title}", _ => "{days}"));

    [Fact]
    public void The_text_is_bounded_and_never_ends_in_half_a_character()
    {
        var filled = TemplateText.Fill(string.Concat(Enumerable.Repeat("{long}", 1_000)), _ => "x" + string.Concat(Enumerable.Repeat("🦆", 1_000)));

        Assert.InRange(filled.Length, TemplateText.MaxLength - 1, TemplateText.MaxLength);
        Assert.False(char.IsHighSurrogate(filled[^1]));
    }

    [Fact]
    public void Its_keys_are_listed_once_in_order() =>
        Assert.Equal(["b", "a"], TemplateText.Keys("{ b } {a} {b} {{c}} {} {d"));

    [Fact]
    public void No_text_makes_it_throw()
    {
        var random = new Random(1);

        for (var round = 0; round < 5_000; round++)
        {
            var template = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => "{}{}ab .\ud83e"[random.Next(9)]));

            Assert.NotNull(TemplateText.Fill(template, Text));
            Assert.NotNull(TemplateText.Keys(template));
        }
    }

    private static string? Text(string key) => key switch { "creator" => "Ann", "days" => "3", "workflow.workflow_name" => "Leave", _ => null };
}
