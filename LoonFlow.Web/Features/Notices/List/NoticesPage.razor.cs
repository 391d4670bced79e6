using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Notices.List;

/// <summary>All of the reader's notices, or the unread ones; what comes in appears by itself.</summary>
public sealed partial class NoticesPage : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IDisposable? _subscription;
    private Actor.Person? _reader;
    private NoticePage? _page;
    private bool _isRefused;

    [SupplyParameterFromQuery(Name = "unread")]
    public string? UnreadQuery { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageQuery { get; set; }

    [Inject]
    public required NoticeQueries Queries { get; init; }

    [Inject]
    public required NoticeFeed Feed { get; init; }

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IStringLocalizer<NoticeTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<LayoutTexts> Layout { get; init; }

    private bool UnreadOnly => UnreadQuery == "true";

    private int Page => int.TryParse(PageQuery, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1;

    protected override async Task OnInitializedAsync()
    {
        _reader = await Current.FindAsync(_leaving.Token);
        _isRefused = _reader is null;
        _subscription = Feed.Subscribe(OnChange);
    }

    protected override Task OnParametersSetAsync() => LookAsync();

    private void OnChange(BellChange change)
    {
        if (_reader is { } reader && change.People.Contains(reader.Id))
        {
            _ = InvokeAsync(LookAsync);
        }
    }

    private async Task LookAsync()
    {
        if (_reader is not { } reader)
        {
            return;
        }

        try
        {
            var asked = (UnreadOnly, Page);
            var page = await Queries.ListAsync(reader, UnreadOnly, Page, _leaving.Token);

            // A later click may have been answered first.
            if (asked == (UnreadOnly, Page))
            {
                _page = page;
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has left the page.
        }
    }

    private async Task MarkAllReadAsync()
    {
        if (_reader is { } reader)
        {
            var command = new MarkNoticesRead(Ticket: null, Clock.GetUtcNow());
            await UseCases.RunAsync((MarkNoticesReadHandler handler) => handler.HandleAsync(command, reader, _leaving.Token));
            await LookAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _subscription?.Dispose();
        await _leaving.CancelAsync();
        _leaving.Dispose();
    }
}
