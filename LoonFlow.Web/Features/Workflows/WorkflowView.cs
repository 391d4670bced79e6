using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Workflows;

/// <summary>A workflow as those read it who set it up or call it: the draft for those who administer it, what is published for all others.</summary>
public sealed record WorkflowView(Workflow Workflow, WorkflowDocument Document)
{
    /// <summary>Whether the reader may change it.</summary>
    public bool IsAdministered { get; init; }

    /// <summary>Of the draft; 0 while nobody has edited the workflow.</summary>
    public int Revision { get; init; }

    public WorkflowOrigin Origin { get; init; } = WorkflowOrigin.Unknown;
}

/// <summary>Who made a workflow and when, and when it changed last.</summary>
/// <param name="CreatedBy">Null when an import brought it.</param>
/// <param name="CreatedAt">When its first version was published, or its draft changed while there is none.</param>
/// <param name="ChangedAt">When the version in use was published.</param>
public sealed record WorkflowOrigin(long? CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt)
{
    public static readonly WorkflowOrigin Unknown = new(null, default, default);
}

/// <summary>One state of a workflow.</summary>
public sealed record StateView(WorkflowView Workflow, State State);
