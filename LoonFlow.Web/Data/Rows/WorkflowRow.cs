using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Data.Rows;

/// <summary>How a workflow is stored. Name, description, category and icon repeat the published version's, for lists.</summary>
public sealed class WorkflowRow
{
    public required WorkflowId Id { get; init; }

    public required Caption Name { get; set; }

    public Caption Description { get; set; } = Caption.Empty;

    public Caption Category { get; set; } = Caption.Empty;

    public string Icon { get; set; } = string.Empty;

    public VersionId? Published { get; set; }

    public bool IsRetired { get; set; }

    public bool OpenToAll { get; set; }

    /// <summary>Takes over what lists show of a document.</summary>
    public void Describe(WorkflowDocument document)
    {
        Name = document.Name;
        Description = document.Description;
        Category = document.Category;
        Icon = document.Icon;
    }
}

/// <summary>One permission on all tickets of a workflow, for a person, department or role.</summary>
public sealed class WorkflowGrantRow
{
    public required WorkflowId Workflow { get; init; }

    public required WorkflowPermission Permission { get; init; }

    public required ParticipantKind Kind { get; init; }

    public required long Key { get; init; }
}

/// <summary>A published version: written once, never changed.</summary>
public sealed class WorkflowVersionRow
{
    public required VersionId Id { get; init; }

    public required WorkflowId Workflow { get; init; }

    public required int Number { get; init; }

    public required WorkflowDocument Document { get; init; }

    public string Note { get; init; } = string.Empty;

    public required DateTimeOffset PublishedAt { get; init; }

    public long? PublishedBy { get; init; }
}

/// <summary>What is being edited, one per workflow.</summary>
public sealed class WorkflowDraftRow
{
    public required WorkflowId Workflow { get; init; }

    public required WorkflowDocument Document { get; set; }

    public int Revision { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public long? ChangedBy { get; set; }
}
