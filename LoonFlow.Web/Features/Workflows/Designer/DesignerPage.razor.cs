using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LoonFlow.Web.Features.Workflows.Designer;

/// <summary>Where a workflow is designed: its flow, its form and its settings, tried and published, all of one draft.</summary>
public sealed partial class DesignerPage : ComponentBase, IAsyncDisposable
{
    private ElementReference _element;
    private ElementReference _problemsButton;
    private JsModule? _module;
    private DesignerSession? _session;
    private DraftAutosave? _autosave;
    private DesignRoom.Seat? _seat;
    private WorkflowVersion? _published;
    private DraftStanding? _standing;
    private long? _openId;
    private string? _focus;
    private string _note = string.Empty;
    private bool _isMissing;
    private bool _hasLeft;
    private bool _isArchived;
    private bool _showsProblems;
    private bool _publishing;

    [Parameter]
    public long Id { get; set; }

    /// <summary>A <see cref="DesignerTab"/>; nothing is the flow.</summary>
    [Parameter]
    public string? Part { get; set; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required DesignQueries Designs { get; init; }

    [Inject]
    public required WorkflowStore Workflows { get; init; }

    [Inject]
    public required DesignRoom Room { get; init; }

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required Toasts Toasts { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required IStringLocalizer<DesignerTexts> Texts { get; init; }

    private DesignerTab Tab => Enum.TryParse<DesignerTab>(Part, ignoreCase: true, out var tab) && Enum.IsDefined(tab) ? tab : DesignerTab.Flow;

    private string Name => _session!.Document.Name.ForReader();

    private DraftStanding Standing => _standing = DraftStanding.Of(_published, _session!.Document, _standing);

    private int Errors => _session!.Problems.Count(problem => problem.Severity is ProblemSeverity.Error);

    private Tone ProblemTone => Errors > 0 ? Tone.Bad : _session!.Problems is [] ? Tone.Good : Tone.Warn;

    private string ProblemCount => Errors > 0 ? Texts["ErrorCount", Errors] : _session!.Problems is [] ? Texts["NoProblems"] : Texts["WarningCount", _session.Problems.Count];

    private string UndoLabel => _session!.UndoName is { } name ? Texts["UndoOf", name] : Texts["Undo"];

    private string RedoLabel => _session!.RedoName is { } name ? Texts["RedoOf", name] : Texts["Redo"];

    protected override async Task OnParametersSetAsync()
    {
        if (_openId == Id)
        {
            await FlushAsync();
            await LookAtPublishedAsync();
            return;
        }

        // One page for all workflows: nothing of the one before may stay on the screen, nor come back with a late answer.
        var id = Id;
        _openId = id;
        await LeaveAsync();

        if (await Current.FindAsync() is not { } person || await Designs.FindAsync(new WorkflowId(id), person, CancellationToken.None) is not { } allowed)
        {
            if (_openId == id)
            {
                (_isMissing, _openId) = (true, null);
            }

            return;
        }

        if (_hasLeft || _openId != id)
        {
            return;
        }

        _seat = Room.Enter(allowed.Workflow.Id, Designer.Of(person.Id, allowed.Known.Company), () => InvokeAsync(HearAsync));

        // Read once the others know: what one of them saved before they did, perhaps oneself on the page just left, was told to nobody here.
        if (await Designs.FindAsync(new WorkflowId(id), person, CancellationToken.None) is { } view && !_hasLeft && _openId == id)
        {
            await BeginAsync(view, person, _seat);
        }
    }

    private async Task BeginAsync(DesignView view, Actor.Person person, DesignRoom.Seat seat)
    {
        _published = view.Published;
        _isArchived = view.Workflow.IsRetired;
        _session = new DesignerSession(view.Workflow, view.Document, view.Known, person, Designs.TakeIdsAsync);
        _session.Remember(view.Published?.Document ?? view.Document);
        _session.Changed += Refresh;
        _session.Led += GoTo;
        _autosave = new DraftAutosave(UseCases, Clock, _session, view.Revision, InvokeAsync);
        _autosave.Changed += Refresh;
        _autosave.Saved += seat.Saved;

        if (seat.LatestRevision > _autosave.Revision)
        {
            await _autosave.FollowAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_session is not null && _module is null)
        {
            _module = new JsModule(Js, "designer");
            await _module.MountAsync(_element);
        }

        if (_focus is { } place && _module is { IsMounted: true })
        {
            _focus = null;
            await _module.CallAsync("focus", place);
        }
    }

    private void Refresh()
    {
        _seat?.Hold(InHand());
        _ = InvokeAsync(StateHasChanged);
    }

    /// <summary>The others came, went, took something in hand or saved.</summary>
    private async Task HearAsync()
    {
        if (_seat is not null && _autosave is not null && _seat.LatestRevision > _autosave.Revision)
        {
            await _autosave.FollowAsync();
        }

        await LookAtPublishedAsync();
        StateHasChanged();
    }

    private string? InHand() => _session switch
    {
        { Selection.OnlyState: { } state } => _session.State(state)?.Name.ForReader(),
        { Selection.OnlyTransition: { } transition } => _session.Transition(transition)?.Name.ForReader(),
        { Selection.Field: { } key } => _session.Document.Fields.FirstOrDefault(field => field.Key == key)?.Name.ForReader(),
        _ => null,
    };

    private string HrefOf(DesignerTab tab) => tab is DesignerTab.Flow
        ? string.Create(CultureInfo.InvariantCulture, $"/workflows/{Id}/design")
        : string.Create(CultureInfo.InvariantCulture, $"/workflows/{Id}/design/{Enum.GetName(tab)!.ToLowerInvariant()}");

    private void GoTo(DesignerPlace place)
    {
        _focus = place.Control;
        Navigation.NavigateTo(HrefOf(place.Tab));
    }

    private void ShowProblems()
    {
        _publishing = false;
        _showsProblems = true;
    }

    private async Task HideProblemsAsync()
    {
        _showsProblems = false;
        await _problemsButton.FocusAsync();
    }

    private async Task FinishPublishingAsync()
    {
        (_publishing, _note) = (false, string.Empty);

        await LookAtPublishedAsync();
        _seat?.Saved(_autosave!.Revision);
        Toasts.Good(Texts["Published", _published?.Number ?? 0]);
    }

    /// <summary>What new tickets take may be another version since, whoever published it.</summary>
    private async Task LookAtPublishedAsync()
    {
        var id = Id;
        var workflow = (await Workflows.CatalogueAsync(CancellationToken.None)).GetValueOrDefault(new WorkflowId(id));
        var published = workflow?.Published is { } version ? await Workflows.VersionAsync(version, CancellationToken.None) : null;

        if (id == Id)
        {
            (_isArchived, _published) = (workflow is { IsRetired: true }, published);
        }
    }

    /// <summary>Of two presses on an answer the first one counts.</summary>
    private Task ResolveAsync(WorkflowDocument resolved) => _autosave is { Conflict: not null } autosave ? autosave.ResolveAsync(resolved) : Task.CompletedTask;

    /// <summary>What is seen of versions is what is stored: nothing of the draft may be on its way.</summary>
    private async Task FlushAsync()
    {
        if (Tab is DesignerTab.Versions && _autosave is { State: SaveState.Waiting or SaveState.Saving })
        {
            await _autosave.SaveAsync();
        }
    }

    private async Task LeaveAsync()
    {
        var (session, autosave, seat, module) = (_session, _autosave, _seat, _module);
        (_session, _autosave, _seat, _module, _standing, _focus) = (null, null, null, null, null, null);
        (_isMissing, _showsProblems, _publishing, _note) = (false, false, false, string.Empty);

        if (session is not null)
        {
            session.Changed -= Refresh;
            session.Led -= GoTo;
        }

        try
        {
            if (autosave is not null)
            {
                await autosave.DisposeAsync();
            }
        }
        finally
        {
            // Whatever becomes of the last writing: who has left is not there any more.
            seat?.Dispose();
        }

        if (module is not null)
        {
            await module.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _hasLeft = true;
        await LeaveAsync();
    }
}
