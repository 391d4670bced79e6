using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Workflows.Designer.Panels.Parts;

/// <summary>A piece of what is set for a workflow as a whole.</summary>
public abstract class SettingsPart : PanelPart
{
    protected override IEnumerable<PublishingProblem> Problems => Session.Problems.Where(problem => problem is { State: null, Transition: null });

    protected WorkflowDocument Document => Session.Document;

    /// <summary>Edits the document as one step, whose name has its words under this key.</summary>
    protected void Edit(string step, Func<WorkflowDocument, WorkflowDocument> edit) => Session.Edit(Texts[step], edit);
}
