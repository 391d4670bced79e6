using LoonFlow.Domain.Access;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets;

namespace LoonFlow.Tests.Features.Tickets;

public sealed class TicketQueriesTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_ticket_that_is_not_for_someone_looks_like_one_that_does_not_exist()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;

        Assert.Null(await FindAsync(id, "cai"));
        Assert.Null(await FindAsync(new TicketId(404), "cai"));
        Assert.Null(await FindAsync(new TicketId(-1), "anqi"));
    }

    [Fact]
    public async Task Whoever_filed_handled_or_administers_a_ticket_sees_it()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2, title: "Holiday")).Value;
        await _app.TakeAsync(id, "wu", TransitionKind.Agree);

        foreach (var userName in (string[])["lin", "wu", "sun", "anqi"])
        {
            Assert.Equal("Holiday", (await FindAsync(id, userName))?.Title);
        }
    }

    [Fact]
    public async Task What_is_offered_is_accepted_on_the_revision_that_was_shown()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;
        var view = (await FindAsync(id, "wu"))!;

        var result = await _app.TakeAsync(id, "wu", view.Actions.OfType<TicketAction.Take>().First().Transition.Kind, view.Revision);

        Assert.True(result.Succeeded);
    }

    [Fact]
    public async Task A_ticket_costs_three_queries_however_much_happened_to_it()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;
        await FindAsync(id, "lin");
        var lin = await _app.PersonAsync("lin");

        for (var times = 0; times < 10; times++)
        {
            await CommentAsync(id, $"Comment {times}");
        }

        _app.Commands.Reset();
        await _app.Get<TicketQueries>().FindAsync(id, lin, wholeHistory: false, default);

        Assert.Equal(3, _app.Commands.Commands);
    }

    [Fact]
    public async Task A_long_history_is_cut_until_all_of_it_is_asked_for()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;

        for (var times = 0; times < TicketQueries.HistoryLines; times++)
        {
            await CommentAsync(id, $"Comment {times}");
        }

        var cut = (await FindAsync(id, "lin"))!;
        var whole = (await FindAsync(id, "lin", wholeHistory: true))!;

        Assert.Equal((TicketQueries.HistoryLines, true), (cut.History.Count, cut.IsHistoryCut));
        Assert.Equal("Comment 0", cut.History[0].Comment);
        Assert.Equal((TicketQueries.HistoryLines + 1, false), (whole.History.Count, whole.IsHistoryCut));
        Assert.Equal(FlowLogAction.Submitted, whole.History[0].Action);
    }

    [Fact]
    public async Task News_are_what_happened_since_a_ticket_was_seen()
    {
        var id = (await _app.SubmitLeaveAsync(days: 2)).Value;
        var seen = (await FindAsync(id, "lin"))!;

        Assert.Null((await FindAsync(id, "lin"))!.NewsSince(seen));

        await _app.TakeAsync(id, "wu", TransitionKind.Agree);

        Assert.Equal("吴珊 Wu Shan", (await FindAsync(id, "lin"))!.NewsSince(seen)?.By?.Name);
    }

    private async Task<TicketView?> FindAsync(TicketId id, string userName, bool wholeHistory = false) =>
        await _app.Get<TicketQueries>().FindAsync(id, await _app.PersonAsync(userName), wholeHistory, default);

    private Task CommentAsync(TicketId id, string comment) =>
        _app.AsAsync("lin", (CommentOnTicketHandler handler, Actor actor) => handler.HandleAsync(new CommentOnTicket(id, comment), actor, default));
}
