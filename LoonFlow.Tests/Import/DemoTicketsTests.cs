using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Import;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Import;

/// <summary>The five tickets of the original's own demo: each shows, and each is handled on.</summary>
public sealed class DemoTicketsTests : IAsyncLifetime
{
    private TestApp _app = null!;
    private ImportReport _report = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync();

        if (LoonFlowDemoDump.Path is { } path)
        {
            await using var dump = File.OpenRead(path);
            _report = await _app.ImportAsync(dump);
        }
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [DemoDumpFact]
    public async Task They_keep_their_ids_serials_creators_and_moments()
    {
        await using var db = await _app.DbAsync();
        var tickets = await db.Tickets.AsNoTracking().OrderBy(ticket => ticket.Id).ToListAsync();

        Assert.Equal([14, 15, 16, 17, 18], tickets.Select(ticket => ticket.Id.Value));
        Assert.Equal("loonflow_201805130012", tickets[0].Serial);
        Assert.Equal("请假哈哈111哈", tickets[0].Title);
        Assert.All(tickets, ticket => Assert.Equal(new UserId(3), ticket.Creator));
        Assert.Equal(new DateTimeOffset(2018, 5, 13, 22, 24, 41, TimeSpan.FromHours(8)).AddTicks(9_521_320), tickets[0].CreatedAt);
    }

    [DemoDumpFact]
    public async Task Values_have_the_types_of_their_fields()
    {
        var values = (await _app.TicketAsync(new TicketId(14))).Values;

        Assert.Equal(
            [
                new FieldValue.Text("3"),
                new FieldValue.Moment(new DateTimeOffset(2018, 5, 13, 9, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime()),
                new FieldValue.Text("zhangsan1"),
                new FieldValue.Text("喝喜酒"),
                new FieldValue.Moment(new DateTimeOffset(2018, 5, 10, 9, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime()),
                new FieldValue.Text("1"),
            ],
            values.Select(pair => pair.Value));
    }

    [DemoDumpTheory]
    [InlineData(14, "lilei")]
    [InlineData(15, "lilei")]
    [InlineData(16, "lilei")]
    [InlineData(17, "guiji")]
    [InlineData(18, "wangwu")]
    public async Task Each_shows_with_its_whole_history_to_whoever_had_to_do_with_it(long id, string reader)
    {
        var view = await _app.Get<TicketQueries>().FindAsync(new TicketId(id), await _app.PersonAsync(reader), wholeHistory: true, default);

        Assert.Equal(id switch { 14 => 15, 15 => 6, 16 => 1, 17 => 25, _ => 2 }, view!.History.Count);
        Assert.Equal(FlowLogAction.Submitted, view.History[0].Action);
        Assert.All(view.History, line => Assert.Empty(line.Changes));
    }

    [DemoDumpFact]
    public async Task What_the_first_version_only_wrote_in_words_is_told_by_its_kind()
    {
        var view = await _app.Get<TicketQueries>().FindAsync(new TicketId(15), await _app.PersonAsync("lilei"), wholeHistory: true, default);

        Assert.Equal(
            [
                FlowLogAction.Submitted, FlowLogAction.Forwarded, FlowLogAction.Forwarded,
                FlowLogAction.TransitionTaken, FlowLogAction.TransitionTaken, FlowLogAction.Jumped,
            ],
            view!.History.Select(line => line.Action));
        Assert.Equal("发起人-编辑中", view.History[^1].TargetState!.Text);
    }

    [DemoDumpFact]
    public async Task An_open_consultation_is_answered_and_its_asker_goes_on()
    {
        var id = new TicketId(14);
        var visit = (await _app.TicketAsync(id)).OpenVisits.Single().Number;

        Assert.Equal(TicketRefusals.NotAParticipant.Code, (await _app.TakeAsync(id, "lilei", TransitionKind.Agree)).Refusal?.Code);
        Succeeded(await _app.AsAsync("zhangsan", (AnswerConsultationHandler handler, Actor actor) => handler.HandleAsync(new AnswerConsultation(id, visit, null, "好"), actor, default)));
        Succeeded(await _app.TakeAsync(id, "lilei", TransitionKind.Agree));

        Assert.Equal(new StateId(3), (await _app.TicketAsync(id)).State);
    }

    [DemoDumpTheory]
    [InlineData(15, "lilei", 3)]
    [InlineData(16, "lilei", 4)]
    public async Task Running_leaves_are_handled_on(long id, string by, long expected)
    {
        Succeeded(await _app.TakeAsync(new TicketId(id), by, TransitionKind.Agree));

        Assert.Equal(new StateId(expected), (await _app.TicketAsync(new TicketId(id))).State);
    }

    [DemoDumpFact]
    public async Task Work_that_waits_for_several_is_claimed_and_handled()
    {
        var id = new TicketId(18);

        Assert.Equal(TicketRefusals.ClaimFirst.Code, (await _app.TakeAsync(id, "guiji", TransitionKind.Agree)).Refusal?.Code);
        Succeeded(await _app.ClaimAsync(id, "guiji"));
        Succeeded(await _app.TakeAsync(id, "guiji", TransitionKind.Agree));

        Assert.Equal(new StateId(9), (await _app.TicketAsync(id)).State);
    }

    [DemoDumpFact]
    public async Task Advice_asked_of_a_whole_department_goes_back_to_the_asker_who_ends_the_ticket()
    {
        var id = new TicketId(17);

        Succeeded(await _app.TakeAsync(id, "zhangsan", TransitionKind.Agree));

        Assert.Equal(TicketStatus.Finished, (await _app.TicketAsync(id)).Status);
        Assert.Contains(_report.Problems, problem => problem is { Table: SourceTable.Tickets, Row: "17" } && problem.Done == "it went back to the asker");
    }

    private static void Succeeded(Result<TicketId> result) => Assert.Null(result.Refusal);
}
