using LoonFlow.Domain.Common;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features;

/// <summary>Refusals in the reader's language, by their code; the English message where a code has no text yet.</summary>
public sealed class RefusalTexts(IStringLocalizer<Refusals> texts)
{
    public string Of(Refusal refusal) => TextOf(texts, refusal.Code, refusal.Arguments) ?? refusal.Message;

    /// <summary>The text; null when there is none. Arguments that a text expects and nobody gave are empty: better a gap than no page.</summary>
    internal static string? TextOf(IStringLocalizer<Refusals> texts, string key, IReadOnlyList<string> arguments) =>
        texts[key, [.. arguments, .. Enumerable.Repeat(string.Empty, 3)]] is { ResourceNotFound: false } text ? text.Value : null;
}
