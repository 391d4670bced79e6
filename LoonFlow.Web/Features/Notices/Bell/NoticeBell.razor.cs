using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Notices.Bell;

/// <summary>The reader's bell: how much is unread, always as of now, and the latest notices. Whoever opens a ticket has read its notices.</summary>
public sealed partial class NoticeBell : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IDisposable? _subscription;
    private Actor.Person? _reader;
    private NoticeGlance? _glance;
    private string _announcement = string.Empty;

    [Inject]
    public required NoticeQueries Queries { get; init; }

    [Inject]
    public required NoticeFeed Feed { get; init; }

    [Inject]
    public required UseCases UseCases { get; init; }

    [Inject]
    public required CurrentActor Current { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IStringLocalizer<NoticeTexts> Texts { get; init; }

    private string Count => _glance!.Unread > NoticeQueries.MaxUnread ? Texts["BellMany", NoticeQueries.MaxUnread] : _glance.Unread.ToString(CultureInfo.CurrentCulture);

    private string Name => _glance?.Unread > 0 ? Texts["BellUnread", Count] : Texts["Bell"];

    /// <summary>The ticket whose page is open, if one is.</summary>
    private TicketId? Shown => Navigation.ToBaseRelativePath(Navigation.Uri).Split('?', '#')[0].Split('/') is ["tickets", var id]
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var ticket)
            ? new TicketId(ticket)
            : null;

    protected override async Task OnInitializedAsync()
    {
        _reader = await Current.FindAsync(_leaving.Token);

        if (_reader is not null)
        {
            _subscription = Feed.Subscribe(OnChange);
            Navigation.LocationChanged += OnLocationChanged;
            await ReadShownAsync(_reader);
            await LookAsync(_reader);
        }
    }

    private void OnChange(BellChange change)
    {
        if (_reader is { } reader && change.People.Contains(reader.Id))
        {
            _ = InvokeAsync(() => LookAsync(reader));
        }
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (_reader is { } reader)
        {
            _ = InvokeAsync(() => ReadShownAsync(reader));
        }
    }

    private async Task LookAsync(Actor.Person reader)
    {
        try
        {
            var before = _glance;
            _glance = await Queries.GlanceAsync(reader, _leaving.Token);

            if (before is not null && _glance.Latest is [{ IsRead: false } latest, ..] && before.Latest.All(line => line.Id != latest.Id))
            {
                _announcement = Texts["Announce", latest.Title.ForReader()];
            }

            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The reader has left.
        }
    }

    private async Task ReadShownAsync(Actor.Person reader)
    {
        if (Shown is { } ticket)
        {
            await MarkReadAsync(reader, ticket);
        }
    }

    private Task MarkAllReadAsync() => _reader is { } reader ? MarkReadAsync(reader, ticket: null) : Task.CompletedTask;

    private async Task MarkReadAsync(Actor.Person reader, TicketId? ticket)
    {
        try
        {
            var command = new MarkNoticesRead(ticket, Clock.GetUtcNow());
            await UseCases.RunAsync((MarkNoticesReadHandler handler) => handler.HandleAsync(command, reader, _leaving.Token), _leaving.Token);
        }
        catch (OperationCanceledException)
        {
            // The reader has left.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _subscription?.Dispose();
        Navigation.LocationChanged -= OnLocationChanged;
        await _leaving.CancelAsync();
        _leaving.Dispose();
    }
}
