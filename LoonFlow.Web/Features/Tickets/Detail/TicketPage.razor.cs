using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Features.Tickets.Forms;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using FieldProblem = LoonFlow.Domain.Common.FieldProblem;

namespace LoonFlow.Web.Features.Tickets.Detail;

/// <summary>One ticket: what it says, what one may do with it, where it is, and how it came there.</summary>
public sealed partial class TicketPage : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IDisposable? _subscription;
    private TicketForm? _form;
    private DecisionBar? _bar;
    private Actor.Person? _reader;
    private TicketId? _asked;
    private TicketView? _view;
    private TicketView? _newer;
    private IReadOnlyDictionary<string, string> _builtIns = new Dictionary<string, string>();
    private IReadOnlyList<FormEntry> _entries = [];
    private IReadOnlyList<FieldProblem> _problems = [];
    private string? _commentError;
    private TicketNews? _news;
    private int _heard;
    private int? _visit;
    private bool _isMissing;
    private bool _isBusy;
    private bool _newestFirst = true;
    private bool _wholeHistory;

    [Parameter]
    public long Id { get; set; }

    [CascadingParameter]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    [Inject]
    public required TicketQueries Queries { get; init; }

    [Inject]
    public required InboxQueries Inbox { get; init; }

    [Inject]
    public required TicketRequests Requests { get; init; }

    [Inject]
    public required TicketFeed Feed { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required Toasts Toasts { get; init; }

    [Inject]
    public required RefusalTexts RefusalTexts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<TicketTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<ControlsTexts> ControlsTexts { get; init; }

    /// <summary>Whether the page must not change below the reader's hands.</summary>
    private bool IsBeingEdited => _form is { IsDirty: true } || _bar is { IsAsking: true };

    protected override void OnInitialized() => _subscription = Feed.Subscribe(OnChange);

    protected override async Task OnParametersSetAsync()
    {
        var id = new TicketId(Id);

        if (_asked == id)
        {
            return;
        }

        Forget(id);
        _reader ??= await Current.FindAsync(_leaving.Token);
        var view = await FindAsync(id);

        // Another ticket may have been asked for meanwhile.
        if (_asked == id)
        {
            _isMissing = view is null;

            if (view is not null)
            {
                Show(view);
            }
        }
    }

    private void Forget(TicketId id)
    {
        _asked = id;
        (_view, _newer, _news, _commentError) = (null, null, null, null);
        _problems = [];
        _wholeHistory = false;
        _isMissing = false;
        _heard = 0;
    }

    private async Task<TicketView?> FindAsync(TicketId id) =>
        _reader is null ? null : await Queries.FindAsync(id, _reader, _wholeHistory, _leaving.Token);

    private void Show(TicketView view)
    {
        _view = view;
        _newer = null;
        Decide(TicketViews.HandledVisits(view.Actions) is { Count: > 0 } handled ? handled.Contains(_visit ?? 0) ? _visit : handled[0] : null);
        _builtIns = BuiltInValues.Of(view, Zone, ControlsTexts["ExactFormat"]);
    }

    /// <summary>Which visit the form is filled in for, where the reader handles several.</summary>
    private void Decide(int? visit)
    {
        _visit = visit;
        var entries = TicketViews.EntriesOf(_view!.Workflow, _view.Stays.Select(stay => (stay.Visit, stay.State)), _view.Actions, visit);
        // A title that cannot be changed stands at the top already.
        _entries = [.. entries.Where(entry => entry.Key != BuiltInField.Title || entry.IsWritable)];
    }

    private void ShowNewer()
    {
        if (_newer is { } newer)
        {
            Show(newer);
            _news = null;
        }
    }

    private bool IsReady(TicketAction.Take take) => _form!.Read(take.Transition.RequiresFields).Succeeded;

    private async Task<Refusal?> SendAsync(TicketRequest request)
    {
        if (_isBusy || _view is not { } seen)
        {
            return null;
        }

        var sent = FieldChanges.None;

        if (request is TicketRequest.Take take)
        {
            var read = _form!.Read(take.Action.Transition.RequiresFields);

            if (!read.Succeeded)
            {
                return read.Refusal;
            }

            sent = read.Value;
        }

        _isBusy = true;
        (_news, _commentError) = (null, null);
        _problems = [];
        StateHasChanged();

        try
        {
            var result = await Requests.RunAsync(request, seen, sent, _form?.Comment, _reader!);

            await (result.Succeeded ? FinishAsync(request, seen) : RetreatAsync(request, result.Refusal, seen));

            return result.Refusal;
        }
        finally
        {
            _isBusy = false;
            StateHasChanged();
            await LookAgainAsync();
        }
    }

    private async Task FinishAsync(TicketRequest request, TicketView seen)
    {
        // A claim only makes what was typed worth more; everything else used the comment up.
        if (request is not TicketRequest.Claim && _form is { } form)
        {
            await form.FinishAsync();
        }

        if (await FindAsync(seen.Id) is not { } view)
        {
            Navigation.NavigateTo("/inbox");
            return;
        }

        Show(view);
        var text = TextOf(request, view);

        // What the page says at its top need not be said in its corner too.
        if (TicketViews.HandledVisits(seen.Actions) is not [] && TicketViews.HandledVisits(view.Actions) is [])
        {
            _news = new TicketNews.Done(text, await Inbox.NextTodoAsync(seen.Id, _reader!, _leaving.Token));
        }
        else if (request is not TicketRequest.Delete)
        {
            Toasts.Show(new Toast(Tone.Good, text, TimeSpan.FromSeconds(6)));
        }

        if (request is TicketRequest.Delete)
        {
            Toasts.Show(new Toast(Tone.Good, text, TimeSpan.FromSeconds(12), Texts["Restore"], () => RestoreAsync(view)));
        }
    }

    private string TextOf(TicketRequest request, TicketView view) => request is TicketRequest.Take { Action: var take }
        ? Texts[view.Stays.FirstOrDefault(stay => stay.Visit == take.Visit)?.Vote is null ? "DoneTake" : "DoneVote", take.Transition.Name.ForReader(), view.StateText]
        : Texts[$"Done{request.GetType().Name}", string.Empty, view.StateText];

    /// <summary>The toast outlives the page; what it offers is done even when the reader has gone on.</summary>
    private async Task RestoreAsync(TicketView deleted)
    {
        var result = await Requests.RunAsync(new TicketRequest.Restore(), deleted, FieldChanges.None, comment: null, _reader!);

        if (result.Succeeded)
        {
            Toasts.Good(Texts["DoneRestore"]);
        }
        else
        {
            Toasts.Bad(RefusalTexts.Of(result.Refusal));
        }

        if (!_leaving.IsCancellationRequested && _asked == deleted.Id && await FindAsync(deleted.Id) is { } view)
        {
            Show(view);
            StateHasChanged();
        }
    }

    private async Task RetreatAsync(TicketRequest request, Refusal refusal, TicketView seen)
    {
        if (refusal.Kind is RefusalKind.Invalid)
        {
            _problems = refusal.Fields;
            _commentError = request is TicketRequest.AddComment ? RefusalTexts.Of(refusal) : null;
            _news = request is TicketRequest.Take && refusal.Fields is [] ? new TicketNews.Setback(RefusalTexts.Of(refusal), null, seen.StateText) : null;
        }
        else if (await FindAsync(seen.Id) is { } view)
        {
            Show(view);
            _news = new TicketNews.Setback(RefusalTexts.Of(refusal), view.NewsSince(seen), view.StateText);
        }
        else
        {
            _isMissing = true;
        }
    }

    private async Task ShowWholeHistoryAsync()
    {
        _wholeHistory = true;

        if (await FindAsync(_view!.Id) is { } view)
        {
            Show(view);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _subscription?.Dispose();
        await _leaving.CancelAsync();
        _leaving.Dispose();
    }
}
