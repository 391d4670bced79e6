using LoonFlow.Domain.Workflows;
using Microsoft.AspNetCore.Components;

namespace LoonFlow.Web.Features.Workflows.Designer.Panels.Parts;

/// <summary>A piece of the panel of one state.</summary>
public abstract class StatePart : PanelPart
{
    [Parameter, EditorRequired]
    public required State State { get; set; }

    protected override IEnumerable<PublishingProblem> Problems => Session.Problems.Where(problem => problem.State == State.Id && problem.Transition is null);

    /// <summary>Edits the state as one step, whose name has its words under this key.</summary>
    protected void Edit(string step, Func<State, State> edit) =>
        Session.Edit(Texts[step], document => StateEdits.With(document, State.Id, edit));
}
