using LoonFlow.Web.Features.Workflows;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>A workflow with its states and transitions by name.</summary>
internal sealed record WorkflowDescriptionShape(
    WorkflowBasicShape WorkflowBasicInfo, IReadOnlyList<NamedShape> WorkflowStateInfo, IReadOnlyList<WorkflowWayShape> WorkflowTransitionInfo)
{
    public static WorkflowDescriptionShape Of(WorkflowView view) => new(
        new WorkflowBasicShape(view.Workflow.Id.Value, view.Document.Name.Text, view.Document.Description.Text),
        [.. view.Document.States.OrderBy(state => state.Order).Select(state => new NamedShape(state.Id.Value, state.Name.Text))],
        [.. view.Document.Transitions.Select(way => new WorkflowWayShape(way.Id.Value, way.Name.Text, way.From.Value, way.To.Value))]);
}

/// <summary>A workflow by name.</summary>
internal sealed record WorkflowBasicShape(long Id, string Name, string Description);

/// <summary>From which state to which a transition leads.</summary>
internal sealed record WorkflowWayShape(long Id, string Name, long SourceStateId, long DestinationStateId);
