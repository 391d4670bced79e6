using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Workflows.Designer.Panels;

namespace LoonFlow.Web.Features.Workflows.Designer;

/// <summary>Where a problem is mended: the part, what is to be taken in hand, and the id of the control to look at first.</summary>
public sealed record ProblemPlace(DesignerTab Tab, DesignerSelection Selection, string? Control)
{
    public static ProblemPlace Of(PublishingProblem problem, WorkflowDocument document) => problem switch
    {
        { Code: { } code } when code.StartsWith("workflow.trial_", StringComparison.Ordinal) => new(DesignerTab.Try, DesignerSelection.None, "kept-trials"),
        { Transition: { } transition } when document.Transitions.Any(one => one.Id == transition) => new(DesignerTab.Flow, DesignerSelection.Of(transition), ProblemPlaces.Of(problem)),
        { State: { } state } when document.States.Any(one => one.Id == state) => new(DesignerTab.Flow, DesignerSelection.Of(state), ProblemPlaces.Of(problem)),
        { Field: { } key } when document.Fields.Any(one => one.Key == key) => new(DesignerTab.Form, new DesignerSelection { Field = key }, null),
        { Code: "workflow.no_start" or "workflow.no_end" } => new(DesignerTab.Flow, DesignerSelection.None, null),
        _ => new(DesignerTab.Settings, DesignerSelection.None, ProblemPlaces.Of(problem)),
    };
}
