using System.Text.Json;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Features.Workflows.Drafts;
using LoonFlow.Web.Features.Workflows.Versions;
using LoonFlow.Web.Loonflow;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Workflows;

public sealed class DraftsTests : IAsyncLifetime
{
    private const string Admin = "anqi";

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_workflow_built_piece_by_piece_is_published_as_soon_as_it_can_be()
    {
        var workflow = (await CreateAsync(new { name = "Loan", description = "Lends money" })).Value;
        Assert.False(workflow.IsPublished);
        Assert.Contains("Add the start state: the form with which a ticket is filed.", workflow.InTheWay);

        var id = workflow.Workflow;
        var field = await AddFieldAsync(id, new { field_type_id = 10, field_key = "sum", field_name = "Sum" });
        var start = await AddStateAsync(id, new { name = "New", type_id = 1, participant_type_id = 5, participant = "creator", state_field_str = """{"title": 2, "sum": 2}""" });
        var review = await AddStateAsync(id, new { name = "Review", participant_type_id = "1", participant = "wu", distribute_type_id = 2 });
        var end = await AddStateAsync(id, new { name = "End", type_id = 2, participant_type_id = 0, participant = "" });
        await AddTransitionAsync(id, new { name = "Submit", source_state_id = start.Part, destination_state_id = review.Part, field_require_check = 1 });
        var last = await AddTransitionAsync(id, new { name = "Agree", source_state_id = review.Part, destination_state_id = end.Part });

        Assert.All([field, start, review, end], step => Assert.False(step.IsPublished));
        Assert.True(last.IsPublished, string.Join(' ', last.InTheWay));
        var published = await PublishedAsync(id);
        Assert.Equal(["New", "Review", "End"], published.States.Select(state => state.Name.Text));
        Assert.Equal(FieldAccess.Required, published.States[0].Access["sum"]);
        Assert.Equal([true, false], published.Transitions.Select(transition => transition.RequiresFields));
    }

    [Fact]
    public async Task What_a_designer_holds_back_is_not_published_by_a_callers_edit()
    {
        var before = await _app.WorkflowAsync("Release");
        var state = before.States.First(one => one.Kind is StateKind.Normal && one.Distribution is Distribution.AllMustProcess);
        var held = before.Document with { Icon = "sunny" };
        Assert.Null((await _app.AsAsync(Admin, (SaveDraftHandler handler, Actor actor) =>
            handler.HandleAsync(new SaveDraft(before.Workflow, 0, before.Document, held), actor, default))).Refusal);

        var saved = await ChangeStateAsync(before.Workflow, state, state.Participants, name: "Renamed");

        Assert.False(saved.IsPublished);
        Assert.Contains("wait in the draft", Assert.Single(saved.InTheWay), StringComparison.Ordinal);
        Assert.Equal((before.Document.Icon, state.Name), ((await PublishedAsync(before.Workflow)) is var published ? (published.Document.Icon, published.State(state.Id).Name) : default));
    }

    [Fact]
    public async Task An_edit_keeps_what_loonflow_has_no_words_for()
    {
        var before = await _app.WorkflowAsync("Release");
        var state = before.States.First(one => one.Kind is StateKind.Normal && one.Distribution is Distribution.AllMustProcess);

        var saved = await ChangeStateAsync(before.Workflow, state, state.Participants, name: "Renamed");

        Assert.True(saved.IsPublished, string.Join(' ', saved.InTheWay));
        var after = await PublishedAsync(before.Workflow);
        var renamed = after.States.Single(one => one.Id == state.Id);
        Assert.Equal("Renamed", renamed.Name.Text);
        Assert.Equal(state.Voting, renamed.Voting);
        Assert.Equal(state.Position, renamed.Position);
        Assert.Equal(before.States.Where(one => one.Kind is StateKind.Fork).Select(one => one.Join), after.States.Where(one => one.Kind is StateKind.Fork).Select(one => one.Join));
        Assert.Equal(before.Number + 1, (await _app.WorkflowAsync("Release")).Number);
    }

    [Fact]
    public async Task What_was_read_and_is_sent_back_changes_nothing()
    {
        foreach (var name in (string[])["Leave", "Purchase", "VPN access", "Release", "Onboarding"])
        {
            var before = await _app.WorkflowAsync(name);

            foreach (var state in before.States)
            {
                await ChangeStateAsync(before.Workflow, state, state.Participants, state.Name.Text);
            }

            var after = await PublishedAsync(before.Workflow);
            Assert.Equal(before.States.Select(Words), after.States.Select(Words));
        }
    }

    [Fact]
    public async Task A_timer_transition_brings_its_timer_and_takes_it_along()
    {
        var leave = await _app.WorkflowAsync("Leave");
        var state = leave.States.First(one => one.Kind is StateKind.Normal && !one.IsAutomatic);
        var end = leave.States.First(one => one.Kind is StateKind.End);

        var added = await AddTransitionAsync(leave.Workflow, new { name = "Too late", transition_type_id = 2, timer = 3600, source_state_id = state.Id.Value, destination_state_id = end.Id.Value, attribute_type_id = 2 });

        var timer = Assert.Single((await PublishedAsync(leave.Workflow)).States.Single(one => one.Id == state.Id).Timers, one => TransitionCodes.Takes(one, new TransitionId(added.Part)));
        Assert.Equal(TimeSpan.FromHours(1), timer.After);

        var removed = await _app.AsAsync(Admin, (RemoveTransitionHandler handler, Actor actor) =>
            handler.HandleAsync(new RemoveTransition(leave.Workflow, new TransitionId(added.Part)), actor, CancellationToken.None));

        Assert.True(removed.Value.IsPublished);
        Assert.DoesNotContain((await PublishedAsync(leave.Workflow)).States.SelectMany(one => one.Timers), one => TransitionCodes.Takes(one, new TransitionId(added.Part)));
    }

    [Fact]
    public async Task A_token_becomes_a_secret_and_is_never_written_back()
    {
        var leave = await _app.WorkflowAsync("Leave");
        var hook = """{"hook_url": "https://hook.example/x", "hook_token": "t0k", "wait": true}""";

        var added = await AddStateAsync(leave.Workflow, new { name = "Call", participant_type_id = 10, participant = hook });

        await using var db = await _app.DbAsync();
        var state = (await db.WorkflowDrafts.SingleAsync(draft => draft.Workflow == leave.Workflow)).Document.States.Single(one => one.Id.Value == added.Part);
        var call = Assert.IsType<ParticipantSpec.Hook>(state.Participants).Call;
        Assert.Equal($"state-{added.Part}", call.SecretName);
        Assert.NotNull(await db.Secrets.SingleAsync(secret => secret.Name == call.SecretName));
        Assert.DoesNotContain("t0k", ParticipantWriting.Text(state.Participants, await _app.CompanyAsync()), StringComparison.Ordinal);

        await ChangeStateAsync(leave.Workflow, state, new ParticipantSpec.Hook(call with { Url = "https://hook.example/y" }), "Call");

        var changed = (await db.WorkflowDrafts.AsNoTracking().SingleAsync(draft => draft.Workflow == leave.Workflow)).Document.States.Single(one => one.Id == state.Id);
        Assert.Equal(call with { Url = "https://hook.example/y" }, Assert.IsType<ParticipantSpec.Hook>(changed.Participants).Call);
    }

    [Theory]
    [InlineData("""{"name": ""}""", "name")]
    [InlineData("""{"name": 7, "type_id": 9}""", "type_id")]
    [InlineData("""{"name": "A", "type_id": "one"}""", "type_id")]
    [InlineData("""{"name": "A", "participant_type_id": 1, "participant": "wu,nobody"}""", "participant")]
    [InlineData("""{"name": "A", "participant_type_id": 3, "participant": "999999"}""", "participant")]
    [InlineData("""{"name": "A", "participant_type_id": 6, "participant": "77"}""", "participant")]
    [InlineData("""{"name": "A", "participant_type_id": 10, "participant": "{}"}""", "participant")]
    [InlineData("""{"name": "A", "participant_type_id": 10, "participant": "{\"hook_url\": \"ftp://x\"}"}""", "participant")]
    [InlineData("""{"name": "A", "participant_type_id": 99999999999999999999}""", "participant_type_id")]
    [InlineData("""{"name": "A", "distribute_type_id": 8}""", "distribute_type_id")]
    [InlineData("""{"name": "A", "state_field_str": "{title: 2"}""", "state_field_str")]
    [InlineData("""{"name": "A", "state_field_str": "{\"title\": 4}"}""", "state_field_str")]
    [InlineData("""{"name": "A", "sub_workflow_id": 123456}""", "sub_workflow_id")]
    [InlineData("""{"name": "A", "label": "{"}""", "label")]
    public async Task A_wrong_state_is_refused_and_its_member_named(string body, string member)
    {
        var leave = await _app.WorkflowAsync("Leave");

        var refused = await _app.AsAsync(Admin, (AddStateHandler handler, Actor actor) =>
            handler.HandleAsync(new AddState(leave.Workflow, Said(body)), actor, CancellationToken.None));

        await AssertRefusedAsync(refused, leave, member);
    }

    [Theory]
    [InlineData("""{"field_key": "x", "field_name": "X"}""", "field_type_id")]
    [InlineData("""{"field_key": "x", "field_name": "X", "field_type_id": 58}""", "field_type_id")]
    [InlineData("""{"field_key": "", "field_name": "X", "field_type_id": 5}""", "field_key")]
    [InlineData("""{"field_key": "a b", "field_name": "X", "field_type_id": 5}""", "field_key")]
    [InlineData("""{"field_key": "transition_id", "field_name": "X", "field_type_id": 5}""", "field_key")]
    [InlineData("""{"field_key": "leave_days", "field_name": "X", "field_type_id": 5}""", "field_key")]
    [InlineData("""{"field_key": "x", "field_name": "X", "field_type_id": 35}""", "field_choice")]
    [InlineData("""{"field_key": "x", "field_name": "X", "field_type_id": 35, "field_choice": "[[]]"}""", "field_choice")]
    [InlineData("""{"field_key": "x", "field_name": "X", "field_type_id": 35, "field_choice": "many"}""", "field_choice")]
    [InlineData("""{"field_key": "x", "field_name": "X", "field_type_id": 20, "boolean_field_display": "yes"}""", "boolean_field_display")]
    public async Task A_wrong_field_is_refused_and_its_member_named(string body, string member)
    {
        var leave = await _app.WorkflowAsync("Leave");

        var refused = await _app.AsAsync(Admin, (AddFieldHandler handler, Actor actor) =>
            handler.HandleAsync(new AddField(leave.Workflow, Said(body)), actor, CancellationToken.None));

        await AssertRefusedAsync(refused, leave, member);
    }

    [Theory]
    [InlineData("\"name\": \"\"", "name")]
    [InlineData("\"source_state_id\": 1", "source_state_id")]
    [InlineData("\"destination_state_id\": \"\"", "destination_state_id")]
    [InlineData("\"attribute_type_id\": 4", "attribute_type_id")]
    [InlineData("\"transition_type_id\": 3", "transition_type_id")]
    [InlineData("\"transition_type_id\": 2", "timer")]
    [InlineData("\"transition_type_id\": 2, \"timer\": 99999999999", "timer")]
    [InlineData("\"condition_expression\": \"days > 3\"", "condition_expression")]
    [InlineData("\"condition_expression\": \"[{\\\"expression\\\": \\\"{days} >\\\", \\\"target_state_id\\\": FROM}]\"", "condition_expression")]
    [InlineData("\"condition_expression\": \"[{\\\"expression\\\": \\\"{days} > 3\\\", \\\"target_state_id\\\": 1}]\"", "condition_expression")]
    public async Task A_wrong_transition_is_refused_and_its_member_named(string wrong, string member)
    {
        var leave = await _app.WorkflowAsync("Leave");
        var from = leave.States.First(state => state.Kind is StateKind.Normal).Id.Value;
        var right = $"\"name\": \"Go\", \"source_state_id\": {from}, \"destination_state_id\": {from}";
        var body = $"{{{string.Join(", ", right.Split(", ").Where(part => !part.StartsWith(wrong.Split(':')[0], StringComparison.Ordinal)).Append(wrong.Replace("FROM", $"{from}", StringComparison.Ordinal)))}}}";

        var refused = await _app.AsAsync(Admin, (AddTransitionHandler handler, Actor actor) =>
            handler.HandleAsync(new AddTransition(leave.Workflow, Said(body)), actor, CancellationToken.None));

        await AssertRefusedAsync(refused, leave, member);
    }

    [Theory]
    [InlineData("""{"period": 24}""")]
    [InlineData("""{"count": 1}""")]
    [InlineData("""{"period": 24, "count": 1, "level": 3}""")]
    [InlineData("""{"period": -1, "count": 1}""")]
    [InlineData("""{"allow_persons": "nobody"}""")]
    [InlineData("[1]")]
    [InlineData("{")]
    public async Task Limits_are_refused_when_they_are_set(string limits)
    {
        var leave = await _app.WorkflowAsync("Leave");
        var said = new RequestRecord(JsonSerializer.SerializeToElement(new { name = "Leave", limit_expression = limits }));

        var refused = await _app.AsAsync(Admin, (ChangeWorkflowHandler handler, Actor actor) =>
            handler.HandleAsync(new ChangeWorkflow(leave.Workflow, said), actor, CancellationToken.None));

        await AssertRefusedAsync(refused, leave, "limit_expression");
    }

    [Fact]
    public async Task Removing_a_state_that_is_still_led_to_waits_in_the_draft()
    {
        var leave = await _app.WorkflowAsync("Leave");
        var state = leave.States.First(one => one.Kind is StateKind.Normal);

        var removed = await _app.AsAsync(Admin, (RemoveStateHandler handler, Actor actor) =>
            handler.HandleAsync(new RemoveState(leave.Workflow, state.Id), actor, CancellationToken.None));

        Assert.False(removed.Value.IsPublished);
        Assert.Contains(removed.Value.InTheWay, problem => problem.Contains("does not exist", StringComparison.Ordinal));
        Assert.Equal(leave.Id, (await _app.WorkflowAsync("Leave")).Id);
    }

    [Fact]
    public async Task A_renamed_key_is_followed_by_the_forms()
    {
        var leave = await _app.WorkflowAsync("Leave");
        var field = leave.Fields.First(one => leave.Start.Access.ContainsKey(one.Key) && one.Type is FieldType.TextArea);
        var said = new RequestRecord(JsonSerializer.SerializeToElement(new { field_type_id = (int)field.Type, field_key = "why", field_name = "Why" }));

        var changed = await _app.AsAsync(Admin, (ChangeFieldHandler handler, Actor actor) =>
            handler.HandleAsync(new ChangeField(leave.Workflow, field.Id, said), actor, CancellationToken.None));

        Assert.True(changed.Succeeded);
        await using var db = await _app.DbAsync();
        var document = (await db.WorkflowDrafts.SingleAsync(draft => draft.Workflow == leave.Workflow)).Document;
        Assert.Equal(leave.Start.Access[field.Key], document.States.Single(state => state.Id == leave.Start.Id).Access["why"]);
        Assert.DoesNotContain(document.States, state => state.Access.ContainsKey(field.Key));
    }

    [Fact]
    public async Task Whoever_does_not_administer_a_workflow_hears_that_there_is_none()
    {
        var leave = await _app.WorkflowAsync("Leave");

        var refused = await _app.AsAsync("lin", (RemoveStateHandler handler, Actor actor) =>
            handler.HandleAsync(new RemoveState(leave.Workflow, leave.Start.Id), actor, CancellationToken.None));
        var added = await _app.AsAsync("lin", (CreateWorkflowHandler handler, Actor actor) =>
            handler.HandleAsync(new CreateWorkflow(Said("""{"name": "Mine"}""")), actor, CancellationToken.None));

        Assert.Equal(WorkflowRefusals.UnknownWorkflow, refused.Refusal);
        Assert.Equal(WorkflowRefusals.NotYoursToAdd, added.Refusal);
    }

    [Fact]
    public async Task An_edit_of_something_older_is_refused()
    {
        var leave = await _app.WorkflowAsync("Leave");
        var said = Said("""{"name": "Other"}""");

        var first = await _app.AsAsync(Admin, (ChangeWorkflowHandler handler, Actor actor) =>
            handler.HandleAsync(new ChangeWorkflow(leave.Workflow, said, Revision: 0), actor, CancellationToken.None));
        var second = await _app.AsAsync(Admin, (ChangeWorkflowHandler handler, Actor actor) =>
            handler.HandleAsync(new ChangeWorkflow(leave.Workflow, said, Revision: 0), actor, CancellationToken.None));

        Assert.Equal(1, first.Value.Revision);
        Assert.Equal(WorkflowRefusals.ChangedMeanwhile, second.Refusal);
    }

    [Fact]
    public async Task Edits_at_the_same_moment_all_count()
    {
        var leave = await _app.WorkflowAsync("Leave");

        await Task.WhenAll(Enumerable.Range(0, 5).Select(number => AddFieldAsync(leave.Workflow, new { field_type_id = 5, field_key = $"extra{number}", field_name = "Extra" })));

        Assert.Equal(leave.Fields.Count + 5, (await PublishedAsync(leave.Workflow)).Fields.Count);
    }

    [Fact]
    public async Task A_retired_workflow_takes_no_tickets()
    {
        var leave = await _app.WorkflowAsync("Leave");

        var retired = await _app.AsAsync(Admin, (ArchiveWorkflowHandler handler, Actor actor) =>
            handler.HandleAsync(new ArchiveWorkflow(leave.Workflow, IsArchived: true), actor, CancellationToken.None));

        Assert.True(retired.Succeeded);
        Assert.Null(await _app.Get<WorkflowStore>().PublishedAsync(leave.Workflow, CancellationToken.None));
    }

    [Fact]
    public async Task A_huge_list_of_choices_is_refused_at_once()
    {
        var leave = await _app.WorkflowAsync("Leave");
        var choices = JsonSerializer.Serialize(Enumerable.Range(0, 200_000).ToDictionary(number => $"{number}", number => "x"));
        var said = new RequestRecord(JsonSerializer.SerializeToElement(new { field_key = "x", field_name = "X", field_type_id = 35, field_choice = choices }));

        var refused = await _app.AsAsync(Admin, (AddFieldHandler handler, Actor actor) => handler.HandleAsync(new AddField(leave.Workflow, said), actor, CancellationToken.None));

        await AssertRefusedAsync(refused, leave, "field_choice");
    }

    [Fact]
    public async Task Reading_all_workflows_costs_as_much_as_reading_one()
    {
        var (views, anqi, leave) = (_app.Get<WorkflowViews>(), await _app.PersonAsync(Admin), await _app.WorkflowAsync("Leave"));
        await AddFieldAsync(leave.Workflow, new { field_type_id = 5, field_key = "extra", field_name = "Extra" });
        await views.AllAsync(anqi, CancellationToken.None);

        _app.Commands.Reset();
        Assert.True((await views.FindAsync(leave.Workflow, anqi, CancellationToken.None)).Succeeded);
        var one = _app.Commands.Commands;
        _app.Commands.Reset();
        Assert.True((await views.AllAsync(anqi, CancellationToken.None)).Count > 4);

        Assert.Equal(3, one);
        Assert.Equal(one, _app.Commands.Commands);
    }

    private static RequestRecord Said(string json) => new(JsonDocument.Parse(json).RootElement);

    private static string Words(State state) =>
        $"{state.Name} {state.Name.English} {state.Kind} {state.Participants} {state.Distribution} {state.Voting} {state.Children} {string.Join(' ', state.Access.OrderBy(pair => pair.Key, StringComparer.Ordinal))}";

    private async Task AssertRefusedAsync(Result<SavedDraft> refused, WorkflowVersion workflow, string member)
    {
        Assert.Equal(WorkflowRefusals.EditNotValid.Code, refused.Refusal?.Code);
        Assert.Contains(refused.Refusal!.Fields, problem => problem.Key == member);
        await using var db = await _app.DbAsync();
        Assert.Empty(await db.WorkflowDrafts.ToListAsync());
        Assert.Equal(workflow.Id, (await db.Workflows.SingleAsync(row => row.Id == workflow.Workflow)).Published);
    }

    private Task<Result<SavedDraft>> CreateAsync(object body) => _app.AsAsync(Admin, (CreateWorkflowHandler handler, Actor actor) =>
        handler.HandleAsync(new CreateWorkflow(new RequestRecord(JsonSerializer.SerializeToElement(body))), actor, CancellationToken.None));

    private async Task<SavedDraft> AddFieldAsync(WorkflowId id, object body) => (await _app.AsAsync(Admin, (AddFieldHandler handler, Actor actor) =>
        handler.HandleAsync(new AddField(id, new RequestRecord(JsonSerializer.SerializeToElement(body))), actor, CancellationToken.None))).Value;

    private async Task<SavedDraft> AddStateAsync(WorkflowId id, object body) => (await _app.AsAsync(Admin, (AddStateHandler handler, Actor actor) =>
        handler.HandleAsync(new AddState(id, new RequestRecord(JsonSerializer.SerializeToElement(body))), actor, CancellationToken.None))).Value;

    private async Task<SavedDraft> AddTransitionAsync(WorkflowId id, object body) => (await _app.AsAsync(Admin, (AddTransitionHandler handler, Actor actor) =>
        handler.HandleAsync(new AddTransition(id, new RequestRecord(JsonSerializer.SerializeToElement(body))), actor, CancellationToken.None))).Value;

    /// <summary>Sends a state back as loonflow's callers read it.</summary>
    private async Task<SavedDraft> ChangeStateAsync(WorkflowId id, State state, ParticipantSpec participants, string name)
    {
        var body = new
        {
            name,
            type_id = StateCodes.Of(state.Kind),
            order_id = state.Order,
            is_hidden = state.IsHidden ? 1 : 0,
            remember_last_man_enable = state.RemembersLastHandler ? 1 : 0,
            sub_workflow_id = state.Children?.Workflow?.Value ?? 0,
            participant_type_id = ParticipantCodes.Of(participants),
            participant = ParticipantWriting.Text(participants, await _app.CompanyAsync()),
            distribute_type_id = StateCodes.Of(state.Distribution),
            state_field_str = JsonSerializer.Serialize(state.Access.ToDictionary(pair => pair.Key, pair => (int)pair.Value)),
            label = state.Label,
        };

        return (await _app.AsAsync(Admin, (ChangeStateHandler handler, Actor actor) =>
            handler.HandleAsync(new ChangeState(id, state.Id, new RequestRecord(JsonSerializer.SerializeToElement(body))), actor, CancellationToken.None))).Value;
    }

    private async Task<WorkflowVersion> PublishedAsync(WorkflowId id) => (await _app.Get<WorkflowStore>().PublishedAsync(id, CancellationToken.None))!;
}
