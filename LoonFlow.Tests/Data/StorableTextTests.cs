using LoonFlow.Domain.Forms;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data.Json;

namespace LoonFlow.Tests.Data;

public sealed class StorableTextTests
{
    [Theory]
    [InlineData("a\0b", "a\uFFFDb")]
    [InlineData("\0\0", "\uFFFD\uFFFD")]
    [InlineData("\\\0", "\\\uFFFD")]
    [InlineData("\\u0000", "\\u0000")]
    [InlineData("\\\\u0000\0", "\\\\u0000\uFFFD")]
    public void Zero_characters_in_JSON_become_unreadable_ones_and_nothing_else_changes(string text, string kept) =>
        Assert.Equal(kept, Assert.IsType<FieldValue.Text>(DomainJson.Read<FieldValue>(DomainJson.Write<FieldValue>(new FieldValue.Text(text)))).Value);

    [Fact]
    public async Task A_comment_and_a_title_with_zero_characters_are_saved()
    {
        await using var app = await TestApp.StartAsync();
        var id = (await app.SubmitLeaveAsync(days: 2, title: "Holi\0day")).Value;

        await app.CommentAsync("lin", id, "Please\0!");

        Assert.Equal("Holi\uFFFDday", (await app.TicketAsync(id)).Title);
    }
}
