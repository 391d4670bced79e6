using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Resources;

namespace LoonFlow.Tests.Architecture;

public sealed partial class RefusalTests
{
    private static readonly (string Place, Refusal Refusal)[] All =
    [
        .. OwnTypes.Of(OwnTypes.Domain, OwnTypes.Web)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(field => field.IsInitOnly && field.FieldType == typeof(Refusal))
            .Select(field => ($"{field.DeclaringType!.Name}.{field.Name}", (Refusal)field.GetValue(null)!)),
    ];

    [Fact]
    public void There_are_some()
    {
        Assert.NotEmpty(All);
    }

    [Fact]
    public void Codes_are_unique()
    {
        var repeated = All.GroupBy(one => one.Refusal.Code).Where(same => same.Count() > 1).Select(same => string.Join(", ", same.Select(one => one.Place)));

        Offenders.None(repeated);
    }

    [Fact]
    public void Codes_are_two_words_of_small_letters()
    {
        Assert.All(All, one => Assert.Matches(WellFormed(), one.Refusal.Code));
    }

    [Fact]
    public void Messages_are_sentences()
    {
        Assert.All(All, one => Assert.EndsWith(".", one.Refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void They_stand_in_catalogues_only()
    {
        Assert.All(All, one => Assert.Contains("Refusals.", one.Place, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_one_has_its_sentence_in_the_resources()
    {
        Offenders.None(All.Select(one => one.Refusal.Code).Except(Texts));
    }

    [Fact]
    public void Every_problem_of_publishing_has_its_sentence_in_the_resources()
    {
        var codes = PublishingCode().Matches(Sources.Read("LoonFlow.Domain/Workflows/PublishingProblems.cs")).Select(match => match.Groups[1].Value);

        Offenders.None(codes.Except(Texts));
    }

    private static IEnumerable<string> Texts => new ResourceManager(typeof(Refusals))
        .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
        .Cast<DictionaryEntry>()
        .Select(entry => (string)entry.Key);

    [GeneratedRegex("^[a-z]+(_[a-z]+)*\\.[a-z]+(_[a-z]+)*$")]
    private static partial Regex WellFormed();

    [GeneratedRegex("\"(workflow\\.[a-z_]+)\"")]
    private static partial Regex PublishingCode();
}
