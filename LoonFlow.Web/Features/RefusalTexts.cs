using LoonFlow.Domain.Common;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features;

/// <summary>Refusals in the reader's language, by their code; the English message where a code has no text yet.</summary>
public sealed class RefusalTexts(IStringLocalizer<Refusals> texts)
{
    public string Of(Refusal refusal) => texts[refusal.Code, [.. refusal.Arguments]] is { ResourceNotFound: false } text ? text.Value : refusal.Message;
}
