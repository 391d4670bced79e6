using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Workflows;

/// <summary>
/// What must hold before a document may be used (spec D.3): every problem at once, and never an exception, however
/// broken the document is.
/// </summary>
public static class PublishingRules
{
    public static IReadOnlyList<PublishingProblem> Problems(WorkflowDocument document, Company company)
    {
        PublishingProblem[] problems = [.. Standing(document, company)];

        return problems.Any(problem => problem.Severity is ProblemSeverity.Error) ? problems : [.. problems, .. TrialPublishingRules.Problems(document, company)];
    }

    /// <summary>The field that a condition or a state means by this key; like <see cref="WorkflowVersion.Field"/>, but also where keys repeat.</summary>
    internal static FormField? Field(WorkflowDocument document, string key) =>
        key == BuiltInField.Title ? BuiltInField.TitleField : document.Fields.FirstOrDefault(field => field.Key == key);

    /// <summary>What can be seen without running anything.</summary>
    private static IEnumerable<PublishingProblem> Standing(WorkflowDocument document, Company company) =>
    [
        .. OfWorkflow(document),
        .. FilingPublishingRules.Problems(document, company),
        .. FieldPublishingRules.Problems(document),
        .. FormPublishingRules.Problems(document, company),
        .. EventHookPublishingRules.Problems(document),
        .. StatePublishingRules.Problems(document),
        .. ParallelPublishingRules.Problems(document),
        .. document.States.SelectMany(state => HandlingPublishingRules.Problems(document, state)),
        .. document.States.SelectMany(state => ParticipantPublishingRules.Problems(document, state, company)),
        .. TransitionPublishingRules.Problems(document, company),
        .. NoticePublishingRules.Problems(document),
        .. TimerPublishingRules.Problems(document, company),
    ];

    internal static IEnumerable<PublishingProblem> TooLong(params IEnumerable<Caption?> captions) => captions
        .OfType<Caption>()
        .SelectMany(caption => (string?[])[caption.Text, caption.English])
        .OfType<string>()
        .Where(text => text.Length > Caption.MaxLength)
        .Select(PublishingProblems.CaptionTooLong);

    private static IEnumerable<PublishingProblem> OfWorkflow(WorkflowDocument document)
    {
        if (document.Name.IsEmpty)
        {
            yield return PublishingProblems.NameMissing();
        }

        foreach (var problem in TooLong(document.Name, document.Category))
        {
            yield return problem;
        }

        if (document.Icon.Length > WorkflowDocument.MaxIconLength)
        {
            yield return PublishingProblems.IconTooLong(document.Icon);
        }

        if (document.SerialPrefix is { } prefix && !IsSerialPrefix(prefix))
        {
            yield return PublishingProblems.SerialPrefixMalformed(prefix);
        }

        foreach (var key in document.DisplayFields.Where(key => Field(document, key) is null && !BuiltInField.Positions.ContainsKey(key)))
        {
            yield return PublishingProblems.UnknownDisplayField(key);
        }
    }

    private static bool IsSerialPrefix(string prefix) =>
        prefix.Length is > 0 and <= WorkflowDocument.MaxSerialPrefixLength
        && prefix.All(character => char.IsLetterOrDigit(character) || character is '-' or '_');
}
