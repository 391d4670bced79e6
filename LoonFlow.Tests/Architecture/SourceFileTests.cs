namespace LoonFlow.Tests.Architecture;

public sealed class SourceFileTests
{
    private const int MaxLines = 300;

    private static readonly string[] Everywhere = ["LoonFlow.Domain", "LoonFlow.Web", "LoonFlow.Tests", "wwwroot-assets", "build"];

    [Fact]
    public void No_file_of_the_product_is_too_long_to_read()
    {
        var tooLong = Sources.Below(["LoonFlow.Domain", "LoonFlow.Web"], ".cs", ".razor", ".css", ".js")
            .Where(path => Sources.Lines(path) > MaxLines)
            .Select(path => $"{path}: {Sources.Lines(path)} lines");

        Offenders.None(tooLong);
    }

    [Fact]
    public void Nothing_is_left_to_be_done_later_in_a_comment()
    {
        string[] marks = ["TO" + "DO", "FIX" + "ME", "HA" + "CK:", "XX" + "X"];

        var unfinished = Sources.Below(Everywhere, ".cs", ".razor", ".css", ".js", ".mjs", ".csproj", ".props", ".targets")
            .Where(path => Mentions(path, marks));

        Offenders.None(unfinished);
    }

    [Fact]
    public void The_product_asks_the_time_of_its_clock_only()
    {
        string[] clocks = ["DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow"];

        var asking = Sources.Below(["LoonFlow.Domain", "LoonFlow.Web"], ".cs", ".razor")
            .Where(path => Mentions(path, clocks));

        Offenders.None(asking);
    }

    [Fact]
    public void Nothing_is_hidden_from_the_compiler_or_folded_away()
    {
        string[] marks = ["#pragma", "#region", "#nullable"];

        var hiding = Sources.Below(["LoonFlow.Domain", "LoonFlow.Web", "LoonFlow.Tests"], ".cs", ".razor")
            .Where(path => !path.EndsWith(nameof(SourceFileTests) + ".cs", StringComparison.Ordinal))
            .Where(path => Mentions(path, marks));

        Offenders.None(hiding);
    }

    private static bool Mentions(string path, string[] words)
    {
        var text = Sources.Read(path);

        return words.Any(word => text.Contains(word, StringComparison.Ordinal));
    }
}
