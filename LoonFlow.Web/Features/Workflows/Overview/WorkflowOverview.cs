using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Workflows.Overview;

/// <summary>A workflow as those who administer it look at it: its published version.</summary>
public sealed record WorkflowOverview(Workflow Workflow, WorkflowVersion Version, Company Company)
{
    /// <summary>What its states may start child tickets of.</summary>
    public IReadOnlyDictionary<WorkflowId, Workflow> Catalogue { get; init; } = new Dictionary<WorkflowId, Workflow>();
}
