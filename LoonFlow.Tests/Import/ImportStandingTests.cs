using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Import;
using static LoonFlow.Tests.Support.TicketDump;

namespace LoonFlow.Tests.Import;

/// <summary>Who must act on an imported ticket, and what they are offered.</summary>
public sealed class ImportStandingTests : IAsyncLifetime
{
    private static readonly TicketId Id = new(1);

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartEmptyAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData(1, "eve", "Person 3", "")]
    [InlineData(2, "bob, eve,gone", "Person 2 Person 3", "“gone”, who should act on it, is unknown or deleted")]
    [InlineData(3, "1", "Department 1", "")]
    [InlineData(4, "1", "Role 1", "")]
    [InlineData(5, "creator", "Person 1", "")]
    [InlineData(5, "creator_tl", "Person 2", "")]
    [InlineData(1, "gone", "Person 9", "“gone”, who should act on it, is unknown or deleted|nobody of “gone” (type 1) can act on it")]
    [InlineData(3, "44", "Person 9", "it waits for “44” of account_loondept, which is unknown or deleted|nobody of “44” (type 3) can act on it")]
    [InlineData(0, "", "Person 9", "nobody of “” (type 0) can act on it")]
    [InlineData(6, "3", "Person 9", "a script or hook has it, and “Review” runs none|nobody of “3” (type 6) can act on it")]
    public async Task Participants_are_read_by_their_type_and_never_nobody(int type, string written, string expected, string problems)
    {
        var report = await _app.ImportAsync(SmallDump.Everything
            + $"INSERT INTO account_loonuser (id, username, alias, dept_id, password, is_active, is_admin) VALUES (9, 'root', 'Root', 0, '{SmallDump.Hash}', 1, 1);"
            + Ticket(1, ("participant_type_id", type), ("participant", written), ("relation", "")) + Log(1));

        Assert.Equal(expected, string.Join(' ', (await VisitAsync()).Participants.OrderBy(who => who.Key).Select(who => $"{who.Kind} {who.Key}")));
        Assert.Equal(problems.Length == 0 ? [] : problems.Split('|').Select(problem => $"1: {problem}"), report.Reasons(SourceTable.Tickets));
    }

    [Fact]
    public async Task What_several_have_is_claimed_first_and_what_was_claimed_stays_so()
    {
        await _app.ImportAsync(SmallDump.Everything + Ticket(1, ("participant_type_id", 2), ("participant", "bob,eve")) + Log(1)
            + Ticket(2) + Log(2, ("ticket_id", 2)) + Log(3, ("ticket_id", 2), ("transition_id", 0), ("intervene_type_id", 4), ("participant", "bob"), ("state_id", 2)));

        Assert.Equal(["Claim", "AddComment"], (await OfferedAsync("bob")).Where(action => action is "Claim" or "Take" or "AddComment"));
        Assert.Equal(new UserId(2), (await _app.TicketAsync(new TicketId(2))).OpenVisits.Single().ClaimedBy);
        Assert.Null((await _app.TakeAsync(new TicketId(2), "bob", TransitionKind.Agree)).Refusal);
    }

    [Fact]
    public async Task An_open_consultation_is_answered_to_its_asker()
    {
        await _app.ImportAsync(SmallDump.Everything + Ticket(1, ("participant", "eve"), ("in_add_node", 1), ("add_node_man", "bob")) + Log(1)
            + Log(2, ("transition_id", 0), ("intervene_type_id", 2), ("participant", "bob"), ("state_id", 2), ("ticket_data", """{"participant": "eve", "participant_type_id": 1}""")));

        Assert.Contains("AnswerConsultation", await OfferedAsync("eve"));
        Assert.DoesNotContain("Take", await OfferedAsync("eve"));
        var view = await _app.Get<TicketQueries>().FindAsync(Id, await _app.PersonAsync("eve"), wholeHistory: true, default);
        Assert.Equal((FlowLogAction.Consulted, "Eve"), (view!.History[1].Action, view.History[1].Target!.Name));
    }

    [Theory]
    [InlineData("""{"bob": {"transition_id": 2, "transition_name": "Agree"}, "eve": {}}""", "eve", false)]
    [InlineData("""{"bob": {}, "eve": {}}""", "bob eve", false)]
    [InlineData("""{"bob": {"transition_id": 2}, "eve": {"transition_id": 3}}""", "", true)]
    public async Task Where_every_one_decides_those_who_have_not_are_asked(string map, string expected, bool isUndecided)
    {
        await _app.ImportAsync(SmallDump.Everything.Replace("participant_type_id, participant, is_deleted) VALUES (1", "participant_type_id, participant, is_deleted, distribute_type_id) VALUES (1", StringComparison.Ordinal)
                .Replace("5, 'creator', 0)", "5, 'creator', 0, 1)", StringComparison.Ordinal).Replace("1, 'bob', 0)", "2, 'bob,eve', 0, 4)", StringComparison.Ordinal).Replace("0, '', 0)", "0, '', 0, 1)", StringComparison.Ordinal)
            + "INSERT INTO workflow_transition (id, workflow_id, name, transition_type_id, source_state_id, destination_state_id, attribute_type_id, is_deleted) VALUES (3, 1, 'No', 1, 2, 3, 2, 0);"
            + Ticket(1, ("participant_type_id", 2), ("participant", "bob,eve"), ("multi_all_person", map)) + Log(1));

        var visit = await VisitAsync();
        var company = await _app.CompanyAsync();
        Assert.Equal(2, visit.Seats.Count);
        Assert.Equal(expected, string.Join(' ', visit.Participants.Select(who => company.User(who.Person!.Value)!.UserName)));
        Assert.Equal(isUndecided, visit.IsUndecided);
    }

    [Theory]
    [InlineData("6, '5'", 6, 1, AutomationStatus.Failed)]
    [InlineData("6, '5'", 6, 0, AutomationStatus.Failed)]
    [InlineData("10, '{\"hook_url\": \"https://hook.example/x\", \"hook_token\": \"t\", \"wait\": true}'", 10, 1, AutomationStatus.AwaitingAnswer)]
    [InlineData("10, '{\"hook_url\": \"https://hook.example/x\", \"hook_token\": \"t\", \"wait\": true}'", 10, 0, AutomationStatus.Failed)]
    [InlineData("10, '{\"hook_url\": \"https://hook.example/x\", \"hook_token\": \"t\", \"wait\": false}'", 10, 1, AutomationStatus.Failed)]
    public async Task What_runs_by_itself_waits_for_its_answer_or_for_somebody_who_tries_again(string participants, int type, int lastResult, AutomationStatus expected)
    {
        await _app.ImportAsync(SmallDump.People + SmallDump.Workflow + SmallDump.Fields + SmallDump.StatesWith(participants) + SmallDump.Transitions
            + "INSERT INTO workflow_workflowscript (id, name, saved_name, is_active) VALUES (5, 'Grant', 'workflow_script/grant.py', 1);"
            + Ticket(1, ("participant_type_id", type), ("participant", "***"), ("script_run_last_result", lastResult)) + Log(1));

        Assert.Equal(expected, (await VisitAsync()).Automation!.Status);
        Assert.Contains("RetryAutomation", await OfferedAsync("ann"));
        await using var db = await _app.DbAsync();
        Assert.Empty(db.Outbox);
    }

    [Theory]
    [InlineData(172_800, "2026-03-03T01:00:00+00:00")]
    [InlineData(3_600, null)]
    public async Task Timers_count_from_the_last_move_unless_their_time_has_passed(int seconds, string? due)
    {
        await _app.ImportAsync(SmallDump.Everything
            + $"INSERT INTO workflow_transition (id, workflow_id, name, transition_type_id, timer, source_state_id, destination_state_id, attribute_type_id, field_require_check) VALUES (5, 1, 'Too late', 2, {seconds}, 2, 3, 2, 0);"
            + Ticket(1) + Log(1, ("gmt_created", "2026-03-01 09:00:00")));

        var expected = due is null ? _app.Clock.GetUtcNow().AddSeconds(seconds) : DateTimeOffset.Parse(due, CultureInfo.InvariantCulture);
        Assert.Equal(expected, (await VisitAsync()).NextDueAt);
    }

    private async Task<Visit> VisitAsync() => (await _app.TicketAsync(Id)).OpenVisits.Single();

    private async Task<IReadOnlyList<string>> OfferedAsync(string reader) =>
        [.. (await _app.Get<TicketQueries>().FindAsync(Id, await _app.PersonAsync(reader), wholeHistory: true, default))!.Actions.Select(action => action.GetType().Name)];
}
