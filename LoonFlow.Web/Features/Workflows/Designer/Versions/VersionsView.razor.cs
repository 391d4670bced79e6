using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Changes;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Features.Workflows.Drafts;
using LoonFlow.Web.Features.Workflows.Versions;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Versions;

/// <summary>What was published when and by whom, what differs between any two versions, and the way back to an old one.</summary>
public sealed partial class VersionsView : ComponentBase, IDisposable
{
    private const string DraftWord = "draft";

    private VersionList? _list;
    private WorkflowDocument? _published;
    private VersionQuestion _question;
    private VersionLine? _back;
    private Refusal? _refusal;
    private string _note = string.Empty;
    private int _seen;
    private bool _busy;
    private bool _movesTickets;

    [Parameter, EditorRequired]
    public required DesignerSession Session { get; set; }

    [Parameter, EditorRequired]
    public required DraftAutosave Autosave { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    public string? FromQuery { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    public string? ToQuery { get; set; }

    [Inject]
    public required VersionQueries Queries { get; init; }

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required Toasts Toasts { get; init; }

    [Inject]
    public required IStringLocalizer<VersionTexts> Texts { get; init; }

    /// <summary>The version that the comparison begins with; the published one where none is said.</summary>
    private VersionLine? From => _list!.Numbered(NumberOf(FromQuery)) ?? (ShowsLastStep ? Earlier : _list.Published);

    /// <summary>The version that it ends with; null is the draft.</summary>
    private VersionLine? To => ShowsLastStep ? _list!.Published : _list!.Numbered(NumberOf(ToQuery));

    /// <summary>Where nobody asked and the draft has nothing new, what was published last is worth more than "the same".</summary>
    private bool ShowsLastStep => FromQuery is null && ToQuery is null && DraftChanges == 0 && Earlier is not null;

    private VersionLine? Earlier => _list!.Versions.Where(version => version.Number < _list.Published?.Number).MaxBy(version => version.Number);

    private int DraftChanges => _published is null ? 0 : DocumentDiff.Told(_published, Session.Document).Count;

    private string DraftNote => _published is null ? Texts["NotPublishedYet"] : DraftChanges == 0 ? Texts["DraftAsPublished"] : Texts["DraftChanges", DraftChanges];

    protected override Task OnInitializedAsync()
    {
        Autosave.Saved += Heed;

        return LoadAsync();
    }

    private void Heed(int revision) => _ = InvokeAsync(async () =>
    {
        await LoadAsync();
        StateHasChanged();
    });

    private async Task LoadAsync()
    {
        _list = await Queries.ListAsync(Session.Workflow.Id, Session.Person, CancellationToken.None);
        _published = _list?.Published is { } published ? await Queries.DocumentAsync(published, CancellationToken.None) : null;
    }

    /// <summary>What became of the tickets stays to be read, also when none is left to move.</summary>
    private Task MovedAsync()
    {
        _movesTickets = true;

        return LoadAsync();
    }

    private string CompareHref(int from, int? to) => Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["from"] = from.ToString(CultureInfo.InvariantCulture),
        ["to"] = to?.ToString(CultureInfo.InvariantCulture) ?? DraftWord,
    });

    private string ExportHref(int? version) => string.Create(
        CultureInfo.InvariantCulture, $"/workflows/{Session.Workflow.Id.Value}/export{(version is null ? string.Empty : $"?version={version}")}");

    private void Ask(VersionQuestion question)
    {
        _question = question;
        _refusal = null;
    }

    /// <summary>Gives up what is asked about and no more: what others save from now on refuses it, one's own last edit does not.</summary>
    private async Task AskToDiscardAsync()
    {
        await Autosave.SaveAsync();

        if (Autosave.State is SaveState.Saved)
        {
            _seen = Autosave.Revision;
            Ask(VersionQuestion.Discard);
        }
        else
        {
            _refusal = Autosave.Refusal ?? WorkflowRefusals.ChangedMeanwhile;
        }
    }

    private void AskBack(VersionLine version)
    {
        _back = version;
        _note = Texts["RollBackNote", version.Number];
        Ask(VersionQuestion.RollBack);
    }

    private void Cancel() => _question = VersionQuestion.None;

    private Task ArchiveAsync() => DoAsync(
        (ArchiveWorkflowHandler handler) => handler.HandleAsync(new ArchiveWorkflow(Session.Workflow.Id, !_list!.IsArchived), Session.Person, CancellationToken.None),
        _list!.IsArchived ? "Unarchived" : "WasArchived");

    private Task DiscardAsync() => DoAsync(
        (DiscardDraftHandler handler) => handler.HandleAsync(new DiscardDraft(Session.Workflow.Id, _seen), Session.Person, CancellationToken.None),
        "Discarded");

    private Task RollBackAsync() => DoAsync(
        (RollBackHandler handler) => handler.HandleAsync(new RollBack(Session.Workflow.Id, _back!.Number, _note), Session.Person, CancellationToken.None),
        "RolledBack");

    private async Task DoAsync<THandler, T>(Func<THandler, Task<Result<T>>> useCase, string done)
        where THandler : notnull
        where T : notnull
    {
        // A button is off only when the browser has seen it.
        if (_busy)
        {
            return;
        }

        _busy = true;
        var result = await UseCases.RunAsync(useCase);
        _busy = false;
        _refusal = result.Refusal;
        Cancel();
        await LoadAsync();

        if (result.Succeeded)
        {
            Toasts.Good(Texts[done]);

            // Another draft now, or one that may be edited or not; the designer opens it anew.
            Navigation.NavigateTo(Navigation.Uri, forceLoad: true);
        }
    }

    private static int? NumberOf(string? query) => int.TryParse(query, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public void Dispose() => Autosave.Saved -= Heed;
}
