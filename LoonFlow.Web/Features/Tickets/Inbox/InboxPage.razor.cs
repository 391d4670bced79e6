using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Outbox;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LoonFlow.Web.Features.Tickets.Inbox;

/// <summary>Lists of tickets. What is shown stands in the address; what changes comes in by itself, but never below the reader's hands.</summary>
public sealed partial class InboxPage : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private ElementReference _element;
    private JsModule? _module;
    private IDisposable? _subscription;
    private Actor.Person? _reader;
    private InboxFilter _filter = new();
    private InboxView? _view;
    private InboxView? _held;
    private HashSet<TicketId> _fresh = [];
    private bool _isRefused;
    private bool _isTurning;
    private bool _isInteracting;
    private bool _isLooking;
    private bool _mustLookAgain;

    [SupplyParameterFromQuery(Name = "tab")]
    public string? TabQuery { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? TextQuery { get; set; }

    [SupplyParameterFromQuery(Name = "workflow")]
    public string? WorkflowQuery { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    public string? StateQuery { get; set; }

    [SupplyParameterFromQuery(Name = "status")]
    public string? StatusQuery { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    public string? FromQuery { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    public string? ToQuery { get; set; }

    [SupplyParameterFromQuery(Name = "order")]
    public string? OrderQuery { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageQuery { get; set; }

    [SupplyParameterFromQuery(Name = "size")]
    public string? SizeQuery { get; set; }

    [Inject]
    public required InboxQueries Queries { get; init; }

    [Inject]
    public required TicketFeed Feed { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IStringLocalizer<InboxTexts> Texts { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    private int HeldCount => _held is null || _view is null ? 0 : _held.Rows.Count(row => _view.Rows.All(shown => shown.Id != row.Id));

    protected override async Task OnInitializedAsync()
    {
        _reader = await Current.FindAsync(_leaving.Token);
        _isRefused = _reader is null;
        _subscription = Feed.Subscribe(OnChange);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_reader is null)
        {
            return;
        }

        var asked = InboxFilter.Parse(QueryValue);
        _filter = asked;
        _held = null;
        _isTurning = true;

        var view = await Queries.ListAsync(asked, _reader, _leaving.Token);

        // A later click may have been answered first.
        if (ReferenceEquals(asked, _filter))
        {
            _isTurning = false;
            _fresh = [];
            _view = view;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_module is null && _reader is not null)
        {
            _module = new JsModule(Js, "inbox");
            await _module.MountAsync(_element);
        }
    }

    private string? QueryValue(string name) => name switch
    {
        "tab" => TabQuery,
        "q" => TextQuery,
        "workflow" => WorkflowQuery,
        "state" => StateQuery,
        "status" => StatusQuery,
        "from" => FromQuery,
        "to" => ToQuery,
        "order" => OrderQuery,
        "page" => PageQuery,
        "size" => SizeQuery,
        _ => null,
    };

    private string AddressOf(InboxFilter filter) => Navigation.GetUriWithQueryParameters(filter.ToQuery());

    private void Follow(InboxFilter filter) => Navigation.NavigateTo(AddressOf(filter with { Page = 1 }), replace: true);

    private void ChangeSize(ChangeEventArgs change) =>
        Follow(_filter with { PageSize = int.Parse((string)change.Value!, CultureInfo.InvariantCulture) });

    private void OnChange(TicketChange change)
    {
        if (_reader is { } reader && TicketFeed.Concerns(change, reader))
        {
            _ = InvokeAsync(LookAgainAsync);
        }
    }

    private async Task LookAgainAsync()
    {
        _mustLookAgain = true;

        if (_isLooking)
        {
            return;
        }

        _isLooking = true;

        try
        {
            while (_mustLookAgain && !_leaving.IsCancellationRequested)
            {
                _mustLookAgain = false;
                var asked = _filter;
                var view = await Queries.ListAsync(asked, _reader!, _leaving.Token);

                if (ReferenceEquals(asked, _filter) && _view is not null)
                {
                    Take(view);
                }
            }

            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The reader has left the page.
        }
        finally
        {
            _isLooking = false;
        }
    }

    private void Take(InboxView view)
    {
        if (_isInteracting && !SameRows(view))
        {
            _held = view;
        }
        else
        {
            Show(view);
        }
    }

    private bool SameRows(InboxView view) => view.Rows.Select(row => row.Id).SequenceEqual(_view!.Rows.Select(row => row.Id));

    private void Show(InboxView view)
    {
        // Looking again at the same rows must not stop them from sliding in.
        if (!SameRows(view))
        {
            _fresh = [.. view.Rows.Select(row => row.Id).Except(_view!.Rows.Select(row => row.Id))];
        }

        _view = view;
        _held = null;
    }

    private void ShowHeld()
    {
        if (_held is { } held)
        {
            Show(held);
        }
    }

    private void Interact() => _isInteracting = true;

    private void LeaveBe() => _isInteracting = false;

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
}
