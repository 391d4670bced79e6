using LoonFlow.Domain.Participants;

namespace LoonFlow.Domain.Workflows;

/// <summary>What must hold for calls to other systems: a name to find them by, an address that can be called, a reason to call.</summary>
internal static class EventHookPublishingRules
{
    public static IEnumerable<PublishingProblem> Problems(WorkflowDocument document) =>
    [
        .. document.EventHooks.SelectMany(OfHook),
        .. document.EventHooks
            .Where(hook => hook.Name.Length > 0)
            .GroupBy(hook => hook.Name, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Skip(1).Any())
            .Select(same => PublishingProblems.EventHookDuplicate(same.Key)),
    ];

    /// <summary>Whether this is an absolute http or https address without a password in it.</summary>
    public static bool IsAddress(ExternalCall call) =>
        Uri.TryCreate(call.Url, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", UserInfo.Length: 0, Host.Length: > 0 };

    private static IEnumerable<PublishingProblem> OfHook(EventHook hook)
    {
        if (string.IsNullOrWhiteSpace(hook.Name) || hook.Name.Length > EventHook.MaxNameLength)
        {
            yield return PublishingProblems.EventHookNameMissing();
        }

        if (!IsAddress(hook.Call))
        {
            yield return PublishingProblems.EventHookAddressMalformed(hook.Name, hook.Call.Url);
        }

        if (hook.Triggers is [] || hook.Triggers.Any(trigger => !Enum.IsDefined(trigger)))
        {
            yield return PublishingProblems.EventHookWithoutTrigger(hook.Name);
        }
    }
}
