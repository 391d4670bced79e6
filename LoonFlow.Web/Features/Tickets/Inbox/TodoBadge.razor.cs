using LoonFlow.Domain.Access;
using LoonFlow.Web.Outbox;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Tickets.Inbox;

/// <summary>How many tickets wait for the reader, always as of now.</summary>
public sealed partial class TodoBadge : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IDisposable? _subscription;
    private Actor.Person? _reader;
    private int _count;

    [Inject]
    public required InboxQueries Queries { get; init; }

    [Inject]
    public required TicketFeed Feed { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required IStringLocalizer<InboxTexts> Texts { get; init; }

    protected override async Task OnInitializedAsync()
    {
        _reader = await Current.FindAsync(_leaving.Token);

        if (_reader is not null)
        {
            _subscription = Feed.Subscribe(OnChange);
            await CountAsync(_reader);
        }
    }

    private void OnChange(TicketChange change)
    {
        if (_reader is { } reader && TicketFeed.Concerns(change, reader))
        {
            _ = InvokeAsync(() => CountAsync(reader));
        }
    }

    private async Task CountAsync(Actor.Person reader)
    {
        try
        {
            _count = await Queries.CountTodoAsync(reader, _leaving.Token);
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The reader has left.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _subscription?.Dispose();
        await _leaving.CancelAsync();
        _leaving.Dispose();
    }
}
