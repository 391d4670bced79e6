using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Workflows;

public sealed class PublishingRulesTests
{
    private static readonly StateId Nowhere = new(404);

    [Fact]
    public void The_workflows_of_the_tests_have_no_problem()
    {
        Assert.Empty(Problems(Leave.Document));
        Assert.Empty(Problems(Vpn.Document));
        Assert.Empty(Problems(Purchase.Document));
        Assert.Empty(Problems(Fine));
    }

    [Fact]
    public void An_empty_document_lacks_a_name_a_start_and_an_end()
    {
        Assert.Equal(
            ["workflow.name_missing", "workflow.no_start", "workflow.no_end"],
            Codes(new WorkflowDocument { Name = "  " }));
    }

    [Fact]
    public void A_second_start_is_one_too_many_and_is_named()
    {
        var second = new State { Id = new StateId(9), Name = "Also new", Kind = StateKind.Start };

        var problem = Problem("workflow.several_starts", Fine with { States = [.. Fine.States, second] });

        Assert.Equal(second.Id, problem.State);
        Assert.Equal(["Also new"], problem.Arguments);
    }

    [Fact]
    public void Several_ends_are_fine()
    {
        var document = OneStep.Sketched(state => state)
            .End(new StateId(9), "Rejected")
            .Refuse(new TransitionId(99), "Reject", OneStep.Step, new StateId(9))
            .Document;

        Assert.Empty(Problems(document));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("äöü-ok_1", false)]
    [InlineData("12345678901234567890123456789012345678901")]
    public void A_serial_prefix_is_one_short_word(string prefix, bool isWrong = true)
    {
        Assert.Equal(isWrong, Codes(Fine with { SerialPrefix = prefix }).Contains("workflow.serial_prefix_malformed"));
    }

    [Fact]
    public void The_name_of_a_symbol_has_room_in_the_catalogue()
    {
        Assert.DoesNotContain("workflow.icon_too_long", Codes(Fine with { Icon = new string('x', WorkflowDocument.MaxIconLength) }));
        Assert.Contains("workflow.icon_too_long", Codes(Fine with { Icon = new string('x', WorkflowDocument.MaxIconLength + 1) }));
    }

    [Fact]
    public void Names_that_are_too_long_are_refused_wherever_they_stand()
    {
        var longest = new Caption(new string('x', Caption.MaxLength));
        var tooLong = new Caption("short", new string('x', Caption.MaxLength + 1));

        Assert.DoesNotContain("workflow.caption_too_long", Codes(Fine with { Name = longest }));
        Assert.Contains("workflow.caption_too_long", Codes(Fine with { Name = tooLong }));
        Assert.Contains("workflow.caption_too_long", Codes(WithStep(state => state with { Name = tooLong })));
        Assert.Contains("workflow.caption_too_long", Codes(WithAgree(transition => transition with { Confirmation = tooLong })));
        Assert.Contains("workflow.caption_too_long", Codes(WithField(field => field with { Name = tooLong })));
        Assert.Contains("workflow.caption_too_long", Codes(WithField(field => field with { Type = FieldType.Select, Choices = [new Choice("a", tooLong)] })));
    }

    [Fact]
    public void A_notice_with_a_place_for_no_field_is_pointed_out()
    {
        var template = new NoticeTemplate(NoticeEvent.Arrival, "{title} for {actor}", "{dayz} of {days}, {creator}");

        var problem = Problem("workflow.notice_placeholder_unknown", Fine with { Notices = new NoticeSettings { Templates = [template] } });

        Assert.Equal(ProblemSeverity.Warning, problem.Severity);
        Assert.Equal(["dayz"], problem.Arguments);
    }

    [Fact]
    public void Nothing_may_go_without_a_name()
    {
        Assert.Contains("workflow.state_name_missing", Codes(WithStep(state => state with { Name = " " })));
        Assert.Contains("workflow.transition_name_missing", Codes(WithAgree(transition => transition with { Name = "" })));
        Assert.Contains("workflow.field_name_missing", Codes(WithField(field => field with { Name = "" })));
    }

    [Fact]
    public void Ids_are_unique()
    {
        var document = Fine with
        {
            States = [.. Fine.States, Fine.States[1]],
            Transitions = [.. Fine.Transitions, Fine.Transitions[1]],
            Fields = [.. Fine.Fields, Fine.Fields[0] with { Key = "another" }],
        };

        Assert.Equal(
            ["workflow.field_id_duplicate", "workflow.state_id_duplicate", "workflow.transition_id_duplicate"],
            Codes(document));
    }

    [Fact]
    public void Field_keys_are_unique()
    {
        var problem = Problem("workflow.field_key_duplicate", Fine with { Fields = [.. Fine.Fields, Fine.Fields[0] with { Id = new FieldId(99) }] });

        Assert.Equal("who", problem.Field);
    }

    [Theory]
    [InlineData("", "workflow.field_key_missing")]
    [InlineData("title", "workflow.field_key_reserved")]
    [InlineData("sn", "workflow.field_key_reserved")]
    [InlineData("transition_id", "workflow.field_key_reserved")]
    [InlineData("suggestion", "workflow.field_key_reserved")]
    [InlineData("participant_info", "workflow.field_key_reserved")]
    [InlineData("two words", "workflow.field_key_malformed")]
    [InlineData("1st", "workflow.field_key_malformed")]
    [InlineData("a-b", "workflow.field_key_malformed")]
    [InlineData("state.state_name", "workflow.field_key_malformed")]
    [InlineData("x}{", "workflow.field_key_malformed")]
    [InlineData("a123456789012345678901234567890123456789012345678901", "workflow.field_key_malformed")]
    public void Field_keys_are_words_that_mean_nothing_else(string key, string code)
    {
        Assert.Contains(code, Codes(WithField(field => field with { Key = key })));
    }

    [Theory]
    [InlineData("leave_days")]
    [InlineData("_x9")]
    [InlineData("请假天数")]
    public void Field_keys_may_be_words_of_any_language(string key)
    {
        Assert.DoesNotContain(Codes(WithField(field => field with { Key = key })), code => code.StartsWith("workflow.field_key", StringComparison.Ordinal));
    }

    [Fact]
    public void A_type_of_field_that_nobody_knows_is_refused()
    {
        Assert.Contains("workflow.setting_unknown", Codes(WithField(field => field with { Type = (FieldType)58 })));
    }

    [Theory]
    [InlineData(FieldType.Radio)]
    [InlineData(FieldType.Checkbox)]
    [InlineData(FieldType.Select)]
    [InlineData(FieldType.MultiSelect)]
    public void Fields_with_choices_have_some(FieldType type)
    {
        Assert.Contains("workflow.choices_missing", Codes(WithField(field => field with { Type = type })));
    }

    [Fact]
    public void Choices_have_keys_of_their_own_and_a_text()
    {
        Choice[] choices = [new("a", "A"), new("a", "Again"), new(" ", "Blank"), new("b", "")];

        var document = WithField(field => field with { Type = FieldType.Select, Choices = choices });

        Assert.Equal(["workflow.choice_key_missing", "workflow.choice_duplicate", "workflow.choice_name_missing"], Codes(document));
    }

    [Fact]
    public void The_start_must_be_left()
    {
        var document = Fine with { Transitions = [.. Fine.Transitions.Where(transition => transition.From != OneStep.New)] };

        Assert.Equal(OneStep.New, Problem("workflow.start_without_exit", document).State);
    }

    [Fact]
    public void A_state_that_is_no_end_must_be_left()
    {
        var document = Fine with { Transitions = [.. Fine.Transitions.Where(transition => transition.From != OneStep.Step)] };

        Assert.Equal(OneStep.Step, Problem("workflow.state_without_exit", document).State);
    }

    [Fact]
    public void An_end_is_not_left()
    {
        var problem = Problem("workflow.transition_leaves_end", WithAgree(transition => transition with { From = OneStep.Done }));

        Assert.Equal(OneStep.Agree, problem.Transition);
        Assert.Equal(OneStep.Done, problem.State);
    }

    [Fact]
    public void Transitions_and_branches_join_states_that_exist()
    {
        Assert.Contains("workflow.transition_from_unknown", Codes(WithAgree(transition => transition with { From = Nowhere })));
        Assert.Contains("workflow.transition_to_unknown", Codes(WithAgree(transition => transition with { To = Nowhere })));
        Assert.Contains("workflow.branch_to_unknown", Codes(WithAgree(transition => transition with { Branches = [new Branch(new Condition.Empty("who"), Nowhere)] })));
    }

    [Fact]
    public void A_state_that_nothing_leads_to_is_warned_about()
    {
        var document = OneStep.Sketched(state => state)
            .Step(new StateId(9), "Island", new ParticipantSpec.Creator())
            .Agree(new TransitionId(99), "Away", new StateId(9), OneStep.Done)
            .Document;

        var problem = Problem("workflow.state_unreachable", document);

        Assert.Equal(ProblemSeverity.Warning, problem.Severity);
        Assert.Equal(new StateId(9), problem.State);
    }

    [Fact]
    public void A_state_that_only_a_branch_leads_to_is_reachable()
    {
        var document = OneStep.Sketched(state => state)
            .Step(new StateId(9), "Director", new ParticipantSpec.Creator())
            .Agree(new TransitionId(99), "Agree", new StateId(9), OneStep.Done)
            .Agree(new TransitionId(98), "Ask", OneStep.Step, OneStep.Done).Branch(new Condition.Empty("who"), new StateId(9))
            .Document;

        Assert.Empty(Problems(document));
    }

    [Fact]
    public void States_that_only_lead_to_each_other_keep_it_from_being_published()
    {
        StateId ping = new(8), pong = new(9);
        var document = OneStep.Sketched(state => state)
            .Step(ping, "Ping", new ParticipantSpec.Creator())
            .Step(pong, "Pong", new ParticipantSpec.Creator())
            .Agree(new TransitionId(97), "In", OneStep.Step, ping)
            .Agree(new TransitionId(98), "There", ping, pong)
            .Agree(new TransitionId(99), "Back", pong, ping)
            .Document;

        var found = Problems(document).Where(problem => problem.Code == "workflow.no_way_to_end").ToArray();

        Assert.Equal([ping, pong], found.Select(problem => problem.State!.Value));
        Assert.All(found, problem => Assert.Equal(ProblemSeverity.Error, problem.Severity));
    }

    [Fact]
    public void An_end_that_only_a_state_leads_to_which_may_never_ask_is_none()
    {
        StateId ask = new(8);
        var sketch = OneStep.Sketched(state => state with { Repeats = Repeats.PassCreator })
            .Step(ask, "Ask", new ParticipantSpec.Creator())
            .Redirected(OneStep.Agree, ask)
            .Agree(new TransitionId(98), "Back", ask, OneStep.Step)
            .Redirected(OneStep.Refuse, OneStep.Done);

        Assert.Contains("workflow.no_sure_way_to_end", Codes(sketch.Document));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("sn?")]
    public void A_start_that_asks_for_nothing_is_warned_about(string access)
    {
        var document = Fine with { States = [Fine.States[0] with { Access = Sketch.Access(access) }, .. Fine.States.Skip(1)] };

        Assert.Contains("workflow.start_asks_nothing", Codes(document));
    }

    [Fact]
    public void Unknown_and_built_in_fields_in_a_states_form_are_warned_about()
    {
        var document = WithStep(state => state with { Access = Sketch.Access("unheard_of", "sn!", "creator", "title?") });

        Assert.Equal(["workflow.access_field_unknown", "workflow.built_in_not_writable"], Codes(document));
        Assert.All(Problems(document), problem => Assert.Equal(ProblemSeverity.Warning, problem.Severity));
    }

    [Fact]
    public void Unknown_display_fields_are_warned_about()
    {
        Assert.Equal(["workflow.display_field_unknown"], Codes(Fine with { DisplayFields = ["title", "sn", "who", "unheard_of"] }));
    }

    [Theory]
    [MemberData(nameof(SpecsOfNobody))]
    public void Somebody_must_act_in_a_normal_state(string code, ParticipantSpec spec)
    {
        var problem = Problem(code, WithStep(state => state with { Participants = spec }));

        Assert.Equal(ProblemSeverity.Error, problem.Severity);
        Assert.Equal(OneStep.Step, problem.State);
    }

    [Theory]
    [MemberData(nameof(SpecsOfSome))]
    public void Some_who_have_left_among_others_are_warned_about(string code, ParticipantSpec spec)
    {
        var document = WithStep(state => state with { Participants = spec });

        Assert.Equal([code], Codes(document));
        Assert.All(Problems(document), problem => Assert.Equal(ProblemSeverity.Warning, problem.Severity));
    }

    [Fact]
    public void Where_administrators_stand_in_an_empty_group_is_only_warned_about()
    {
        var document = WithStep(state => state with
        {
            Participants = new ParticipantSpec.Roles([Cast.Auditors]),
            WhenEmpty = EmptyParticipants.Administrators,
        });

        Assert.Equal(ProblemSeverity.Warning, Problem("workflow.nobody_to_act", document).Severity);
    }

    [Theory]
    [InlineData(FieldType.Integer)]
    [InlineData(FieldType.Decimal)]
    [InlineData(FieldType.Boolean)]
    [InlineData(FieldType.Date)]
    [InlineData(FieldType.DateTime)]
    [InlineData(FieldType.Attachment)]
    public void A_field_that_cannot_name_people_is_refused_as_participant(FieldType type)
    {
        var document = WithStep(state => state with { Participants = new ParticipantSpec.Fields(["who"]) });

        var problem = Problem("workflow.participant_field_wrong_type", document with { Fields = [document.Fields[0] with { Type = type }, .. document.Fields.Skip(1)] });

        Assert.Equal("who", problem.Field);
    }

    [Fact]
    public void Fields_of_people_and_of_text_may_name_participants()
    {
        Assert.Empty(Problems(WithStep(state => state with { Participants = new ParticipantSpec.Fields(["who", "people", "creator"]) })));
    }

    [Fact]
    public void Every_way_of_sharing_out_work_can_be_published()
    {
        Assert.All(Enum.GetValues<Distribution>(), distribution => Assert.Empty(Codes(WithStep(state => state with { Distribution = distribution, RemembersLastHandler = true }))));
    }

    [Fact]
    public void Votes_that_could_never_be_enough_are_refused()
    {
        Assert.All(
            (VotingPolicy[])[new VotingPolicy.Count(0), new VotingPolicy.Percentage(0), new VotingPolicy.Percentage(101)],
            policy => Assert.Equal(["workflow.votes_impossible"], Codes(WithStep(state => state with { Distribution = Distribution.AllMustProcess, Voting = policy }))));
    }

    [Fact]
    public void An_automatic_state_has_exactly_one_exit()
    {
        var two = WithStep(state => state with { Participants = new ParticipantSpec.Script("grant.py") });
        var none = two with { Transitions = [.. two.Transitions.Where(transition => transition.From != OneStep.Step)] };

        Assert.Equal("2", Problem("workflow.automatic_exits", two).Arguments[1]);
        Assert.Equal("0", Problem("workflow.automatic_exits", none).Arguments[1]);
    }

    [Fact]
    public void An_automatic_state_that_waits_for_required_fields_is_warned_about()
    {
        var document = WithStep(state => state with { Participants = new ParticipantSpec.Engine(), Access = Sketch.Access("who!") });

        var single = document with { Transitions = [.. document.Transitions.Where(transition => transition.Id != OneStep.Refuse)] };

        Assert.Equal(["workflow.automatic_requires_fields"], Codes(single));
    }

    [Fact]
    public void A_script_has_a_name()
    {
        Assert.Contains("workflow.script_missing", Codes(WithStep(state => state with { Participants = new ParticipantSpec.Script(" ") })));
    }

    [Fact]
    public void Nothing_runs_in_a_start_or_an_end()
    {
        var document = Fine with { States = [.. Fine.States.Select(state => state with { Participants = new ParticipantSpec.Engine() })] };

        Assert.Equal(2, Codes(document).Count(code => code == "workflow.automatic_start_or_end"));
    }

    [Theory]
    [InlineData("unheard_of > 3", "workflow.condition_field_unknown")]
    [InlineData("gmt_created > '2026-01-01'", "workflow.condition_field_unknown")]
    [InlineData("not (who == 'x' or 3 < unheard_of + 1)", "workflow.condition_field_unknown")]
    [InlineData("number > 'many'", "workflow.condition_never_holds")]
    [InlineData("'many' < number", "workflow.condition_never_holds")]
    [InlineData("who == 'x' and number in ('few', 'many')", "workflow.condition_never_holds")]
    [InlineData("day > 'tomorrow'", "workflow.condition_never_holds")]
    [InlineData("urgent == 'yes'", "workflow.condition_never_holds")]
    [InlineData("day > number", "workflow.condition_never_holds")]
    [InlineData("number contains 3", "workflow.condition_never_holds")]
    [InlineData("tags == 'red'", "workflow.condition_never_holds")]
    [InlineData("tags contains 'green'", "workflow.condition_never_holds")]
    [InlineData("tags in ('green')", "workflow.condition_never_holds")]
    [InlineData("creator.department in (1, 99)", "workflow.condition_never_holds")]
    [InlineData("creator.role == 99", "workflow.condition_never_holds")]
    public void A_condition_that_cannot_be_meant_is_found(string text, string code)
    {
        Assert.Equal([code], Codes(Asking(text)));
    }

    [Theory]
    [InlineData("number > 3 and number < '5' and 3 < number")]
    [InlineData("number in (1, 2)")]
    [InlineData("day > '2026-01-01'")]
    [InlineData("urgent == true or urgent == 1")]
    [InlineData("who == 3 and who == 'three'")]
    [InlineData("title == 'x' and creator == 'ann'")]
    [InlineData("number is empty or number == number")]
    [InlineData("creator.department in (1, 2) and creator.role == 1")]
    [InlineData("tags in ('red') and tags contains 'red' and tags == ['red']")]
    [InlineData("who contains 'x' and day + 3 > day and day - day > 1")]
    public void A_condition_that_can_hold_is_fine(string text)
    {
        Assert.Empty(Codes(Asking(text)));
    }

    [Fact]
    public void A_condition_that_is_nested_endlessly_is_refused_and_exhausts_nothing()
    {
        Condition deep = new Condition.Empty("who");
        for (var level = 0; level < 100_000; level++)
        {
            deep = new Condition.Not(deep);
        }

        Assert.Equal(["workflow.condition_too_deep"], Codes(WithAgree(transition => transition with { Branches = [new Branch(deep, OneStep.Done)] })));
    }

    [Fact]
    public void Settings_that_nobody_knows_are_refused()
    {
        Assert.Contains("workflow.setting_unknown", Codes(WithStep(state => state with { Kind = (StateKind)77 })));
        Assert.Contains("workflow.setting_unknown", Codes(WithStep(state => state with { Distribution = (Distribution)77 })));
        Assert.Contains("workflow.setting_unknown", Codes(WithStep(state => state with { Access = new Dictionary<string, FieldAccess> { ["who"] = (FieldAccess)7 } })));
        Assert.Contains("workflow.setting_unknown", Codes(WithAgree(transition => transition with { Kind = (TransitionKind)7 })));
    }

    [Fact]
    public void However_a_document_is_broken_its_problems_are_listed_and_nothing_throws()
    {
        var random = new Random(7);

        for (var round = 0; round < 500; round++)
        {
            var problems = Problems(Scrambled(random));

            Assert.All(problems, problem => Assert.Matches("^workflow\\.[a-z_]+$", problem.Code));
        }
    }

    [Fact]
    public void A_document_without_errors_can_be_held_as_a_version()
    {
        var random = new Random(8);
        var documents = Enumerable.Range(0, 500)
            .Select(_ => Scrambled(random))
            .Where(document => Problems(document).All(problem => problem.Severity is ProblemSeverity.Warning));

        Assert.All(documents, document => Assert.NotNull(new WorkflowVersion(new VersionId(1), new WorkflowId(1), 1, document)));
    }

    public static TheoryData<string, ParticipantSpec> SpecsOfNobody() => new()
    {
        { "workflow.participants_missing", new ParticipantSpec.None() },
        { "workflow.participants_missing", new ParticipantSpec.People([]) },
        { "workflow.participants_missing", new ParticipantSpec.Departments([]) },
        { "workflow.participants_missing", new ParticipantSpec.Roles([]) },
        { "workflow.participants_missing", new ParticipantSpec.Fields([]) },
        { "workflow.nobody_to_act", new ParticipantSpec.People([Cast.Ivan, Cast.Stranger]) },
        { "workflow.nobody_to_act", new ParticipantSpec.Departments([Cast.Archive, new DepartmentId(404)]) },
        { "workflow.nobody_to_act", new ParticipantSpec.Roles([Cast.Auditors, new RoleId(404)]) },
        { "workflow.participant_field_unknown", new ParticipantSpec.Fields(["who", "unheard_of"]) },
    };

    public static TheoryData<string, ParticipantSpec> SpecsOfSome() => new()
    {
        { "workflow.person_inactive", new ParticipantSpec.People([Cast.Bob, Cast.Ivan]) },
        { "workflow.person_unknown", new ParticipantSpec.People([Cast.Bob, Cast.Stranger]) },
        { "workflow.department_empty", new ParticipantSpec.Departments([Cast.Sales, Cast.Archive]) },
        { "workflow.department_unknown", new ParticipantSpec.Departments([Cast.Sales, new DepartmentId(404)]) },
        { "workflow.role_empty", new ParticipantSpec.Roles([Cast.Operators, Cast.Auditors]) },
        { "workflow.role_unknown", new ParticipantSpec.Roles([Cast.Operators, new RoleId(404)]) },
    };

    private static WorkflowDocument Fine { get; } = OneStep.Sketched(state => state).Document;

    private static WorkflowDocument WithStep(Func<State, State> change) => OneStep.Sketched(change).Document;

    private static WorkflowDocument WithAgree(Func<Transition, Transition> change) => Fine with
    {
        Transitions = [.. Fine.Transitions.Select(transition => transition.Id == OneStep.Agree ? change(transition) : transition)],
    };

    /// <summary>One more field, which nothing else speaks of.</summary>
    private static WorkflowDocument WithField(Func<FormField, FormField> change) => Fine with
    {
        Fields = [.. Fine.Fields, change(new FormField { Id = new FieldId(99), Key = "extra", Name = "Extra", Type = FieldType.Text })],
    };

    private static WorkflowDocument Asking(string condition)
    {
        var document = WithAgree(transition => transition with { Branches = [new Branch(ConditionText.Read(condition).Condition!, OneStep.Done)] });

        return document with
        {
            Fields =
            [
                .. document.Fields,
                new FormField { Id = new FieldId(91), Key = "number", Name = "Number", Type = FieldType.Decimal },
                new FormField { Id = new FieldId(92), Key = "day", Name = "Day", Type = FieldType.Date },
                new FormField { Id = new FieldId(94), Key = "tags", Name = "Tags", Type = FieldType.MultiSelect, Choices = [new Choice("red", "Red"), new Choice("blue", "Blue")] },
                new FormField { Id = new FieldId(93), Key = "urgent", Name = "Urgent", Type = FieldType.Boolean },
            ],
        };
    }

    /// <summary>The leave request with a few random parts lost, doubled or pointing elsewhere.</summary>
    private static WorkflowDocument Scrambled(Random random)
    {
        var document = Leave.Document;

        return document with
        {
            Name = random.Next(5) == 0 ? Caption.Empty : document.Name,
            States = Scrambled(document.States, state => state with
            {
                Id = new StateId(random.Next(1, 8)),
                Kind = (StateKind)random.Next(4),
                Participants = new ParticipantSpec.Fields(["days", "proxy", ""]),
                Distribution = (Distribution)random.Next(6),
            }),
            Transitions = Scrambled(document.Transitions, transition => transition with
            {
                From = new StateId(random.Next(9)),
                To = new StateId(random.Next(9)),
                Branches = [new Branch(new Condition.Empty("?"), new StateId(random.Next(9)))],
            }),
            Fields = Scrambled(document.Fields, field => field with { Key = random.Next(2) == 0 ? "" : "days", Type = (FieldType)(5 * random.Next(18)) }),
            DisplayFields = ["", "days", "sn"],
        };

        IReadOnlyList<T> Scrambled<T>(IReadOnlyList<T> parts, Func<T, T> change) =>
        [
            .. parts.SelectMany(part => random.Next(20) switch
            {
                0 => Array.Empty<T>(),
                1 => [part, part],
                2 => [change(part)],
                _ => [part],
            }),
        ];
    }

    private static IReadOnlyList<PublishingProblem> Problems(WorkflowDocument document) => PublishingRules.Problems(document, Cast.Company);

    private static IEnumerable<string> Codes(WorkflowDocument document) => Problems(document).Select(problem => problem.Code);

    private static PublishingProblem Problem(string code, WorkflowDocument document) => Problems(document).First(problem => problem.Code == code);
}
