using System.Text.RegularExpressions;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Architecture;

/// <summary>The page that says what proves the engine names tests that exist, for every part of the specification.</summary>
public sealed partial class EngineProofsTests
{
    private const int Subsections = 26;
    private const int Defects = 49;

    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs/engine-proofs.md"));

    [Fact]
    public void Every_test_that_it_names_exists()
    {
        var tests = typeof(EngineProofsTests).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Tests", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods().Where(IsTest).Select(method => $"{type.Name[..^"Tests".Length]}.{method.Name}"))
            .ToHashSet(StringComparer.Ordinal);
        var named = Named().Matches(Page).Select(match => match.Groups[1].Value).ToArray();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(tests));
    }

    [Fact]
    public void It_leaves_out_no_part_of_the_specification()
    {
        var said = Said().Matches(Page).SelectMany(match => Numbers(match.Groups["from"].Value, match.Groups["to"].Value).Select(number => $"{match.Groups["part"].Value}{number}"));
        var expected = Enumerable.Range(1, Subsections).Select(number => $"B{number}").Concat(Enumerable.Range(1, Defects).Select(number => $"E{number}"));

        Assert.Equal(expected, said);
    }

    private static IEnumerable<int> Numbers(string from, string to)
    {
        var first = int.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        var last = to.Length == 0 ? first : int.Parse(to, System.Globalization.CultureInfo.InvariantCulture);

        return Enumerable.Range(first, last - first + 1);
    }

    private static bool IsTest(System.Reflection.MethodInfo method) => method.GetCustomAttributes(typeof(FactAttribute), inherit: true).Length > 0;

    [GeneratedRegex(@"`([A-Z]\w+\.[A-Z]\w+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^\| (?<part>[BE])[. ](?<from>\d+)(–(?<to>\d+))? \|", RegexOptions.Multiline)]
    private static partial Regex Said();
}
