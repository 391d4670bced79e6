using LoonFlow.Domain.Access;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class ChildrenRulesTests
{
    private static readonly WorkflowVersion Child = OneStep.AskingFor(new ParticipantSpec.People([Cast.Bob]));

    [Fact]
    public void One_child_is_called_like_its_parent_unless_it_has_words_of_its_own()
    {
        var parent = Parent(new ChildrenSetting());

        Assert.Equal(("1", "Parent"), (Assert.Single(Planned(parent)).Key, Planned(parent)[0].Title));
        Assert.Equal("Parent of Ann", Planned(Parent(new ChildrenSetting { Title = "{title}\n of {creator} {item}" }))[0].Title);
    }

    [Fact]
    public void Each_person_once_whoever_they_are_called_by()
    {
        var parent = Parent(new ChildrenSetting { Per = ChildrenPer.Person, Field = "people", ItemField = "people", Title = "For {item}" });

        var plans = Planned(parent);

        Assert.Equal(["bob", "cleo"], plans.Select(plan => plan.Key));
        Assert.Equal(["For Bob", "For Cleo"], plans.Select(plan => plan.Title));
        Assert.Equal(new FieldValue.Texts(["cleo"]), plans[1].Values["people"]);
    }

    [Fact]
    public void Each_row_once_with_its_number_and_no_longer_key_than_is_kept()
    {
        var parent = Parent(new ChildrenSetting { Per = ChildrenPer.Row, Field = "rows", ItemField = "who" }, ("rows", new FieldValue.Text($"one\r\n two\none\n\n{new string('x', 500)}")));

        var plans = Planned(parent);

        Assert.Equal(["1 one", "2 two"], plans.Take(2).Select(plan => plan.Key));
        Assert.Equal(Ticket.MaxChildKeyLength, plans[2].Key.Length);
        Assert.Equal(plans.Select(plan => plan.Key), Planned(parent).Select(plan => plan.Key));
    }

    [Fact]
    public void A_hundred_children_are_enough()
    {
        var setting = new ChildrenSetting { Per = ChildrenPer.Row, Field = "rows" };

        Assert.Equal(100, Planned(Parent(setting, Rows(100))).Count);
        var refusal = ChildrenRules.Plan(SeenByEngine(Parent(setting, Rows(101))), 1, Child).Refusal!;
        Assert.Equal(("children.too_many", "101"), (refusal.Code, refusal.Arguments[0]));
    }

    [Fact]
    public void Values_go_down_as_the_childs_field_takes_them()
    {
        var parent = Parent(new ChildrenSetting { Down = [new("creator", "people"), new("rows", "who"), new("sn", "days")] });

        var values = Assert.Single(Planned(parent)).Values;

        Assert.Equal(new FieldValue.Texts(["ann"]), values["people"]);
        Assert.Equal(new FieldValue.Text(parent.Ticket.Serial), values["days"]);
        Assert.False(values.ContainsKey("who"));
    }

    [Theory]
    [InlineData(ChildrenWait.All, 0, false)]
    [InlineData(ChildrenWait.All, 2, false)]
    [InlineData(ChildrenWait.All, 3, true)]
    [InlineData(ChildrenWait.Any, 0, false)]
    [InlineData(ChildrenWait.Any, 1, true)]
    [InlineData(ChildrenWait.Count, 1, false)]
    [InlineData(ChildrenWait.Count, 2, true)]
    [InlineData(ChildrenWait.Condition, 2, false)]
    [InlineData(ChildrenWait.Condition, 3, true)]
    [InlineData(ChildrenWait.None, 0, true)]
    public void Enough_children_have_ended(ChildrenWait wait, int ended, bool isMet)
    {
        var never = new Condition.Compare(new Operand.Field("days"), Comparison.Equal, new Operand.Literal(new FieldValue.Text("never")));
        var setting = new ChildrenSetting { Wait = wait, Count = 2, When = never };

        Assert.Equal(isMet, ChildrenRules.IsMet(setting, [.. Enumerable.Range(0, 3).Select(index => Filed(index, isOver: index < ended))], Cast.Company));
    }

    [Fact]
    public void The_number_that_callers_promised_counts_even_if_all_so_far_have_ended()
    {
        var setting = new ChildrenSetting { Per = ChildrenPer.Caller, Wait = ChildrenWait.Count, Count = 2 };

        Assert.False(ChildrenRules.IsMet(setting, [Filed(0, isOver: true)], Cast.Company));
        Assert.True(ChildrenRules.IsMet(setting, [Filed(0, isOver: true), Filed(1, isOver: true), Filed(2, isOver: false)], Cast.Company));
    }

    [Fact]
    public void Nobody_is_released_before_all_children_were_started()
    {
        var parent = Parent(new ChildrenSetting());

        Expect.Refused(ChildrenRefusals.StillOpen, ChildrenRules.Release(SeenByEngine(parent), 1, [], null));
        Expect.Refused(ChildrenRefusals.StillOpen, ChildrenRules.Release(SeenByEngine(parent), 1, [Filed(0, isOver: true)], null));
        Expect.Accepted(ChildrenRules.Release(SeenByEngine(Started(parent)), 1, [Filed(0, isOver: true)], null));
    }

    [Fact]
    public void Nobody_is_released_twice()
    {
        var parent = Started(Parent(new ChildrenSetting()));
        parent.Applied(ChildrenRules.Release(SeenByEngine(parent), 1, [], null));

        Expect.Refused(TicketRefusals.StateLeft, ChildrenRules.Release(SeenByEngine(parent), 1, [], null));
    }

    [Fact]
    public void A_state_of_the_engine_waits_for_children_that_callers_file()
    {
        var parent = Parent(setting: null);

        Expect.Refused(ChildrenRefusals.StillOpen, ChildrenRules.Release(SeenByEngine(parent), 1, [], null));
        Expect.Refused(ChildrenRefusals.StillOpen, ChildrenRules.Release(SeenByEngine(parent), 1, [Filed(0, isOver: false)], null));
        Expect.Accepted(ChildrenRules.Release(SeenByEngine(parent), 1, [Filed(0, isOver: true)], null));
    }

    [Fact]
    public void People_decide_themselves_where_nothing_is_waited_for()
    {
        var people = new ParticipantSpec.People([Cast.Bob]);

        Expect.Refused(ChildrenRefusals.StillOpen, ChildrenRules.Release(SeenByEngine(Started(Parent(new ChildrenSetting { Wait = ChildrenWait.None }, people))), 1, [], null));
        Expect.Accepted(ChildrenRules.Release(SeenByEngine(Started(Parent(new ChildrenSetting(), people))), 1, [], null));
    }

    [Fact]
    public void The_child_that_just_ended_is_named()
    {
        var parent = Started(Parent(new ChildrenSetting()));

        parent.Applied(ChildrenRules.Release(SeenByEngine(parent), 1, [Filed(0, isOver: true), Filed(1, isOver: true)], new TicketId(100)));

        Assert.Contains("child_0", parent.History[^1].Comment, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_come_back_and_those_that_do_not_suit_are_left_out_with_a_word()
    {
        var parent = Started(Parent(new ChildrenSetting { Wait = ChildrenWait.Any, Up = [new("days", "number"), new("sn", "rows"), new("title", "title")] }));

        parent.Applied(ChildrenRules.Release(SeenByEngine(parent), 1, [Filed(0, isOver: true), Filed(1, isOver: true), Filed(2, isOver: false)], null));

        Assert.Null(parent.Ticket.Values["number"]);
        Assert.Equal(new FieldValue.Text("child_1"), parent.Ticket.Values["rows"]);
        Assert.Equal("Child 1", parent.Ticket.Title);
        Assert.Contains("number takes a whole number", parent.History[^1].Comment, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parent_that_cannot_go_on_says_so()
    {
        var parent = Started(Parent(new ChildrenSetting(), next: new ParticipantSpec.People([Cast.Ivan])));

        parent.Applied(ChildrenRules.Release(SeenByEngine(parent), 1, [Filed(0, isOver: true)], null));

        Assert.Equal(AutomationStatus.Failed, parent.Visit.Automation!.Status);
        Assert.Equal(TicketRefusals.NobodyToAct.Code, FailureReason.Read(parent.Visit.Automation.Message).Code);
        Expect.Accepted(AutomationRules.Retry(parent.SeenBy(Cast.Ann), 1));
    }

    [Fact]
    public void Whoever_asked_files_else_whoever_acted_else_somebody_who_administers()
    {
        var parent = Parent(new ChildrenSetting());

        Assert.Equal(Cast.Ann, ChildrenRules.FiledBy(SeenByEngine(parent)));
        parent.Company = Cast.Without(Cast.Ann);
        Assert.Equal(Cast.Rita, ChildrenRules.FiledBy(SeenByEngine(parent)));
        parent.Company = Cast.Without(Cast.Ann, Cast.Rita);
        Assert.Null(ChildrenRules.FiledBy(SeenByEngine(parent)));
    }

    [Fact]
    public void Children_end_with_their_parents_stay_where_they_are_to()
    {
        var link = new ParentLink(new TicketId(1), OneStep.Step, Visit: 1, "1");
        var (left, kept) = (Started(Parent(new ChildrenSetting { EndWithParent = true })), Started(Parent(new ChildrenSetting())));
        Assert.False(ChildrenRules.EndsWithParent(left.Workflow, left.Ticket, Filed(0, isOver: false, link)));

        left.Closed(Cast.Rita);
        kept.Closed(Cast.Rita);

        Assert.True(ChildrenRules.EndsWithParent(left.Workflow, left.Ticket, Filed(0, isOver: false, link)));
        Assert.False(ChildrenRules.EndsWithParent(kept.Workflow, kept.Ticket, Filed(0, isOver: false, link)));
    }

    private static Story Parent(ChildrenSetting? setting, params (string Key, FieldValue Value)[] values) => Parent(setting, new ParticipantSpec.Engine(), values: values);

    private static Story Parent(ChildrenSetting? setting, ParticipantSpec? who = null, ParticipantSpec? next = null, params (string Key, FieldValue Value)[] values) => new Story(new Sketch("Parent")
        .Field("people", FieldType.Users)
        .Field("rows", FieldType.TextArea)
        .Field("number", FieldType.Integer)
        .Start(OneStep.New, "New", "title?", "people?", "rows?")
        .Step(OneStep.Step, "Wait", who ?? new ParticipantSpec.Engine()).But(state => state with { Children = setting })
        .Step(new StateId(4), "Next", next ?? new ParticipantSpec.People([Cast.Bob]))
        .End(OneStep.Done, "Done")
        .Agree(OneStep.Submit, "Submit", OneStep.New, OneStep.Step)
        .Agree(OneStep.Agree, "Go on", OneStep.Step, new StateId(4))
        .Agree(new TransitionId(31), "Agree", new StateId(4), OneStep.Done)
        .Version(8)).Filed(Cast.Ann, OneStep.Submit, new FieldChanges("Parent", new Dictionary<string, FieldValue?>
        {
            ["people"] = new FieldValue.Texts(["bob", "cleo", "bob"]),
        }
        .Concat(values.Select(pair => KeyValuePair.Create(pair.Key, (FieldValue?)pair.Value))).GroupBy(pair => pair.Key).ToDictionary(same => same.Key, same => same.Last().Value)));

    private static (string, FieldValue) Rows(int count) => ("rows", new FieldValue.Text(string.Join('\n', Enumerable.Range(1, count))));

    private static Story Started(Story parent) => parent
        .Applied(AutomationRules.Begin(SeenByEngine(parent), 1, 1))
        .Applied(AutomationRules.Finish(SeenByEngine(parent), 1, 1, "started"));

    private static Situation SeenByEngine(Story parent) => parent.SeenBy(new Actor.Engine());

    private static IReadOnlyList<ChildPlan> Planned(Story parent) => ChildrenRules.Plan(SeenByEngine(parent), 1, Child).Value;

    private static Ticket Filed(int index, bool isOver, ParentLink? link = null)
    {
        var facts = new DecisionFacts { Now = Story.Monday.AddMinutes(index), Company = Cast.Company, Access = WorkflowAccess.Restricted };
        var form = Form.With($"Child {index}", ("days", new FieldValue.Text("many")));
        var child = Ticket.File(
            new TicketId(100 + index), $"child_{index}", Child, Cast.Ann, SubmissionRules.Submit(Child, Cast.Actor(Cast.Ann), OneStep.Submit, form, null, facts).Value, link);

        if (isOver)
        {
            child.Apply(TransitionRules.Take(new Situation(Child, child, Cast.Actor(Cast.Bob), facts), 1, OneStep.Agree, FieldChanges.None, null).Value);
        }

        return child;
    }
}
