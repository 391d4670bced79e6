using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Workflows.Designer.Forms;

/// <summary>The states in which somebody fills the form in: where nobody acts, nobody does.</summary>
internal static class FilledStates
{
    /// <summary>As tickets come to them, the start first.</summary>
    public static IReadOnlyList<State> Of(WorkflowDocument document) =>
    [
        .. document.States
            .Where(state => state is { IsPassage: false, IsAutomatic: false, Kind: not StateKind.End })
            .OrderBy(state => state.Kind is not StateKind.Start)
            .ThenBy(state => state.Order),
    ];
}
