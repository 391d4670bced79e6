using LoonFlow.Domain.Access;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Events;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Features.Events;

public sealed class ChangeFeedTests : IAsyncLifetime
{
    private static readonly EventsAsked All = new(After: null, Limit: 1_000, Workflows: null);

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Nothing_is_missed_or_told_twice_while_instances_whose_clocks_differ_decide_at_once()
    {
        const int Writers = 10;
        const int Comments = 18;
        await using var behind = _app.Another();
        await using var reading = _app.Another();
        behind.Clock.Advance(-TimeSpan.FromHours(1));
        var seen = new List<FeedEvent>();

        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => WriteAsync(behind, Comments))));
        var cursor = 0L;

        for (var isLast = false; ;)
        {
            isLast |= writing.IsCompleted;
            var page = Expect.Success(await ReadAsync(reading, All with { After = cursor, Limit = 7 }));
            seen.AddRange(page.Events);
            cursor = page.After;

            if (isLast && !page.HasMore && page.Events is [])
            {
                break;
            }
        }

        await writing;
        Assert.Equal(Writers * (Comments + 2), seen.Count);
        Assert.Equal(await IdsAsync(), seen.Select(one => one.Id).ToHashSet());
        Assert.Equal(seen.Select(one => one.Number).Order(), seen.Select(one => one.Number));
        Assert.All(seen.GroupBy(one => one.Ticket.Id), OfTicket => Assert.Equal(Enumerable.Range(1, Comments + 2), OfTicket.Select(one => one.News.Revision)));
    }

    [Fact]
    public async Task What_is_numbered_by_many_at_once_gets_one_place_each()
    {
        await using var other = _app.Another();

        for (var ticket = 0; ticket < 10; ticket++)
        {
            await _app.SubmitLeaveAsync(days: 1);
        }

        var numbered = await Task.WhenAll(Enumerable.Range(0, 10).Select(turn => NumberAsync(turn % 2 == 0 ? _app : other)));

        Assert.Equal(10, numbered.Sum());
        Assert.Equal(Enumerable.Range(1, 10).Select(number => (long?)number), (await RowsAsync()).Select(row => row.Number));
    }

    [Fact]
    public async Task Who_dies_while_numbering_leaves_everything_for_the_next()
    {
        var ticket = Expect.Success(await _app.SubmitLeaveAsync(days: 1));

        await using (var scope = _app.Get<IServiceScopeFactory>().CreateAsyncScope())
        {
            // Never committed: its process is gone.
            await scope.ServiceProvider.GetRequiredService<NumberEventsHandler>().HandleAsync(CancellationToken.None);
        }

        await using var restarted = _app.Another();
        var page = Expect.Success(await ReadAsync(restarted, All));

        var told = Assert.Single(page.Events);
        Assert.Equal((ticket, 1L), (told.Ticket.Id, told.Number));
        Assert.Empty(Expect.Success(await ReadAsync(_app, All with { After = page.After })).Events);
    }

    [Fact]
    public async Task A_reader_that_waits_hears_of_what_is_decided_meanwhile()
    {
        var reading = ReadAsync(_app, All, wait: TimeSpan.FromSeconds(30));
        await Eventually.TrueAsync(() => _app.Clock.IsWaitedFor);

        await _app.SubmitLeaveAsync(days: 1);

        Assert.Single(Expect.Success(await reading).Events);
    }

    [Fact]
    public async Task A_reader_that_waits_in_vain_is_told_so_when_its_time_is_over()
    {
        var reading = ReadAsync(_app, All, wait: TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() => _app.Clock.IsWaitedFor);

        _app.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty(Expect.Success(await reading).Events);
    }

    [Fact]
    public async Task Whoever_comes_back_after_what_it_missed_was_forgotten_is_told_so()
    {
        await _app.SubmitLeaveAsync(days: 1);
        var page = Expect.Success(await ReadAsync(_app, All));
        await _app.SubmitLeaveAsync(days: 1);
        await _app.SubmitLeaveAsync(days: 1);
        _app.Clock.Advance(TimeSpan.FromDays(91));
        await _app.SubmitLeaveAsync(days: 1);

        await _app.Get<EventDesk>().SweepAsync(_app.Clock.GetUtcNow() - TimeSpan.FromDays(90), CancellationToken.None);

        Expect.Refused(EventRefusals.CursorExpired, await ReadAsync(_app, All with { After = page.After }));
        Assert.Equal(4, Assert.Single(Expect.Success(await ReadAsync(_app, All)).Events).Number);
        Assert.Equal(4, Assert.Single(Expect.Success(await ReadAsync(_app, All with { After = 3 })).Events).Number);
    }

    [Fact]
    public async Task A_cursor_that_the_feed_has_not_come_to_is_refused()
    {
        Expect.Refused(EventRefusals.CursorUnknown, await ReadAsync(_app, All with { After = 5 }));
    }

    [Fact]
    public async Task Whoever_begins_with_the_latest_hears_only_of_what_comes()
    {
        await _app.SubmitLeaveAsync(days: 1);
        var page = Expect.Success(await ReadAsync(_app, All with { IsLatest = true }));
        var ticket = Expect.Success(await _app.SubmitLeaveAsync(days: 1));

        Assert.Empty(page.Events);
        Assert.Equal(ticket, Assert.Single(Expect.Success(await ReadAsync(_app, All with { After = page.After })).Events).Ticket.Id);
    }

    [Fact]
    public async Task A_deletion_is_told_to_whoever_saw_the_ticket()
    {
        var ticket = Expect.Success(await _app.SubmitLeaveAsync(days: 1));
        await _app.AsAsync("anqi", (DeleteTicketHandler handler, Actor actor) => handler.HandleAsync(new DeleteTicket(ticket, null, "filed twice"), actor, default));

        var told = Expect.Success(await ReadAsync(_app, All, await _app.PersonAsync("lin"))).Events;

        Assert.Equal([TicketNewsKind.Created, TicketNewsKind.Closed, TicketNewsKind.Deleted], told.Select(one => one.News.Kind).Order());
        Assert.Equal("filed twice", told[^1].News.Comment);
    }

    private static async Task<int> NumberAsync(TestApp app) =>
        Expect.Success(await app.UseCases.RunAsync((NumberEventsHandler handler) => handler.HandleAsync(CancellationToken.None)));

    private static Task<LoonFlow.Domain.Common.Result<EventPage>> ReadAsync(TestApp app, EventsAsked asked, Actor? reader = null, TimeSpan wait = default) =>
        app.Get<EventDesk>().ReadAsync(asked, wait, reader ?? new Actor.Caller(new ApplicationReach(new ApplicationId(1), null)), CancellationToken.None);

    /// <summary>Files a ticket, moves it, and comments on it, on both instances in turn.</summary>
    private async Task WriteAsync(TestApp behind, int comments)
    {
        var ticket = Expect.Success(await _app.SubmitLeaveAsync(days: 1));
        Expect.Accepted(await behind.TakeAsync(ticket, "wu", TransitionKind.Agree));

        for (var number = 0; number < comments; number++)
        {
            var app = number % 2 == 0 ? _app : behind;
            Expect.Accepted(await app.AsAsync("lin", (CommentOnTicketHandler handler, Actor actor) => handler.HandleAsync(new CommentOnTicket(ticket, "more"), actor, default)));
        }
    }

    private async Task<HashSet<Guid>> IdsAsync() => [.. (await RowsAsync()).Select(row => row.Id)];

    private async Task<List<TicketEventRow>> RowsAsync()
    {
        await using var db = await _app.DbAsync();

        return await db.TicketEvents.AsNoTracking().OrderBy(row => row.Number).ToListAsync();
    }
}
