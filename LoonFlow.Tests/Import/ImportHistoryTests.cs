using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Import;
using static LoonFlow.Tests.Support.TicketDump;

namespace LoonFlow.Tests.Import;

/// <summary>What becomes of the lines of loonflow's history.</summary>
public sealed class ImportHistoryTests : IAsyncLifetime
{
    private static readonly TicketId Id = new(1);

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartEmptyAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData(2, 0, "", 1, FlowLogAction.TransitionTaken)]
    [InlineData(0, 1, "take it", 1, FlowLogAction.Forwarded)]
    [InlineData(0, 2, "", 1, FlowLogAction.Consulted)]
    [InlineData(0, 3, "", 1, FlowLogAction.ConsultationAnswered)]
    [InlineData(0, 4, "接单处理", 1, FlowLogAction.Claimed)]
    [InlineData(0, 5, "hm", 1, FlowLogAction.Commented)]
    [InlineData(0, 6, "", 1, FlowLogAction.Deleted)]
    [InlineData(0, 7, "", 1, FlowLogAction.Closed)]
    [InlineData(0, 8, "", 1, FlowLogAction.Jumped)]
    [InlineData(0, 9, "no", 10, FlowLogAction.AutomationFailed)]
    [InlineData(0, 10, "", 1, FlowLogAction.Withdrawn)]
    [InlineData(0, 0, "强制修改工单状态", 1, FlowLogAction.Jumped)]
    [InlineData(0, 0, "强制关闭工单:gone", 1, FlowLogAction.Closed)]
    [InlineData(0, 0, "接单处理", 1, FlowLogAction.Claimed)]
    [InlineData(0, 0, "转交工单", 1, FlowLogAction.Forwarded)]
    [InlineData(0, 0, "加签工单", 1, FlowLogAction.Consulted)]
    [InlineData(0, 0, "加签工单完成", 1, FlowLogAction.ConsultationAnswered)]
    [InlineData(0, 0, "who knows", 1, FlowLogAction.Commented)]
    [InlineData(2, 0, "Traceback", 6, FlowLogAction.AutomationFailed)]
    public async Task Each_line_tells_what_was_done(int transition, int intervention, string words, int participantType, FlowLogAction expected)
    {
        await _app.ImportAsync(SmallDump.Everything + Ticket(1) + Log(1)
            + Log(2, ("transition_id", transition), ("intervene_type_id", intervention), ("suggestion", words), ("participant_type_id", participantType), ("participant", "bob"), ("state_id", 2)));

        Assert.Equal([FlowLogAction.Submitted, expected], (await HistoryAsync()).Select(line => line.Action));
    }

    [Fact]
    public async Task Words_of_states_and_transitions_that_were_deleted_stay()
    {
        await _app.ImportAsync(SmallDump.Everything
            + "INSERT INTO workflow_state (id, workflow_id, name, type_id, is_deleted) VALUES (40, 1, 'Old review', 0, 1);"
            + "INSERT INTO workflow_transition (id, workflow_id, name, transition_type_id, source_state_id, destination_state_id, attribute_type_id, is_deleted) VALUES (50, 1, 'Old way', 1, 40, 2, 1, 1);"
            + Ticket(1) + Log(1) + Log(2, ("transition_id", 50), ("participant", "bob"), ("state_id", 40)) + Log(3, ("transition_id", 60), ("participant", "bob"), ("state_id", 41)));

        Assert.Equal([("New", "Submit"), ("Old review", "Old way"), ("#41", "#60")], (await HistoryAsync()).Select(line => (line.StateName.Text, line.Transition!.Text)));
        Assert.Null((await _app.TakeAsync(Id, "bob", TransitionKind.Agree)).Refusal);
    }

    [Fact]
    public async Task What_the_engine_did_is_the_engines()
    {
        await _app.ImportAsync(SmallDump.Everything + Ticket(1, ("state_id", 3), ("participant_type_id", 0), ("participant", "")) + Log(1)
            + Log(2, ("transition_id", 2), ("participant", "loonrobot"), ("state_id", 2), ("suggestion", "定时器流转")));

        var line = (await HistoryAsync())[1];
        Assert.Equal((null, FlowLogAction.TransitionTaken, "定时器流转"), (line.By, line.Action, line.Comment));
    }

    [Fact]
    public async Task Snapshots_say_what_each_step_changed_and_lines_without_one_change_nothing()
    {
        await _app.ImportAsync(SmallDump.Everything + Ticket(1) + Value(1, 1, "sum", 15, "float_value", 3)
            + Log(1, ("ticket_data", """{"title": "A loan", "sum": 1.0}"""))
            + Log(2, ("transition_id", 0), ("intervene_type_id", 5), ("state_id", 2))
            + Log(3, ("transition_id", 0), ("intervene_type_id", 5), ("state_id", 2), ("ticket_data", """{"sum": 3.0, "title": "A lo""")));

        var view = await _app.Get<TicketQueries>().FindAsync(Id, await _app.PersonAsync("ann"), wholeHistory: true, default);
        Assert.Equal([0, 0, 1], view!.History.Select(line => line.Changes.Count));
        Assert.Equal((new FieldValue.Decimal(1), new FieldValue.Decimal(3)), (view.History[2].Changes[0].Before, view.History[2].Changes[0].After));
    }

    [Fact]
    public async Task The_stays_and_steps_of_a_ticket_are_known()
    {
        await _app.ImportAsync(SmallDump.Everything
            + "INSERT INTO workflow_transition (id, workflow_id, name, transition_type_id, source_state_id, destination_state_id, attribute_type_id, is_deleted) VALUES (3, 1, 'Back', 1, 2, 1, 2, 0);"
            + Value(1, 1, "sum", 15, "float_value", 3) + Ticket(1, ("is_rejected", 1), ("state_id", 1), ("participant", "ann")) + Log(1) + Log(2, ("transition_id", 3), ("participant", "bob"), ("state_id", 2), ("gmt_created", "2020-03-02 10:00:00")));

        var ticket = await _app.TicketAsync(Id);
        Assert.Equal([(0, 1L, 1L), (1, 2L, 2L)], ticket.Steps.Select(step => (step.Visit, step.State.Value, step.By!.Value.Value)));
        Assert.Equal([(1, 2L, false), (2, 1L, true)], ticket.Visits.OrderBy(visit => visit.Number).Select(visit => (visit.Number, visit.State.Value, visit.IsOpen)));
        Assert.Equal(new DateTimeOffset(2020, 3, 2, 2, 0, 0, TimeSpan.Zero), ticket.OpenVisits.Single().EnteredAt);
        Assert.Equal([new UserId(2)], ticket.Visits.Single(visit => !visit.IsOpen).Asked.Select(asked => asked.Who.Person!.Value));
        Assert.Null((await _app.TakeAsync(Id, "ann", TransitionKind.Agree)).Refusal);
    }

    [Fact]
    public async Task Moments_are_the_installations_local_time()
    {
        await _app.ImportAsync(SmallDump.Everything + Ticket(1) + Log(1, ("gmt_created", "2020-03-01 09:00:00.250000")));

        Assert.Equal(new DateTimeOffset(2020, 3, 1, 1, 0, 0, 250, TimeSpan.Zero), (await HistoryAsync())[0].At);
    }

    private async Task<IReadOnlyList<HistoryLine>> HistoryAsync() =>
        (await _app.Get<TicketQueries>().FindAsync(Id, await _app.PersonAsync("ann"), wholeHistory: true, default))!.History;
}
