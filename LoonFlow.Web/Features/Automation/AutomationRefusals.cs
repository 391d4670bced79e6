using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Features.Automation;

/// <summary>Every way in which an answer from outside is turned down before any ticket is asked. Codes are stable.</summary>
public static class AutomationRefusals
{
    public static readonly Refusal AnswerUnknown =
        new(RefusalKind.NotFound, "hook.answer_unknown", "Nothing waits for an answer here. Use the answer_url that the hook was given, unchanged.");

    public static readonly Refusal AnswerMalformed =
        new(RefusalKind.Invalid, "hook.answer_malformed", "An answer is a JSON object of at most 1 MB such as {\"result\": true, \"msg\": \"done\", \"field_value\": {}}.");

    public static readonly Refusal AnswersTooMany = new(
        RefusalKind.TooMany, "hook.answers_too_many", "Too many answers from here named nothing that waits for one. Try again in a few minutes, with the answer_url that the hook was given.");

    public static readonly Refusal NothingWaits =
        new(RefusalKind.Conflict, "hook.nothing_waits", "The ticket does not wait for the answer of a hook.");

    public static readonly Refusal ResolverMalformed = new(
        RefusalKind.Invalid, "resolver.malformed", "It did not say who acts. Expected is “data” with user names, as a list or separated by commas.");

    public static Refusal ResolverRefused(string message) => new Refusal(
        RefusalKind.Invalid, "resolver.refused", $"It answered with an error: “{message}”.").With(message);

    public static Refusal ResolverNamesUnknown(string names) => new Refusal(
        RefusalKind.Invalid, "resolver.names_unknown", $"It named only people who are unknown here or have left: {names}.").With(names);
}
