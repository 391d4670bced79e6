using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Workflows.Designer;

/// <summary>Where a problem is mended: the part, what is to be taken in hand, and the id of the control to look at first.</summary>
public sealed record ProblemPlace(DesignerTab Tab, DesignerSelection Selection, string? Control)
{
    public static ProblemPlace Of(PublishingProblem problem, WorkflowDocument document) => problem switch
    {
        { State: { } state } when document.States.Any(one => one.Id == state) => new(DesignerTab.Flow, DesignerSelection.Of(state), null),
        { Transition: { } transition } when document.Transitions.Any(one => one.Id == transition) => new(DesignerTab.Flow, DesignerSelection.Of(transition), null),
        { Field: { } key } when document.Fields.Any(one => one.Key == key) => new(DesignerTab.Form, new DesignerSelection { Field = key }, null),
        _ => new(DesignerTab.Settings, DesignerSelection.None, null),
    };
}
