using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Workflows;

/// <summary>A workflow as the catalogue knows it. What it does is said by its versions; new tickets take the published one.</summary>
public sealed record Workflow
{
    public required WorkflowId Id { get; init; }

    public required Caption Name { get; init; }

    public Caption Description { get; init; } = Caption.Empty;

    public Caption Category { get; init; } = Caption.Empty;

    public string Icon { get; init; } = string.Empty;

    /// <summary>The version that new tickets take; null while nothing was published.</summary>
    public VersionId? Published { get; init; }

    /// <summary>No new tickets; running ones go on.</summary>
    public bool IsRetired { get; init; }

    public WorkflowAccess Access { get; init; } = WorkflowAccess.Restricted;

    public bool TakesTickets => Published is not null && !IsRetired;
}
