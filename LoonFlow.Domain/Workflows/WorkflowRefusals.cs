using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Workflows;

/// <summary>Every way to be turned down about a workflow itself.</summary>
public static class WorkflowRefusals
{
    public static readonly Refusal UnknownWorkflow =
        new(RefusalKind.NotFound, "workflow.unknown", "There is no such workflow, or it is not yours to change.");

    public static readonly Refusal NotPublishable =
        new(RefusalKind.Invalid, "workflow.not_publishable", "The workflow has problems that must be solved before it can be published.");

    public static readonly Refusal StateUnknown =
        new(RefusalKind.NotFound, "workflow.state_unknown", "The workflow has no such state.");

    public static readonly Refusal TransitionUnknown =
        new(RefusalKind.NotFound, "workflow.transition_unknown", "The workflow has no such transition.");

    public static readonly Refusal FieldUnknown =
        new(RefusalKind.NotFound, "workflow.field_unknown", "The workflow has no such field.");

    public static readonly Refusal StartMissing =
        new(RefusalKind.Conflict, "workflow.start_missing", "The workflow has no start state yet.");

    public static readonly Refusal EditNotValid =
        new(RefusalKind.Invalid, "workflow.edit_not_valid", "Nothing was changed, because some of it is missing or wrong.");

    public static readonly Refusal ChangedMeanwhile =
        new(RefusalKind.Conflict, "workflow.changed_meanwhile", "Somebody else has changed the workflow since you read it; read it again and decide anew.");

    public static readonly Refusal NotYoursToAdd =
        new(RefusalKind.Forbidden, "workflow.not_yours_to_add", "Only administrators of this installation add workflows, and those who act through an application that may change workflows.");

    public static readonly Refusal NoteTooLong =
        new(RefusalKind.Invalid, "workflow.note_too_long", "The note must not be longer than {0} characters.");

    public static readonly Refusal NothingToPublish =
        new(RefusalKind.Conflict, "workflow.nothing_to_publish", "There is nothing to publish: this is what is published already.");

    public static readonly Refusal NothingToDiscard =
        new(RefusalKind.Conflict, "workflow.nothing_to_discard", "There is no draft beside what is published, so there is nothing to discard.");

    public static readonly Refusal VersionUnknown =
        new(RefusalKind.NotFound, "workflow.version_unknown", "The workflow has no such version.");

    public static readonly Refusal IsArchived =
        new(RefusalKind.Conflict, "workflow.is_archived", "The workflow is archived. Take it out of the archive first, then change it.");

    /// <summary>Why this cannot be the name of a workflow; null where it can.</summary>
    public static Refusal? WrongName(Caption name) =>
        name.IsEmpty ? Wrong(PublishingProblems.NameMissing())
        : PublishingRules.TooLong(name).FirstOrDefault() is { } tooLong ? Wrong(tooLong)
        : null;

    /// <summary>Why the catalogue cannot show a workflow as this says; null where it can.</summary>
    public static Refusal? NotToBeListed(WorkflowDocument document) =>
        WrongName(document.Name)
        ?? (document.Icon.Length > WorkflowDocument.MaxIconLength ? Wrong(PublishingProblems.IconTooLong(document.Icon), "icon") : null);

    private static Refusal Wrong(PublishingProblem problem, string key = "name") =>
        EditNotValid with { Fields = [new FieldProblem(key, problem.Code, problem.Message) { Arguments = problem.Arguments }] };
}
