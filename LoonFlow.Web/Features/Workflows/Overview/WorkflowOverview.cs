using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Workflows.Overview;

/// <summary>A workflow as those who administer it look at it: its published version.</summary>
public sealed record WorkflowOverview(Workflow Workflow, WorkflowVersion Version, Company Company);
