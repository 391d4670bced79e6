using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace LoonFlow.Tests.Resources;

public sealed partial class ResourcesTests
{
    private static readonly CultureInfo Chinese = new("zh-CN");

    private static readonly Type[] All =
        [.. typeof(Program).Assembly.GetTypes().Where(type => type.Namespace == "LoonFlow.Web.Resources" && type.IsPublic)];

    public static TheoryData<Type> Markers => [.. All];

    [Theory]
    [MemberData(nameof(Markers))]
    public void English_and_Chinese_carry_the_same_keys(Type marker)
    {
        var english = TextsOf(marker, CultureInfo.InvariantCulture);
        var chinese = TextsOf(marker, Chinese);

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(), chinese.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Markers))]
    public void No_text_is_empty(Type marker)
    {
        var texts = TextsOf(marker, CultureInfo.InvariantCulture).Concat(TextsOf(marker, Chinese));

        Assert.DoesNotContain(texts, text => string.IsNullOrWhiteSpace(text.Value));
    }

    [Theory]
    [MemberData(nameof(Markers))]
    public void Both_languages_use_the_same_placeholders(Type marker)
    {
        var chinese = TextsOf(marker, Chinese);

        var different = TextsOf(marker, CultureInfo.InvariantCulture)
            .Where(text => !Placeholders(text.Value).SetEquals(Placeholders(chinese[text.Key])))
            .Select(text => text.Key);

        Assert.Empty(different);
    }

    [Fact]
    public void Every_embedded_resource_has_its_marker()
    {
        var embedded = typeof(Program).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("LoonFlow.Web.Resources.", StringComparison.Ordinal))
            .Select(name => name[..^".resources".Length]);

        Assert.Equal(All.Select(marker => marker.FullName!).Order(), embedded.Order());
    }

    private static Dictionary<string, string> TextsOf(Type marker, CultureInfo culture)
    {
        var set = new ResourceManager(marker).GetResourceSet(culture, createIfNotExists: true, tryParents: false);

        return set is null ? [] : set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Placeholder();
}
