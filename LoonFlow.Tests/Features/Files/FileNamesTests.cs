using LoonFlow.Web.Features.Files;

namespace LoonFlow.Tests.Features.Files;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("证明 材料 (1).pdf", "证明 材料 (1).pdf")]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("C:\\Users\\lin\\plan.docx", "plan.docx")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe")]
    [InlineData("two\r\nlines\0.txt", "twolines.txt")]
    [InlineData(" plan.pdf. ", "plan.pdf")]
    [InlineData("..", "")]
    public void A_name_is_what_can_be_seen_of_its_last_part(string sent, string kept) => Assert.Equal(kept, FileNames.Cleaned(sent));

    [Fact]
    public void A_long_name_keeps_its_extension_and_whole_characters()
    {
        var name = FileNames.Cleaned(string.Concat(Enumerable.Repeat("😀", 200)) + ".pdf");

        Assert.True(name.Length <= FileNames.MaxLength);
        Assert.EndsWith("😀.pdf", name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.PDF", "application/pdf")]
    [InlineData("a.unknown", "application/octet-stream")]
    public void The_extension_alone_says_what_a_file_is(string name, string type) => Assert.Equal(type, FileNames.ContentTypeOf(name));
}
