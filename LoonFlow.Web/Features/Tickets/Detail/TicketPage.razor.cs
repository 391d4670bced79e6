using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Features.Tickets.Forms;
using LoonFlow.Web.Outbox;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using FieldProblem = LoonFlow.Domain.Common.FieldProblem;

namespace LoonFlow.Web.Features.Tickets.Detail;

/// <summary>One ticket: what it says, what one may do with it, where it is, and how it came there.</summary>
public sealed partial class TicketPage : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private ElementReference _element;
    private ElementReference _message;
    private JsModule? _module;
    private IDisposable? _subscription;
    private TicketForm? _form;
    private ActionBar? _primaryBar;
    private ActionBar? _bar;
    private Actor.Person? _reader;
    private TicketId? _asked;
    private TicketView? _view;
    private TicketView? _newer;
    private FlowChartModel? _chart;
    private IReadOnlyDictionary<string, string> _builtIns = new Dictionary<string, string>();
    private IReadOnlyList<FieldProblem> _problems = [];
    private string? _commentError;
    private Setback? _setback;
    private Done? _done;
    private int _heard;
    private int _round;
    private bool _isMissing;
    private bool _isBusy;
    private bool _isChartOpen;
    private bool _newestFirst = true;
    private bool _wholeHistory;
    private bool _mustFocusMessage;

    [Parameter]
    public long Id { get; set; }

    [CascadingParameter]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    [Inject]
    public required TicketQueries Queries { get; init; }

    [Inject]
    public required InboxQueries Inbox { get; init; }

    [Inject]
    public required UseCases UseCases { get; init; }

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

    [Inject]
    public required IJSRuntime Js { get; init; }

    private IReadOnlyList<TicketAction.Take> Takes => [.. _view!.Actions.OfType<TicketAction.Take>()];

    /// <summary>What moves the work on, besides the transitions.</summary>
    private IReadOnlyList<TicketAction> Primary => [.. _view!.Actions.Where(action => action is TicketAction.Claim or TicketAction.AnswerConsultation)];

    private IReadOnlyList<TicketAction> Secondary => [.. _view!.Actions.Where(action => action is not TicketAction.Take).Except(Primary)];

    private string? UserName => _view!.Company.User(_reader!.Id)?.UserName;

    /// <summary>Whether the page must not change below the reader's hands.</summary>
    private bool IsBeingEdited => _form is { IsDirty: true } || _primaryBar is { IsAsking: true } || _bar is { IsAsking: true };

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

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_module is null && _view is not null)
        {
            _module = new JsModule(Js, "ticket");
            await _module.MountAsync(_element);
        }

        if (_mustFocusMessage)
        {
            _mustFocusMessage = false;
            await _message.FocusAsync();
        }
    }

    private void Forget(TicketId id)
    {
        _asked = id;
        _view = null;
        _newer = null;
        _setback = null;
        _done = null;
        _problems = [];
        _commentError = null;
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
        _chart = FlowCharts.Of(view);
        _builtIns = BuiltInValues.Of(view, Zone, ControlsTexts["ExactFormat"]);
    }

    private static string StateOf(TicketView view) => string.Join(" · ", view.StateNames.Select(name => name.ForReader()));

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
        _setback = null;
        _done = null;
        _commentError = null;
        _problems = [];
        StateHasChanged();

        try
        {
            var result = await RunAsync(request, sent, seen);

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

    private Task<Result<TicketId>> RunAsync(TicketRequest request, FieldChanges sent, TicketView seen)
    {
        var (id, revision, comment, actor) = (seen.Id, seen.Revision, _form?.Comment, (Actor)_reader!);

        // Not bound to the page: who presses and leaves has pressed.
        return request switch
        {
            TicketRequest.Take r => UseCases.RunAsync((TakeTransitionHandler handler) =>
                handler.HandleAsync(new TakeTransition(id, r.Action.Visit, r.Action.Transition.Id, revision, sent, comment), actor, CancellationToken.None)),
            TicketRequest.Claim r => UseCases.RunAsync((ClaimTicketHandler handler) =>
                handler.HandleAsync(new ClaimTicket(id, r.Visit, revision), actor, CancellationToken.None)),
            TicketRequest.AnswerConsultation r => UseCases.RunAsync((AnswerConsultationHandler handler) =>
                handler.HandleAsync(new AnswerConsultation(id, r.Visit, revision, comment), actor, CancellationToken.None)),
            TicketRequest.AddComment => UseCases.RunAsync((CommentOnTicketHandler handler) =>
                handler.HandleAsync(new CommentOnTicket(id, comment ?? string.Empty), actor, CancellationToken.None)),
            TicketRequest.Forward r => UseCases.RunAsync((ForwardTicketHandler handler) =>
                handler.HandleAsync(new ForwardTicket(id, r.Visit, r.To, revision, r.Comment), actor, CancellationToken.None)),
            TicketRequest.Consult r => UseCases.RunAsync((ConsultOnTicketHandler handler) =>
                handler.HandleAsync(new ConsultOnTicket(id, r.Visit, r.Asked, revision, r.Comment), actor, CancellationToken.None)),
            TicketRequest.Withdraw r => UseCases.RunAsync((WithdrawTicketHandler handler) =>
                handler.HandleAsync(new WithdrawTicket(id, revision, r.Comment), actor, CancellationToken.None)),
            TicketRequest.Close r => UseCases.RunAsync((CloseTicketHandler handler) =>
                handler.HandleAsync(new CloseTicket(id, revision, r.Comment), actor, CancellationToken.None)),
            _ => throw new InvalidOperationException($"{request.GetType().Name} is not carried out by any use case."),
        };
    }

    private async Task FinishAsync(TicketRequest request, TicketView seen)
    {
        // A claim only makes what was typed worth more; everything else used the comment up.
        if (request is not TicketRequest.Claim && _form is { } form)
        {
            await form.FinishAsync();
        }

        if (request is TicketRequest.Take)
        {
            _round++;
        }

        if (await FindAsync(seen.Id) is not { } view)
        {
            Navigation.NavigateTo("/inbox");
            return;
        }

        Show(view);
        var text = Texts[$"Done{request.GetType().Name}", (request as TicketRequest.Take)?.Action.Transition.Name.ForReader() ?? string.Empty, StateOf(view)].Value;
        Toasts.Good(text);

        if (TicketViews.HandledVisit(seen.Actions) is { } handled && TicketViews.HandledVisit(view.Actions) != handled)
        {
            _done = new Done(text, await Inbox.NextTodoAsync(seen.Id, _reader!, _leaving.Token));
            _mustFocusMessage = true;
        }
    }

    private async Task RetreatAsync(TicketRequest request, Refusal refusal, TicketView seen)
    {
        if (refusal.Kind is RefusalKind.Invalid)
        {
            _problems = refusal.Fields;
            _commentError = request is TicketRequest.AddComment ? RefusalTexts.Of(refusal) : null;
            _setback = request is TicketRequest.Take && refusal.Fields is [] ? new Setback(RefusalTexts.Of(refusal), null) : null;
        }
        else if (await FindAsync(seen.Id) is { } view)
        {
            Show(view);
            _setback = new Setback(RefusalTexts.Of(refusal), NewsSince(seen, view));
        }
        else
        {
            _isMissing = true;
        }

        _mustFocusMessage = _setback is not null;
    }

    private async Task ShowWholeHistoryAsync()
    {
        _wholeHistory = true;

        if (await FindAsync(_view!.Id) is { } view)
        {
            Show(view);
        }
    }

    private void OnChange(TicketChange change)
    {
        if (change.Ticket.Value == Id)
        {
            _ = InvokeAsync(() =>
            {
                _heard = Math.Max(_heard, change.Revision);
                return LookAgainAsync();
            });
        }
    }

    private async Task LookAgainAsync()
    {
        if (_isBusy || _view is not { } seen || _heard <= Math.Max(seen.Revision, _newer?.Revision ?? 0))
        {
            return;
        }

        try
        {
            Meet(await FindAsync(seen.Id), seen);
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The reader has left the page.
        }
    }

    private void Meet(TicketView? found, TicketView seen)
    {
        if (!ReferenceEquals(seen, _view) || _isBusy)
        {
            return;
        }

        if (found is null)
        {
            _isMissing = true;
        }
        else if (IsBeingEdited)
        {
            _newer = found;
        }
        else
        {
            Show(found);

            if (NewsSince(seen, found) is { } line)
            {
                Toasts.Info($"{line.By?.Name ?? Texts["Engine"]} {WhatHappened.DeedOf(line, Texts)}");
            }
        }
    }

    private HistoryLine? NewsIn(TicketView newer) => NewsSince(_view!, newer);

    private static HistoryLine? NewsSince(TicketView seen, TicketView now) =>
        now.History is [.., var last] && (seen.History is not [.., var known] || known.Id < last.Id) ? last : null;

    public async ValueTask DisposeAsync()
    {
        _subscription?.Dispose();
        await _leaving.CancelAsync();
        _leaving.Dispose();

        if (_module is not null)
        {
            await _module.DisposeAsync();
        }
    }

    /// <summary>Why the reader's last request was not carried out, and what others did meanwhile.</summary>
    private sealed record Setback(string Text, HistoryLine? Line);

    /// <summary>What the reader has just done, and what waits next.</summary>
    private sealed record Done(string Text, NextTicket? Next);
}
