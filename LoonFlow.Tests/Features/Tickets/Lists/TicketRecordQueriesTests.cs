using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets.Lists;

namespace LoonFlow.Tests.Features.Tickets.Lists;

public sealed class TicketRecordQueriesTests : IAsyncLifetime
{
    private TestApp _app = null!;

    [Theory]
    [InlineData(TicketCategory.All)]
    [InlineData(TicketCategory.Duty)]
    [InlineData(TicketCategory.Relation)]
    [InlineData(TicketCategory.Worked)]
    public async Task A_page_costs_the_same_queries_whatever_its_size(TicketCategory category)
    {
        await FileAsync(12);
        var wu = await _app.PersonAsync("wu");
        var queries = _app.Get<TicketRecordQueries>();
        var filter = new TicketFilter { Category = category };
        await queries.ListAsync(filter, wu, _ => 0, 1, default);

        _app.Commands.Reset();
        var one = Expect.Success(await queries.ListAsync(filter, wu, _ => 0, 1, default));
        var small = _app.Commands.Commands;

        _app.Commands.Reset();
        var all = Expect.Success(await queries.ListAsync(filter, wu, _ => 0, 1_000, default));

        Assert.Single(one.Rows);
        Assert.True(all.Rows.Count >= 4);
        Assert.Equal(4, small);
        Assert.Equal(small, _app.Commands.Commands);
    }

    [Fact]
    public async Task What_is_counted_per_day_is_what_the_reader_may_view()
    {
        await FileAsync(3);
        var counts = _app.Get<TicketCountQueries>();
        var day = new DateOnly(2026, 3, 2);

        var mine = Expect.Success(await counts.PerDayAsync(day, day, only: null, await _app.PersonAsync("lin"), default));
        var others = Expect.Success(await counts.PerDayAsync(day, day, only: null, await _app.PersonAsync("ma"), default));

        Assert.Equal((day, 3), (Assert.Single(mine).Day, mine[0].Count));
        Assert.Empty(others);
    }

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    /// <summary>Leaves that wait for Wu, every third of which she has agreed to.</summary>
    private async Task FileAsync(int count)
    {
        for (var number = 0; number < count; number++)
        {
            var id = (await _app.SubmitLeaveAsync(days: 2)).Value;

            if (number % 3 == 0 && count > 3)
            {
                await _app.TakeAsync(id, "wu", TransitionKind.Agree);
            }
        }
    }
}
