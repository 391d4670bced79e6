using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Workflows.Designer.Panels;

namespace LoonFlow.Web.Features.Workflows.Designer;

/// <summary>Where something is changed: the part, what is to be taken in hand, and the id of the control to look at first.</summary>
public sealed record DesignerPlace(DesignerTab Tab, DesignerSelection Selection, string? Control)
{
    /// <summary>Where a problem is mended.</summary>
    public static DesignerPlace Of(PublishingProblem problem, WorkflowDocument document) => problem switch
    {
        { Code: { } code } when code.StartsWith("workflow.trial_", StringComparison.Ordinal) => new(DesignerTab.Try, DesignerSelection.None, "kept-trials"),
        { Transition: { } transition } when document.Transitions.Any(one => one.Id == transition) => new(DesignerTab.Flow, DesignerSelection.Of(transition), ProblemPlaces.Of(problem)),
        { State: { } state } when document.States.Any(one => one.Id == state) => new(DesignerTab.Flow, DesignerSelection.Of(state), ProblemPlaces.Of(problem)),
        { Field: { } key } when document.Fields.Any(one => one.Key == key) => new(DesignerTab.Form, new DesignerSelection { Field = key }, null),
        { Code: "workflow.no_start" or "workflow.no_end" } => new(DesignerTab.Flow, DesignerSelection.None, null),
        _ => new(DesignerTab.Settings, DesignerSelection.None, ProblemPlaces.Of(problem)),
    };

    /// <summary>Where it is said how a field is used; null where that is the form itself.</summary>
    public static DesignerPlace? Of(FieldUse use) => use switch
    {
        { Kind: FieldUseKind.Participants, State: { } state } => new(DesignerTab.Flow, DesignerSelection.Of(state), "state-participants"),
        { Kind: FieldUseKind.Children, State: { } state } => new(DesignerTab.Flow, DesignerSelection.Of(state), "state-children"),
        { State: { } state } => new(DesignerTab.Flow, DesignerSelection.Of(state), "state-panel"),
        { Transition: { } transition } => new(DesignerTab.Flow, DesignerSelection.Of(transition), "transition-branches"),
        { Field: { } key } when key != BuiltInField.Title => new(DesignerTab.Form, new DesignerSelection { Field = key }, null),
        { Kind: FieldUseKind.Display } => new(DesignerTab.Settings, DesignerSelection.None, "workflow-display"),
        { Kind: FieldUseKind.Title } => new(DesignerTab.Settings, DesignerSelection.None, "workflow-title"),
        { Kind: FieldUseKind.Notice } => new(DesignerTab.Settings, DesignerSelection.None, "workflow-notices"),
        _ => null,
    };
}
