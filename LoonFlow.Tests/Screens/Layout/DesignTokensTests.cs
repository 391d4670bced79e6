using System.Globalization;
using System.Text.RegularExpressions;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Screens.Layout;

/// <summary>The contrast that WCAG 2.2 AA asks for, of every pair of colours that the style sheets put upon each other.</summary>
public sealed partial class DesignTokensTests
{
    private const double Words = 4.5;
    private const double Marks = 3;

    private static readonly Dictionary<string, (string Light, string Dark)> Tokens = Read();

    public static TheoryData<string, string, double> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string, double>();

            foreach (var ground in (string[])["page", "surface", "raised", "sunken", "hover", "selected"])
            {
                foreach (var words in (string[])["text", "text-2", "text-3", "link"])
                {
                    pairs.Add(words, ground, Words);
                }
            }

            foreach (var ground in (string[])["page", "surface", "raised"])
            {
                foreach (var words in (string[])["brand", "bad", "good"])
                {
                    pairs.Add(words, ground, Words);
                }

                foreach (var mark in (string[])["line-strong", "focus", "warn", "info", "mute"])
                {
                    pairs.Add(mark, ground, Marks);
                }
            }

            foreach (var meaning in (string[])["brand", "good", "warn", "bad", "info", "mute", "accent"])
            {
                pairs.Add($"on-{meaning}-soft", $"{meaning}-soft", Words);
            }

            pairs.Add("on-brand", "brand", Words);
            pairs.Add("on-brand", "brand-hover", Words);
            pairs.Add("on-brand", "brand-active", Words);
            pairs.Add("on-bad", "bad", Words);
            pairs.Add("on-bad", "bad-hover", Words);

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Colours_upon_each_other_can_be_told_apart(string front, string ground, double least)
    {
        Assert.True(Contrast(Tokens[front].Light, Tokens[ground].Light) >= least, $"light: {Contrast(Tokens[front].Light, Tokens[ground].Light):0.00}");
        Assert.True(Contrast(Tokens[front].Dark, Tokens[ground].Dark) >= least, $"dark: {Contrast(Tokens[front].Dark, Tokens[ground].Dark):0.00}");
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));

        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3)
            .Select(part => int.Parse(colour.AsSpan(1 + (part * 2), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))
            .ToArray();

        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    private static Dictionary<string, (string Light, string Dark)> Read()
    {
        var css = File.ReadAllText(Repository.PathOf("wwwroot-assets/css/tokens.css"));
        var root = css[..css.IndexOf("@media", StringComparison.Ordinal)];

        return Token().Matches(root).ToDictionary(match => match.Groups[1].Value, match => (match.Groups[2].Value, match.Groups[3].Value));
    }

    [GeneratedRegex(@"--lf-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")]
    private static partial Regex Token();
}
