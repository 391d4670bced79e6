using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features;

/// <summary>Refusals and what keeps workflows from being published in the reader's language, by their code; the English message where a code has no text yet.</summary>
public sealed class RefusalTexts(IStringLocalizer<Refusals> texts)
{
    public string Of(Refusal refusal) => TextOf(texts, refusal.Code, refusal.Arguments) ?? refusal.Message;

    /// <summary>A problem of this document, which calls its parts as the reader does.</summary>
    public string Of(PublishingProblem problem, WorkflowDocument document)
    {
        var names = document.States.Select(state => state.Name)
            .Concat(document.Transitions.Select(transition => transition.Name))
            .Concat(document.Fields.Select(field => field.Name))
            .Where(name => !name.IsEmpty)
            .DistinctBy(name => name.Text)
            .ToDictionary(name => name.Text, name => name.ForReader(), StringComparer.Ordinal);

        // Where a key itself is what is wrong, it is said as it is.
        if (!problem.Code.Contains("_key_", StringComparison.Ordinal))
        {
            foreach (var field in document.Fields.Append(BuiltInField.TitleField).Where(field => !field.Name.IsEmpty))
            {
                names.TryAdd(field.Key, field.Name.ForReader());
            }
        }

        return TextOf(texts, problem.Code, [.. problem.Arguments.Select(argument => names.GetValueOrDefault(argument, argument))]) ?? problem.Message;
    }

    /// <summary>The text; null when there is none. Arguments that a text expects and nobody gave are empty: better a gap than no page.</summary>
    internal static string? TextOf(IStringLocalizer<Refusals> texts, string key, IReadOnlyList<string> arguments) =>
        texts[key, [.. Said(texts, arguments), .. Enumerable.Repeat(string.Empty, 3)]] is { ResourceNotFound: false } text ? text.Value : null;

    internal static bool IsCode(IStringLocalizer<Refusals> texts, string argument) => argument.Contains('.', StringComparison.Ordinal) && !texts[argument].ResourceNotFound;

    /// <summary>Where a refusal has another for its reason, the reason's code and arguments stand last among its own (<see cref="Refusal.Because"/>).</summary>
    private static IEnumerable<string> Said(IStringLocalizer<Refusals> texts, IReadOnlyList<string> arguments) =>
        Enumerable.Range(0, arguments.Count).Where(index => IsCode(texts, arguments[index])).Take(1).ToArray() is [var reason]
            ? arguments.Take(reason).Append(TextOf(texts, arguments[reason], [.. arguments.Skip(reason + 1)])!)
            : arguments;
}
