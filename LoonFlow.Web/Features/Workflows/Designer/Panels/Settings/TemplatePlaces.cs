using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;

namespace LoonFlow.Web.Features.Workflows.Designer.Panels.Settings;

/// <summary>What may stand in the braces of a template.</summary>
/// <param name="Key">What is written there.</param>
/// <param name="Name">What stands for it in the result.</param>
public sealed record TemplatePlace(string Key, Caption Name);

internal static class TemplatePlaces
{
    /// <summary>The placeholders that fit what is being written behind an opening brace; nothing outside of braces.</summary>
    public static ConditionCompletion At(string text, int caret, IReadOnlyList<TemplatePlace> places)
    {
        caret = Math.Clamp(caret, 0, text.Length);
        var opening = caret == 0 ? -1 : text.LastIndexOf('{', caret - 1);

        if (opening < 0 || text.IndexOf('}', opening, caret - opening) >= 0)
        {
            return new ConditionCompletion(caret, caret, []);
        }

        var typed = text[(opening + 1)..caret].Trim();
        var end = caret < text.Length && text[caret] == '}' ? caret + 1 : caret;

        return new ConditionCompletion(opening, end,
        [
            .. places.Where(place => Fits(place, typed)).OrderByDescending(place => place.Key.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Select(place => new ConditionSuggestion($"{{{place.Key}}}", place.Name, SuggestionKind.Field)),
        ]);
    }

    private static bool Fits(TemplatePlace place, string typed) =>
        place.Key.Contains(typed, StringComparison.OrdinalIgnoreCase)
        || place.Name.Text.Contains(typed, StringComparison.OrdinalIgnoreCase)
        || place.Name.English?.Contains(typed, StringComparison.OrdinalIgnoreCase) is true;
}
