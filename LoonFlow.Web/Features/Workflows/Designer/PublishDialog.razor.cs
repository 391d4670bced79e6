using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Workflows.Versions;
using Microsoft.AspNetCore.Components;

namespace LoonFlow.Web.Features.Workflows.Designer;

/// <summary>Asks for a note and publishes the draft, or says what stands in the way.</summary>
public sealed partial class PublishDialog : ComponentBase
{
    private const int MostShown = 5;

    private Refusal? _refusal;
    private string _note = string.Empty;
    private int _running;
    private bool _busy;

    [Parameter, EditorRequired]
    public required DesignerSession Session { get; set; }

    [Parameter, EditorRequired]
    public required DraftAutosave Autosave { get; set; }

    [Parameter, EditorRequired]
    public required DraftStanding Standing { get; set; }

    /// <summary>What was noted before the dialog was closed the last time.</summary>
    [Parameter]
    public string Note { get; set; } = string.Empty;

    /// <summary>Hears the note with each key, so that closing the dialog takes nothing away.</summary>
    [Parameter]
    public EventCallback<string> OnNoted { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnPublished { get; set; }

    /// <summary>The reader wants to see the problems.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnProblems { get; set; }

    [Inject]
    public required DesignQueries Designs { get; init; }

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required RefusalTexts RefusalTexts { get; init; }

    private IReadOnlyList<PublishingProblem> Errors => [.. Session.Problems.Where(problem => problem.Severity is ProblemSeverity.Error)];

    private int Next => 1 + (Standing.Published?.Number ?? 0);

    protected override async Task OnInitializedAsync()
    {
        _note = Note;
        _running = Standing.Published is null ? 0 : await Designs.RunningAsync(Session.Workflow.Id, Session.Person, CancellationToken.None);
    }

    private async Task PublishAsync()
    {
        // A button is off only when the browser has seen it.
        if (_busy)
        {
            return;
        }

        (_busy, _refusal) = (true, null);
        await Autosave.SaveAsync();

        if (Autosave.State is SaveState.Saved)
        {
            var command = new PublishDraft(Session.Workflow.Id, Autosave.Revision, _note);
            var result = await UseCases.RunAsync((PublishDraftHandler handler) => handler.HandleAsync(command, Session.Person, CancellationToken.None));
            _refusal = result.Refusal;
        }
        else
        {
            _refusal = Autosave.Refusal ?? WorkflowRefusals.ChangedMeanwhile;
        }

        _busy = false;

        if (_refusal is null)
        {
            await OnPublished.InvokeAsync();
        }
    }
}
