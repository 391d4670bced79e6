using LoonFlow.Domain.Common;
using LoonFlow.Domain.Trials;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Workflows.Designer.Canvas;
using LoonFlow.Web.Features.Workflows.Overview;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Trials;

/// <summary>
/// Tries the draft: somebody files, each participant presses their buttons in turn, the clock is moved by hand. When the
/// draft is edited meanwhile, the same steps are taken again as far as they go.
/// </summary>
public sealed partial class TryTab : ComponentBase
{
    private const string KeptTrialProblem = "workflow.trial_";

    private readonly Stack<TrialRun> _earlier = new();
    private WorkflowDocument? _tried;
    private TrialRun? _run;
    private Refusal? _refusal;
    private FlowMarks? _marks;

    [Parameter, EditorRequired]
    public required DesignerSession Session { get; set; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required RefusalTexts RefusalTexts { get; init; }

    [Inject]
    public required IStringLocalizer<TrialTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<OverviewTexts> OverviewTexts { get; init; }

    /// <summary>What keeps the workflow from running at all; a kept trial that fails does not.</summary>
    private IEnumerable<PublishingProblem> Errors => Session.Problems
        .Where(problem => problem.Severity is ProblemSeverity.Error && !problem.Code.StartsWith(KeptTrialProblem, StringComparison.Ordinal));

    private FlowMarks Marks => _marks ??= new FlowMarks { Passed = _run!.Passed, Refused = _run.Refused, Current = _run.At, Taken = _run.Taken };

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_tried, Session.Document))
        {
            _tried = Session.Document;
            Follow();
        }
    }

    private void Follow()
    {
        var steps = _run?.Steps ?? [];
        var startsAt = _run?.StartsAt ?? Clock.GetUtcNow();
        _run = Errors.Any() ? null : TrialRun.Begin(VersionOf(Session.Document), Session.Company, startsAt);
        Forget();

        foreach (var step in _run is null ? [] : steps)
        {
            if (!Do(step.Step))
            {
                break;
            }
        }
    }

    private void Take(TrialStep step) => Do(step);

    /// <summary>Takes the step; false when it is refused.</summary>
    private bool Do(TrialStep step)
    {
        var done = _run!.Do(step);
        _refusal = done.Refusal;

        if (done.Succeeded)
        {
            _earlier.Push(_run);
            _run = done.Value;
            _marks = null;
        }

        return done.Succeeded;
    }

    private void ToNextTimer()
    {
        if (_run!.NextDueAt is { } due)
        {
            Take(new TrialStep.Wait(due > _run.Now ? due - _run.Now : TimeSpan.FromMinutes(1)));
        }
    }

    private void StepBack()
    {
        // The button may be pressed again before it is seen to be off.
        if (_earlier.TryPop(out var earlier))
        {
            (_run, _refusal, _marks) = (earlier, null, null);
        }
    }

    private void StartOver()
    {
        _run = TrialRun.Begin(VersionOf(Session.Document), Session.Company, Clock.GetUtcNow());
        Forget();
    }

    private void Forget()
    {
        _earlier.Clear();
        (_refusal, _marks) = (null, null);
    }

    private string NamesOf(IEnumerable<StateId> states) => string.Join(Texts["Separator"], states.Select(id => _run!.Workflow.State(id).Name.ForReader()));

    private string WhyOf(StateId state) =>
        new ParticipantPhrases(new WorkflowOverview(Session.Workflow, _run!.Workflow, Session.Company), OverviewTexts).Of(_run.Workflow.State(state));

    private WorkflowVersion VersionOf(WorkflowDocument document) => new(default, Session.Workflow.Id, number: 0, document);
}
