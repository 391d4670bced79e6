using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class EntryRulesTests
{
    [Fact]
    public void A_person_is_asked_as_a_person()
    {
        var story = Entered(new ParticipantSpec.People([Cast.Gil]));

        Assert.Equal([Participant.Of(Cast.Gil)], story.Visit.Participants);
    }

    [Fact]
    public void A_department_stays_a_live_reference()
    {
        var story = Entered(new ParticipantSpec.Departments([Cast.HumanResources]));

        Assert.Equal([Participant.Of(Cast.HumanResources)], story.Visit.Participants);
        Assert.True(story.Visit.IsFor(Cast.Actor(Cast.Dan)));
        Assert.False(story.Visit.IsFor(Cast.Actor(Cast.Olga)));
    }

    [Fact]
    public void Several_departments_and_roles_are_all_asked()
    {
        Assert.Equal(2, Entered(new ParticipantSpec.Departments([Cast.Payroll, Cast.Sales])).Visit.Participants.Count());
        Assert.Single(Entered(new ParticipantSpec.Roles([Cast.Operators, Cast.Auditors])).Visit.Participants);
    }

    [Fact]
    public void The_creators_leader_is_asked()
    {
        Assert.Equal([Cast.Bob], Entered(new ParticipantSpec.CreatorsLeader()).Waiting);
    }

    [Fact]
    public void Approvers_of_the_creators_department_come_before_its_leader()
    {
        var story = new Story(OneStep.AskingFor(new ParticipantSpec.CreatorsLeader())).Filed(Cast.Olga, OneStep.Submit);

        Assert.Equal([Cast.Omar], story.Waiting);
    }

    [Fact]
    public void When_all_approvers_have_left_the_leader_is_asked()
    {
        var story = new Story(OneStep.AskingFor(new ParticipantSpec.CreatorsLeader())) { Company = Cast.Without(Cast.Omar) };

        story.Filed(Cast.Olga, OneStep.Submit);

        Assert.Equal([Cast.Gil], story.Waiting);
    }

    [Fact]
    public void The_creator_is_asked()
    {
        Assert.Equal([Cast.Ann], Entered(new ParticipantSpec.Creator()).Waiting);
    }

    [Fact]
    public void People_named_in_a_field_of_the_same_request_are_asked()
    {
        var story = Entered(new ParticipantSpec.Fields(["people"]), Form.With(("people", new FieldValue.Texts(["cleo", "gil"]))));

        Assert.Equal([Cast.Cleo, Cast.Gil], story.Waiting);
    }

    [Fact]
    public void People_named_in_a_text_with_commas_are_asked_once_each()
    {
        var story = Entered(new ParticipantSpec.Fields(["who"]), Form.Texts(("who", " cleo, GIL ,,cleo")));

        Assert.Equal([Cast.Cleo, Cast.Gil], story.Waiting);
    }

    [Fact]
    public void People_named_in_several_fields_are_all_asked()
    {
        var form = Form.With(("who", new FieldValue.Text("bob")), ("people", new FieldValue.Texts(["gil"])));

        Assert.Equal([Cast.Bob, Cast.Gil], Entered(new ParticipantSpec.Fields(["who", "people"]), form).Waiting);
    }

    [Fact]
    public void A_field_that_the_handler_may_not_change_is_read_from_the_ticket()
    {
        var workflow = Returning(new ParticipantSpec.Fields(["days"]));
        var story = new Story(workflow).Filed(Cast.Ann, OneStep.Submit, Form.Texts(("days", "gil")));

        story.Taken(Cast.Bob, OneStep.Agree, Form.Texts(("days", "eve")));

        Assert.Equal([Cast.Gil], story.Waiting);
    }

    [Fact]
    public void A_field_that_the_handler_changes_is_read_from_the_request()
    {
        var workflow = Returning(new ParticipantSpec.Fields(["who"]));
        var story = new Story(workflow).Filed(Cast.Ann, OneStep.Submit, Form.Texts(("who", "gil")));

        story.Taken(Cast.Bob, OneStep.Agree, Form.Texts(("who", "eve")));

        Assert.Equal([Cast.Eve], story.Waiting);
    }

    [Fact]
    public void People_who_have_left_are_not_asked()
    {
        Assert.Equal([Cast.Gil], Entered(new ParticipantSpec.People([Cast.Ivan, Cast.Gil, Cast.Stranger])).Waiting);
        Assert.Equal([Cast.Gil], Entered(new ParticipantSpec.Fields(["who"]), Form.Texts(("who", "ivan,gil,nobody"))).Waiting);
    }

    [Theory]
    [MemberData(nameof(EmptySpecs))]
    public void A_move_that_would_leave_an_orphan_is_refused(string what, ParticipantSpec spec)
    {
        var result = Submit(OneStep.AskingFor(spec), Cast.Eve);

        Assert.True(result.Refusal?.Code == TicketRefusals.NobodyToAct.Code, what);
    }

    [Theory]
    [MemberData(nameof(EmptySpecs))]
    public void Or_the_ticket_goes_to_the_administrators_where_the_state_says_so(string what, ParticipantSpec spec)
    {
        var workflow = OneStep.With(state => state with { Participants = spec, WhenEmpty = EmptyParticipants.Administrators });

        var story = new Story(workflow).Filed(Cast.Eve, OneStep.Submit);

        Assert.True(story.Waiting.SequenceEqual([Cast.Rita]), what);
    }

    [Fact]
    public void Those_who_were_granted_to_administer_the_workflow_come_before_the_installations()
    {
        var workflow = OneStep.With(state => state with { Participants = new ParticipantSpec.None(), WhenEmpty = EmptyParticipants.Administrators });
        var access = new WorkflowAccess(OpenToAll: false,
        [
            new WorkflowGrant(WorkflowPermission.Administer, Participant.Of(Cast.Gil)),
            new WorkflowGrant(WorkflowPermission.Administer, Participant.Of(Cast.Ivan)),
            new WorkflowGrant(WorkflowPermission.Intervene, Participant.Of(Cast.Eve)),
        ]);

        var story = new Story(workflow) { Access = access }.Filed(Cast.Ann, OneStep.Submit);

        Assert.Equal([Cast.Gil], story.Waiting);
    }

    [Fact]
    public void Someone_granted_twice_is_asked_once()
    {
        var workflow = OneStep.With(state => state with { Participants = new ParticipantSpec.None(), WhenEmpty = EmptyParticipants.Administrators });
        var grant = new WorkflowGrant(WorkflowPermission.Administer, Participant.Of(Cast.Gil));

        var story = new Story(workflow) { Access = new WorkflowAccess(OpenToAll: false, [grant, grant]) }.Filed(Cast.Ann, OneStep.Submit);

        Assert.Equal([Cast.Gil], story.Waiting);
    }

    [Fact]
    public void Without_any_administrator_the_move_is_refused()
    {
        var workflow = OneStep.With(state => state with { Participants = new ParticipantSpec.None(), WhenEmpty = EmptyParticipants.Administrators });

        var result = Submit(workflow, Cast.Ann, Cast.Without(Cast.Rita));

        Expect.Refused(TicketRefusals.NobodyToAct, result);
    }

    [Fact]
    public void Random_distribution_asks_exactly_one_person_and_never_one_who_has_left()
    {
        var drawn = Enumerable.Range(0, 30).Select(draw => Entered(Drawing(new ParticipantSpec.Roles([Cast.Operators])), (uint)draw).Waiting.Single()).ToArray();

        Assert.Equal([Cast.Olga, Cast.Omar], drawn.Distinct().OrderBy(id => id.Value));
    }

    [Fact]
    public void Every_member_is_drawn_equally_often()
    {
        var draws = Enumerable.Range(0, 300).Select(draw => Entered(Drawing(new ParticipantSpec.Departments([Cast.Everything])), (uint)draw).Waiting.Single());

        Assert.All(draws.CountBy(id => id), pair => Assert.InRange(pair.Value, 33, 34));
    }

    [Fact]
    public void Someone_in_two_of_the_groups_is_drawn_no_more_often_than_others()
    {
        var spec = new ParticipantSpec.Departments([Cast.HumanResources, Cast.Payroll]);

        var draws = Enumerable.Range(0, 100).Select(draw => Entered(Drawing(spec), (uint)draw).Waiting.Single());

        Assert.All(draws.CountBy(id => id), pair => Assert.Equal(50, pair.Value));
    }

    [Fact]
    public void The_largest_draw_is_a_draw()
    {
        Assert.Single(Entered(Drawing(new ParticipantSpec.Roles([Cast.Operators])), uint.MaxValue).Waiting);
    }

    [Fact]
    public void Drawing_from_an_empty_group_is_refused_and_throws_nothing()
    {
        var result = Submit(Drawing(new ParticipantSpec.Roles([Cast.Auditors])), Cast.Ann);

        Expect.Refused(TicketRefusals.NobodyToAct, result);
    }

    [Fact]
    public void The_one_drawn_need_not_claim()
    {
        var story = Entered(Drawing(new ParticipantSpec.Roles([Cast.Operators])), draw: 1);

        var taken = TransitionRules.Take(story.SeenBy(story.Waiting.Single()), story.Visit.Number, OneStep.Agree, FieldChanges.None, comment: null);

        Expect.Accepted(taken);
    }

    [Fact]
    public void An_automatic_state_waits_for_nobody()
    {
        var story = Entered(new ParticipantSpec.Script("grant.py"));

        Assert.Equal(OneStep.Step, story.Visit.State);
        Assert.Empty(story.Visit.Participants);
        Assert.Equal(TicketStatus.Ongoing, story.Ticket.Status);
    }

    [Theory]
    [InlineData(2, 5)]
    [InlineData(3, 5)]
    [InlineData(3.5, 3)]
    [InlineData(5, 3)]
    [InlineData(6, 4)]
    public void The_first_branch_that_holds_decides_and_none_leads_to_the_transitions_own_state(double days, long state)
    {
        var story = new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For((decimal)days)).Taken(Cast.Bob, Leave.LeaderAgrees);

        Assert.Equal(new StateId(state), story.Visit.State);
    }

    [Fact]
    public void A_branch_over_a_field_without_a_value_does_not_hold()
    {
        var workflow = OneStep.Sketched(state => state).Above("days", 3, OneStep.Done).Version(9);

        var story = new Story(workflow).Filed(Cast.Ann, OneStep.Submit).Taken(Cast.Bob, OneStep.Refuse);

        Assert.Equal(OneStep.New, story.Visit.State);
    }

    [Fact]
    public void A_branch_is_decided_on_what_the_request_changes()
    {
        var workflow = new Sketch("Late answer")
            .Field("days", FieldType.Decimal)
            .Start(OneStep.New, "New")
            .Step(OneStep.Step, "Step", new ParticipantSpec.People([Cast.Bob]), "days?")
            .End(OneStep.Done, "Done")
            .Agree(OneStep.Submit, "Submit", OneStep.New, OneStep.Step)
            .Agree(OneStep.Agree, "Agree", OneStep.Step, OneStep.Step).Above("days", 3, OneStep.Done)
            .Version(9);

        var story = new Story(workflow).Filed(Cast.Ann, OneStep.Submit).Taken(Cast.Bob, OneStep.Agree, Form.With(("days", new FieldValue.Decimal(4))));

        Assert.True(story.Ticket.IsOver);
    }

    [Fact]
    public void A_branch_is_not_decided_on_what_the_handler_may_not_change()
    {
        var story = new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(10));

        story.Taken(Cast.Bob, Leave.LeaderAgrees, Form.With(("days", new FieldValue.Decimal(1))));

        Assert.Equal(Leave.Executive, story.Visit.State);
    }

    [Fact]
    public void A_value_that_looks_like_code_is_compared_as_text_and_never_run()
    {
        var condition = new Condition.Compare(
            new Operand.Field("days"), Comparison.Equal, new Operand.Literal(new FieldValue.Text("yes")));
        var workflow = OneStep.Sketched(state => state).Branch(condition, OneStep.Done).Version(9);

        var story = new Story(workflow)
            .Filed(Cast.Ann, OneStep.Submit, Form.Texts(("days", "\"\"\" == \"\"\" or __import__('os').abort() or \"\"\"yes")))
            .Taken(Cast.Bob, OneStep.Refuse);

        Assert.Equal(OneStep.New, story.Visit.State);
    }

    [Fact]
    public void A_branch_may_ask_who_filed_the_ticket()
    {
        var condition = new Condition.Compare(
            new Operand.Field("creator"), Comparison.Equal, new Operand.Literal(new FieldValue.Text("gil")));
        var workflow = new Sketch("Shortcut for the director")
            .Start(OneStep.New, "New")
            .Step(OneStep.Step, "Step", new ParticipantSpec.People([Cast.Bob]))
            .End(OneStep.Done, "Done")
            .Agree(OneStep.Submit, "Submit", OneStep.New, OneStep.Step).Branch(condition, OneStep.Done)
            .Version(9);

        Assert.False(new Story(workflow).Filed(Cast.Ann, OneStep.Submit).Ticket.IsOver);
        Assert.True(new Story(workflow).Filed(Cast.Gil, OneStep.Submit).Ticket.IsOver);
    }

    [Fact]
    public void Work_for_a_department_that_no_longer_exists_is_nobodys()
    {
        var gone = new DepartmentId(404);
        var company = new Company(
            [.. Cast.Company.Users.Select(user => user.Id == Cast.Eve ? user with { Department = gone } : user)],
            Cast.Company.Departments,
            Cast.Company.Roles);

        var result = Submit(OneStep.AskingFor(new ParticipantSpec.Departments([gone])), Cast.Ann, company);

        Expect.Refused(TicketRefusals.NobodyToAct, result);
    }

    public static TheoryData<string, ParticipantSpec> EmptySpecs() => new()
    {
        { "none", new ParticipantSpec.None() },
        { "nobody named", new ParticipantSpec.People([]) },
        { "a person who has left", new ParticipantSpec.People([Cast.Ivan]) },
        { "an unknown person", new ParticipantSpec.People([Cast.Stranger]) },
        { "a department without anybody", new ParticipantSpec.Departments([Cast.Archive]) },
        { "an unknown department", new ParticipantSpec.Departments([new DepartmentId(404)]) },
        { "a role without anybody", new ParticipantSpec.Roles([Cast.Auditors]) },
        { "an unknown role", new ParticipantSpec.Roles([new RoleId(404)]) },
        { "a creator without a leader", new ParticipantSpec.CreatorsLeader() },
        { "a field that nobody filled in", new ParticipantSpec.Fields(["who"]) },
        { "a field that does not exist", new ParticipantSpec.Fields(["unheard_of"]) },
    };

    private static WorkflowVersion Drawing(ParticipantSpec spec) =>
        OneStep.With(state => state with { Participants = spec, Distribution = Distribution.Random });

    /// <summary>Agreeing in the step leads to a second step, which asks for these participants.</summary>
    private static WorkflowVersion Returning(ParticipantSpec spec)
    {
        var second = new StateId(4);

        return OneStep.Sketched(state => state)
            .Step(second, "Second", spec)
            .Agree(new TransitionId(31), "Agree", second, OneStep.Done)
            .Redirected(OneStep.Agree, second)
            .Version(9);
    }

    private static Story Entered(ParticipantSpec spec, FieldChanges? form = null) =>
        new Story(OneStep.AskingFor(spec)).Filed(Cast.Ann, OneStep.Submit, form);

    private static Story Entered(WorkflowVersion workflow, uint draw) => new Story(workflow) { Draw = draw }.Filed(Cast.Ann, OneStep.Submit);

    private static Result<TicketDecision> Submit(WorkflowVersion workflow, UserId by, Company? company = null) => SubmissionRules.Submit(
        workflow, Cast.Actor(by), OneStep.Submit, FieldChanges.None, comment: null, new Story(workflow) { Company = company ?? Cast.Company }.Facts);
}
