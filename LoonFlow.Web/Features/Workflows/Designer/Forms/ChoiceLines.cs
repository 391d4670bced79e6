using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Web.Features.Workflows.Designer.Forms;

/// <summary>Choices as lines of text: a name, "key = name", or "key = name | English name".</summary>
internal static class ChoiceLines
{
    private const int MostLines = 500;

    /// <param name="text">The lines.</param>
    /// <param name="known">Choices that stay, and whose keys are taken.</param>
    /// <param name="before">What choices of the same key were like, for what lines cannot say.</param>
    public static IReadOnlyList<Choice> Read(string text, IReadOnlyList<Choice> known, IReadOnlyList<Choice> before)
    {
        var choices = known.ToList();

        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostLines))
        {
            var named = line.Split('=', 2, StringSplitOptions.TrimEntries);
            var words = named[^1].Split('|', 2, StringSplitOptions.TrimEntries);
            var key = named.Length == 2 && named[0].Length > 0 ? named[0] : FreeKey(choices);

            if (words[0].Length > 0 && choices.All(choice => choice.Key != key))
            {
                var caption = new Caption(words[0], words.Length == 2 && words[1].Length > 0 ? words[1] : null);
                choices.Add((before.FirstOrDefault(choice => choice.Key == key) ?? new Choice(key, caption)) with { Name = caption });
            }
        }

        return choices;
    }

    /// <summary>The lowest number that is no key yet.</summary>
    public static string FreeKey(IReadOnlyList<Choice> choices) => Enumerable.Range(1, choices.Count + 1)
        .Select(number => number.ToString(CultureInfo.InvariantCulture))
        .First(key => choices.All(choice => choice.Key != key));
}
