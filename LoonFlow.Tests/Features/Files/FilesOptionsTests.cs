using System.ComponentModel.DataAnnotations;
using LoonFlow.Web.Features.Files;

namespace LoonFlow.Tests.Features.Files;

public sealed class FilesOptionsTests
{
    [Fact]
    public void The_defaults_are_valid_and_take_office_files_but_no_programs()
    {
        var options = new FilesOptions();

        Assert.Empty(Problems(options));
        Assert.True(options.Allows("Plan.DOCX"));
        Assert.False(options.Allows("setup.exe"));
        Assert.False(options.Allows("page.html"));
        Assert.False(options.Allows("no extension"));
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData(".pdf,.png")]
    [InlineData(".*")]
    [InlineData(".pdf .EXE")]
    [InlineData(".svg")]
    public void Extensions_that_are_none_or_run_code_stop_the_start(string extensions) =>
        Assert.Contains("Files:AllowedExtensions", Assert.Single(Problems(new FilesOptions { AllowedExtensions = extensions })), StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(2_000_000_000_000)]
    public void A_limit_that_makes_no_sense_stops_the_start(long bytes) =>
        Assert.Contains("Files:MaxBytes", Assert.Single(Problems(new FilesOptions { MaxBytes = bytes })), StringComparison.Ordinal);

    private static string[] Problems(FilesOptions options)
    {
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true);

        return [.. problems.Select(problem => problem.ErrorMessage!)];
    }
}
