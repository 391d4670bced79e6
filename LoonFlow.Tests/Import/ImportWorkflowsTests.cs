using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Import;

namespace LoonFlow.Tests.Import;

public sealed class ImportWorkflowsTests : IAsyncLifetime
{
    private const string TransitionColumns =
        "INSERT INTO workflow_transition (id, workflow_id, name, transition_type_id, source_state_id, destination_state_id, attribute_type_id, alert_enable, alert_text, field_require_check, condition_expression) VALUES ";

    private const string FieldColumns =
        "INSERT INTO workflow_customfield (id, workflow_id, field_type_id, field_key, field_name, order_id, default_value, field_choice, boolean_field_display) VALUES ";

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartEmptyAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("1, 'bob'", "people 2", "")]
    [InlineData("2, 'bob, eve,bob,nobody'", "people 2 3", "its participant “nobody” is unknown or deleted")]
    [InlineData("1, 'loonrobot'", "engine", "")]
    [InlineData("3, '1,7'", "departments 1", "its participant, department “7”, is unknown or deleted")]
    [InlineData("4, '1'", "roles 1", "")]
    [InlineData("5, 'creator'", "creator", "")]
    [InlineData("5, 'creator_tl'", "leader", "")]
    [InlineData("6, '5'", "script grant.py", "")]
    [InlineData("6, 'grant.py'", "script grant.py", "")]
    [InlineData("6, 'lost.py'", "script lost.py", "its script “lost.py” is unknown or deleted")]
    [InlineData("7, 'manager'", "fields manager", "")]
    [InlineData("8, 'po'", "parent po", "")]
    [InlineData("10, '{\"hook_url\": \"https://hook.example/x\", \"hook_token\": \"t0k\", \"wait\": true}'", "hook https://hook.example/x state-2 waits", "")]
    [InlineData("11, '{\"external_url\": \"https://who.example\", \"external_token\": \"\"}'", "external https://who.example", "")]
    [InlineData("10, '{}'", "none", "participants of type 10 (“{}”) say nothing that LoonFlow understands")]
    [InlineData("'many', 'bob'", "people 2", "participant_type_id “many” is not a number")]
    public async Task Participants_are_read_by_their_type(string written, string expected, string problem)
    {
        var report = await _app.ImportAsync(
            SmallDump.People + SmallDump.Workflow + SmallDump.Fields + SmallDump.StatesWith(written) + SmallDump.Transitions
            + "INSERT INTO workflow_workflowscript (id, name, saved_name, is_active) VALUES (5, 'Grant', 'workflow_script/grant.py', 1);"
            + FieldColumns + "(2, 1, 60, 'manager', 'Manager', 30, NULL, '{}', NULL);");

        var review = (await _app.ImportedDocumentAsync()).States.Single(state => state.Name.Text == "Review");
        Assert.Equal(expected, Written(review.Participants));
        Assert.Equal(problem.Length == 0 ? [] : [$"2: {problem}"], report.Reasons(SourceTable.States));
    }

    [Fact]
    public async Task A_workflow_that_cannot_be_used_becomes_a_draft_and_its_problems_are_listed()
    {
        var report = await _app.ImportAsync(SmallDump.People + SmallDump.Workflow + SmallDump.Fields + SmallDump.StatesWith("1, 'gone'") + SmallDump.Transitions);

        Assert.Equal(["Loan"], report.Drafts);
        Assert.Equal(["1: “Loan” cannot be used yet: Say who acts in “Review”"], report.Reasons(SourceTable.Workflows));
        await using var db = await _app.DbAsync();
        Assert.Null(Assert.Single(db.Workflows).Published);
        Assert.Equal("Loan", Assert.Single(db.WorkflowDrafts).Document.Name.Text);
    }

    [Fact]
    public async Task Transitions_keep_their_kind_their_question_and_their_branches()
    {
        var report = await _app.ImportAsync(SmallDump.People + SmallDump.Workflow + SmallDump.Fields + SmallDump.States + TransitionColumns
            + """
              (1, 1, 'Submit', 1, 1, 2, 1, 0, '', 1, '[{\"expression\": \"{sum} < 10\", \"target_state_id\": 3}]'),
              (2, 1, 'Agree', 1, 2, 3, 1, 0, '', 1, '[]'),
              (3, 1, 'Return', 1, 2, 1, 2, 1, 'Really?', 0, '');
              """);

        var transitions = (await _app.ImportedDocumentAsync()).Transitions;
        Assert.Empty(report.Problems);
        Assert.Equal([TransitionKind.Agree, TransitionKind.Agree, TransitionKind.Refuse], transitions.Select(transition => transition.Kind));
        Assert.Equal([true, true, false], transitions.Select(transition => transition.RequiresFields));
        Assert.Equal([null, null, new Caption("Really?")], transitions.Select(transition => transition.Confirmation));
        var branch = Assert.Single(transitions[0].Branches);
        Assert.Equal((new StateId(3), "sum < 10"), (branch.To, ConditionText.Write(branch.When)));
    }

    [Fact]
    public async Task Broken_branches_are_listed_and_left_out()
    {
        var report = await _app.ImportAsync(SmallDump.People + SmallDump.Workflow + SmallDump.Fields + SmallDump.States + TransitionColumns
            + """
              (1, 1, 'Submit', 1, 1, 2, 1, 0, '', 1, '[{\"expression\": \"{sum} >\", \"target_state_id\": 3}, {\"expression\": \"{sum} > 1\", \"target_state_id\": 77}, {\"target_state_id\": 3}, {\"expression\": \"{sum} > 9\", \"target_state_id\": \"3\"}]'),
              (2, 1, 'Agree', 1, 2, 3, 1, 0, '', 1, 'not json');
              """);

        Assert.Equal("sum > 9", ConditionText.Write(Assert.Single((await _app.ImportedDocumentAsync()).Transitions[0].Branches).When));
        Assert.Equal(4, report.Problems.Count);
        Assert.Equal(["Loan"], report.Published);
    }

    [Fact]
    public async Task Dangling_transitions_and_parts_of_unknown_workflows_are_left_out_and_listed()
    {
        var report = await _app.ImportAsync(SmallDump.Everything + TransitionColumns
            + """
              (3, 1, 'From nowhere', 1, 98, 2, 1, 0, '', 1, ''),
              (4, 1, 'To nowhere', 1, 2, 99, 1, 0, '', 1, ''),
              (6, 55, 'Elsewhere', 1, 2, 3, 1, 0, '', 1, '');
              """);

        Assert.Equal(2, (await _app.ImportedDocumentAsync()).Transitions.Count);
        Assert.Equal(3, report[SourceTable.Transitions, RowOutcome.Skipped]);
        Assert.Equal(["6", "3", "4"], report.Problems.Select(problem => problem.Row));
    }

    [Theory]
    [InlineData("172800", 172800, "")]
    [InlineData("0", 1, "5: its timer waits 0 seconds")]
    [InlineData("-5", 1, "5: its timer waits -5 seconds")]
    [InlineData("9999999999", 315360000, "5: its timer waits 9999999999 seconds")]
    public async Task A_timer_transition_becomes_a_timer_of_the_state_that_it_leaves(string seconds, int expected, string problem)
    {
        var report = await _app.ImportAsync(SmallDump.Everything
            + "INSERT INTO workflow_transition (id, workflow_id, name, transition_type_id, timer, source_state_id, destination_state_id, attribute_type_id, field_require_check) VALUES "
            + $"(5, 1, 'Too late', 2, {seconds}, 2, 3, 2, 0);");

        var document = await _app.ImportedDocumentAsync();
        var late = document.Transitions.Single(transition => transition.IsAutomatic);
        var timer = Assert.Single(document.States.Single(state => state.Id == late.From).Timers);
        Assert.Equal(new TimerAction.Take(late.Id), timer.Action);
        Assert.Equal(TimeSpan.FromSeconds(expected), timer.After);
        Assert.All(document.States.Where(state => state.Id != late.From), state => Assert.Empty(state.Timers));
        Assert.Equal(problem.Length == 0 ? [] : [problem], report.Reasons(SourceTable.Transitions));
    }

    [Theory]
    [InlineData("同意", TransitionKind.Agree)]
    [InlineData("拒绝", TransitionKind.Refuse)]
    [InlineData("退回", TransitionKind.Refuse)]
    [InlineData("驳回", TransitionKind.Refuse)]
    [InlineData("未生效", TransitionKind.Refuse)]
    [InlineData("不同意", TransitionKind.Refuse)]
    [InlineData("保存", TransitionKind.Other)]
    public async Task In_a_dump_of_the_first_version_the_caption_says_the_kind(string caption, TransitionKind kind)
    {
        var report = await _app.ImportAsync(SmallDump.People + SmallDump.Workflow + SmallDump.Fields + SmallDump.States
            + $"INSERT INTO workflow_transition (id, workflow_id, name, transition_type_id, source_state_id, destination_state_id) VALUES (1, 1, 'Submit', 1, 1, 2), (2, 1, '{caption}', 1, 2, 3);");

        Assert.Equal(kind, (await _app.ImportedDocumentAsync()).Transitions[1].Kind);
        Assert.Equal("all", Assert.Single(report.Problems).Row);
    }

    [Fact]
    public async Task Fields_keep_their_type_their_choices_in_order_and_their_captions()
    {
        var report = await _app.ImportAsync(SmallDump.Everything + FieldColumns
            + """
              (2, 1, 45, 'kind', 'Kind', 30, '2', '{\"9\": \"Nine\", \"2\": \"Two\", \"1\": 1}', NULL),
              (3, 1, 20, 'urgent', 'Urgent', 35, NULL, '{}', '{\"1\": \"Yes!\", \"0\": \"No.\"}'),
              (4, 1, 58, 'rich', 'Rich', 40, NULL, '{}', NULL),
              (5, 1, 5, 'sum', 'Again', 45, NULL, '{}', NULL),
              (6, 1, 5, '', 'No key', 50, NULL, '{}', NULL),
              (7, 1, 35, 'broken', 'Broken', 55, NULL, '{\"1\":', NULL);
              """);

        var fields = (await _app.ImportedDocumentAsync()).Fields.ToDictionary(field => field.Key);
        Assert.Equal(["9", "2", "1"], fields["kind"].Choices.Select(choice => choice.Key));
        Assert.Equal("2", fields["kind"].Default);
        Assert.Equal(("Yes!", "No."), (fields["urgent"].TrueCaption!.Text, fields["urgent"].FalseCaption!.Text));
        Assert.Equal(FieldType.TextArea, fields["rich"].Type);
        Assert.Empty(fields["broken"].Choices);
        Assert.Equal(
            [
                "4: there is no field type 58",
                "5: the workflow has another field with the key “sum”",
                "6: it has no key",
                "7: field_choice is not the JSON that belongs there",
            ],
            report.Reasons(SourceTable.Fields));
    }

    [Theory]
    [InlineData("""{\"title\": \"2\", \"sum\": 3, \"sn\": 1}""", "sn=ReadOnly sum=Optional title=Required", "")]
    [InlineData("""{\"sum\": 2, \"model\": 1}""", "sum=Required", "its form names the unknown field “model”")]
    [InlineData("""{\"sum\": 7}""", "sum=ReadOnly", "its form gives the field “sum” the unknown access “7”")]
    [InlineData("""{\"sum\"}""", "", "state_field_str is not the JSON that belongs there")]
    [InlineData("[]", "", "state_field_str is not the JSON that belongs there")]
    [InlineData("", "", "")]
    public async Task Field_maps_are_read_leniently(string written, string expected, string problem)
    {
        var report = await _app.ImportAsync(SmallDump.People + SmallDump.Workflow + SmallDump.Fields + SmallDump.Transitions
            + SmallDump.States.Replace("'Review', 0, 2, '{}'", $"'Review', 0, 2, '{written}'", StringComparison.Ordinal));

        var access = (await _app.ImportedDocumentAsync()).States[1].Access;
        Assert.Equal(expected, string.Join(' ', access.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}")));
        Assert.Equal(problem.Length == 0 ? [] : [$"2: {problem}"], report.Reasons(SourceTable.States));
    }

    [Fact]
    public async Task States_from_which_nothing_leads_on_end_and_of_several_starts_one_remains()
    {
        var report = await _app.ImportAsync(SmallDump.People + SmallDump.Workflow + SmallDump.Fields + SmallDump.Transitions
            + SmallDump.States.Replace("'Review', 0", "'Review', 1", StringComparison.Ordinal).Replace("'End', 2", "'End', 3", StringComparison.Ordinal));

        Assert.Equal([StateKind.Start, StateKind.Normal, StateKind.End], (await _app.ImportedDocumentAsync()).States.Select(state => state.Kind));
        Assert.Equal(["3: there is no state type 3", "2: it is a start state, and so is state 1"], report.Reasons(SourceTable.States));
        Assert.Equal(["Loan"], report.Published);
    }

    [Fact]
    public async Task Texts_that_are_too_long_are_cut_and_escaped_half_characters_do_no_harm()
    {
        var report = await _app.ImportAsync(SmallDump.Everything.Replace("'Loan', ''", $"'{new string('长', 300)}', 'a\\0b'", StringComparison.Ordinal)
            + FieldColumns + """(2, 1, 45, 'kind', 'Kind', 30, NULL, '{\"1\": \"\\ud800\"}', NULL), (3, 1, 45, 'sort', 'Sort', 30, NULL, '{\"1\": \"a\\u0000b\"}', NULL);""");

        var document = await _app.ImportedDocumentAsync();
        Assert.Equal(Caption.MaxLength, document.Name.Text.Length);
        Assert.Equal("ab", document.Description.Text);
        Assert.Equal("ab", document.Fields.Single(field => field.Key == "sort").Choices[0].Name.Text);
        Assert.Equal(["2: field_choice is not the JSON that belongs there"], report.Reasons(SourceTable.Fields));
    }

    [Fact]
    public async Task Who_may_view_follows_the_workflow()
    {
        await _app.ImportAsync(SmallDump.People + "INSERT INTO workflow_workflow (id, name, view_permission_check) VALUES (1, 'Open', 0), (2, 'Closed', 1);");

        await using var db = await _app.DbAsync();
        Assert.Equal(["Open"], db.Workflows.Where(workflow => workflow.OpenToAll).AsEnumerable().Select(workflow => workflow.Name.Text));
    }

    [Fact]
    public async Task Parts_that_appear_after_their_workflow_was_imported_are_listed()
    {
        await _app.ImportAsync(SmallDump.Everything);

        var report = await _app.ImportAsync(SmallDump.Everything + FieldColumns + "(2, 1, 5, 'late', 'Late', 30, NULL, '{}', NULL);");

        Assert.Equal(["2: its workflow was imported before, without it"], report.Reasons(SourceTable.Fields));
    }

    private static string Written(ParticipantSpec spec) => spec switch
    {
        ParticipantSpec.People people => $"people {string.Join(' ', people.Users.Select(id => id.Value))}",
        ParticipantSpec.Departments departments => $"departments {string.Join(' ', departments.Ids.Select(id => id.Value))}",
        ParticipantSpec.Roles roles => $"roles {string.Join(' ', roles.Ids.Select(id => id.Value))}",
        ParticipantSpec.Script script => $"script {script.Name}",
        ParticipantSpec.Fields fields => $"fields {string.Join(' ', fields.Keys)}",
        ParticipantSpec.ParentFields fields => $"parent {string.Join(' ', fields.Keys)}",
        ParticipantSpec.Hook hook => $"hook {hook.Call.Url} {hook.Call.SecretName}{(hook.Waits ? " waits" : string.Empty)}",
        ParticipantSpec.External external => $"external {external.Call.Url}{external.Call.SecretName}",
        ParticipantSpec.Creator => "creator",
        ParticipantSpec.CreatorsLeader => "leader",
        ParticipantSpec.Engine => "engine",
        _ => "none",
    };
}
