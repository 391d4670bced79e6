using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Workflows.Designer;

/// <summary>What a workflow may name beyond itself: people, other workflows, scripts, secrets and channels of this installation.</summary>
public sealed record DesignerReferences(
    Company Company,
    IReadOnlyDictionary<WorkflowId, Workflow> Workflows,
    IReadOnlyList<KnownScript> Scripts,
    IReadOnlyList<string> Secrets,
    IReadOnlyList<KnownChannel> Channels)
{
    /// <summary>The published versions of other workflows that child tickets may be filed with, for their fields.</summary>
    public IReadOnlyDictionary<WorkflowId, WorkflowVersion> Versions { get; init; } = new Dictionary<WorkflowId, WorkflowVersion>();
}

/// <summary>A chat group or the like that notices may also go to.</summary>
public sealed record KnownChannel(long Id, string Name);
