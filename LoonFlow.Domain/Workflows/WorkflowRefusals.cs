using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Workflows;

/// <summary>Every way to be turned down about a workflow itself.</summary>
public static class WorkflowRefusals
{
    public static readonly Refusal UnknownWorkflow =
        new(RefusalKind.NotFound, "workflow.unknown", "There is no such workflow, or it is not yours to change.");

    public static readonly Refusal NotPublishable =
        new(RefusalKind.Invalid, "workflow.not_publishable", "The workflow has problems that must be solved before it can be published.");
}
