using AngleSharp.Dom;
using Bunit;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Screens.Workflows.Designer.Panels;

public sealed class StatePanelTests : PanelTest
{
    [Fact]
    public void A_name_is_one_step_when_the_line_is_left()
    {
        var session = Open();
        var panel = Draw(session, Leave.Leader);

        panel.Find("#state-name").Change("Boss");

        Assert.Equal("Boss", session.State(Leave.Leader)!.Name.Text);
        Assert.Equal("name of the state", session.UndoName);
    }

    [Fact]
    public void A_name_is_shown_elsewhere_while_it_is_typed_and_taken_back_as_a_whole()
    {
        var session = Open();
        var panel = Draw(session, Leave.Leader);

        foreach (var typed in (string[])["T", "The", "The ", "The b"])
        {
            panel.Find("#state-name").Input(typed);
            Assert.Equal((typed, typed.Trim()), (panel.Find("#state-name").GetAttribute("value"), session.State(Leave.Leader)!.Name.Text));
        }

        session.Undo();
        Assert.Equal("Leader approval", panel.Find("#state-name").GetAttribute("value"));
        Assert.Null(session.UndoName);
    }

    [Fact]
    public void Leaving_a_name_as_it_was_typed_is_no_further_step()
    {
        var session = Open();
        var panel = Draw(session, Leave.Leader);
        panel.Find("#state-name").Input("Boss ");
        session.Undo();
        session.Redo();

        panel.Find("#state-name").Change("Boss ");
        session.Undo();

        Assert.Equal("Leader approval", session.State(Leave.Leader)!.Name.Text);
        Assert.Equal("Leader approval", panel.Find("#state-name").GetAttribute("value"));
    }

    [Theory]
    [InlineData("en", "组长", "Leader approval", "组长")]
    [InlineData("zh-CN", "Leader", "Leader", "Leader approval")]
    public void A_name_in_the_other_language_opens_on_demand_and_stays_where_it_is_filled_in(string language, string typed, string english, string text)
    {
        Speak(language);
        var session = Open();
        var panel = Draw(session, Leave.Leader);

        panel.Find(".caption-editor-more").Click();
        panel.Find("#state-name-beside").Change(typed);

        Assert.Equal(new Caption(text, english), session.State(Leave.Leader)!.Name);
        Assert.Single(Draw(session, Leave.Leader).FindAll("#state-name-beside"));
    }

    [Theory]
    [InlineData("en", "HR", "人事")]
    [InlineData("zh-CN", "人事", "HR")]
    public void The_first_line_is_what_the_designer_reads(string language, string first, string beside)
    {
        Speak(language);
        var session = Open();
        session.Edit("x", document => StateEdits.With(document, Leave.Hr, state => state with { Name = new Caption("人事", "HR") }));
        var panel = Draw(session, Leave.Hr);

        Assert.Equal((first, beside), (panel.Find("#state-name").GetAttribute("value"), panel.Find("#state-name-beside").GetAttribute("value")));
    }

    [Theory]
    [InlineData("en", "HR")]
    [InlineData("zh-CN", "人事")]
    public void Clearing_the_other_language_leaves_one_name(string language, string left)
    {
        Speak(language);
        var session = Open();
        session.Edit("x", document => StateEdits.With(document, Leave.Hr, state => state with { Name = new Caption("人事", "HR") }));
        var panel = Draw(session, Leave.Hr);

        panel.Find("#state-name-beside").Change(" ");

        Assert.Equal(new Caption(left), session.State(Leave.Hr)!.Name);
    }

    [Fact]
    public void Certain_people_are_chosen_and_said()
    {
        var session = Open();
        var panel = Draw(session, Leave.Leader);

        panel.Find("#state-rule-1").Change("People");
        panel.Find("#state-rule-1-people").Input("olga");
        panel.Find("[role=option]").Click();

        Assert.Equal([Cast.Olga], Assert.IsType<ParticipantSpec.People>(session.State(Leave.Leader)!.Participants).Users);
        Assert.Equal("One person today: Olga", panel.Find(".panel-who").TextContent.Trim());
    }

    [Fact]
    public void A_role_says_who_that_is_today_without_those_who_left()
    {
        var session = Open();
        var panel = Draw(session, Leave.Leader);

        panel.Find("#state-rule-1").Change("Roles");
        panel.Find("#state-rule-1-roles").Input("Oper");
        panel.Find("[role=option]").Click();

        Assert.Equal("2 people today: Olga, Omar", panel.Find(".panel-who").TextContent.Trim());
    }

    [Fact]
    public void Whoever_has_left_is_called_by_name_and_counted_as_inactive()
    {
        var session = Open();
        session.Edit("x", document => StateEdits.With(document, Leave.Leader, state => state with { Participants = new ParticipantSpec.People([Cast.Ivan, Cast.Olga]) }));

        var panel = Draw(session, Leave.Leader);

        Assert.Equal(["Ivan · inactive", "Olga"], panel.FindAll(".lf-chip .lf-clip").Select(chip => chip.TextContent));
        Assert.Equal("One person today: Olga and 1 inactive", panel.Find(".panel-who").TextContent.Trim());
    }

    [Fact]
    public void Several_rules_are_a_union()
    {
        var session = Open();
        var panel = Draw(session, Leave.Leader);

        panel.Find(".panel-add-rule").Click();
        panel.Find("#state-rule-2").Change("Creator");

        Assert.Equal(
            [new ParticipantSpec.CreatorsLeader(), new ParticipantSpec.Creator()],
            Assert.IsType<ParticipantSpec.Union>(session.State(Leave.Leader)!.Participants).Parts);
    }

    [Fact]
    public void Taking_all_rules_away_is_said_at_the_rules()
    {
        var session = Open();
        var panel = Draw(session, Leave.Leader);

        panel.Find(".panel-remove-rule").Click();

        Assert.Equal("Say who acts in “Leader approval”.", panel.Find("#state-participants .panel-problem").TextContent.Trim());
    }

    [Theory]
    [InlineData("Script", typeof(ParticipantSpec.Script))]
    [InlineData("Hook", typeof(ParticipantSpec.Hook))]
    [InlineData("Engine", typeof(ParticipantSpec.Engine))]
    public void A_machine_may_do_the_work(string work, Type kind)
    {
        var session = Open();
        var panel = Draw(session, Leave.Leader);

        panel.Find("#state-work").Change(work);

        Assert.IsType(kind, session.State(Leave.Leader)!.Participants);
        Assert.Empty(panel.FindAll("#state-distribution"));
    }

    [Fact]
    public void A_script_is_chosen_by_name_and_a_hook_by_address()
    {
        var session = Open();
        var panel = Draw(session, Leave.Leader);

        panel.Find("#state-work").Change("Script");
        panel.Find("#state-script").Change("tidy.py");
        var script = session.State(Leave.Leader)!.Participants;
        panel.Find("#state-work").Change("Hook");
        panel.Find("#state-call-url").Change("https://oa.example.com/x");
        panel.Find("#state-call-secret").Change("oa");
        panel.Find("#state-hook-waits").Change(true);

        Assert.Equal(new ParticipantSpec.Script("tidy.py"), script);
        Assert.Equal(new ParticipantSpec.Hook(new ExternalCall("https://oa.example.com/x", "oa"), Waits: true), session.State(Leave.Leader)!.Participants);
    }

    [Fact]
    public void Votes_are_asked_about_only_where_everybody_decides()
    {
        var session = Open();
        var panel = Draw(session, Leave.Leader);
        var before = panel.FindAll("#state-voting").Count;

        panel.Find("#state-distribution").Change("AllMustProcess");
        panel.Find("#state-voting").Change("Percentage");
        panel.Find("#state-voting-percent").Change("60");

        Assert.Equal(0, before);
        Assert.Equal(new VotingPolicy.Percentage(60), session.State(Leave.Leader)!.Voting);
    }

    [Fact]
    public void What_those_who_act_may_do_is_ticked()
    {
        var session = Open();
        var panel = Draw(session, Leave.Leader);

        panel.Find("#state-action-Forward").Change(false);
        panel.Find("#state-returns-Earlier").Change(true);
        panel.Find("#state-after-return").Change("StraightBack");

        Assert.Equal(StateActions.Consult, session.State(Leave.Leader)!.Actions);
        Assert.Equal(new ReturnSetting(ReturnTargets.Earlier, AfterReturn.StraightBack), session.State(Leave.Leader)!.Returns);
    }

    [Fact]
    public void A_timer_counts_in_the_unit_that_was_chosen()
    {
        var session = Open();
        var panel = Draw(session, Leave.Leader);

        panel.Find(".panel-add-timer").Click();
        panel.Find("#state-timer-1-after").Change("3");
        panel.Find("#state-timer-1-kind").Change("Take");

        var timer = Assert.Single(session.State(Leave.Leader)!.Timers);
        Assert.Equal(TimeSpan.FromDays(3), timer.After);
        Assert.Equal(new TimerAction.Take(Leave.LeaderAgrees), timer.Action);
    }

    [Fact]
    public void Children_are_filed_with_the_fields_of_their_own_workflow()
    {
        var session = Open();
        var panel = Draw(session, Leave.Leader);

        panel.Find("#state-children").Change(true);
        panel.Find("#state-children-workflow").Change(new WorkflowId(2).ToString());
        panel.Find("#state-children-per").Change("Person");
        panel.Find("#state-children-field").Change("proxy");
        panel.Find("#state-children-item").Change("buyer");

        var children = session.State(Leave.Leader)!.Children!;
        Assert.Equal((new WorkflowId(2), "proxy", "buyer"), (children.Workflow!.Value, children.Field, children.ItemField));
    }

    [Fact]
    public void Another_kind_keeps_what_still_makes_sense()
    {
        var session = Open();
        var panel = Draw(session, Leave.Hr);

        panel.Find("#state-kind").Change("End");

        var state = session.State(Leave.Hr)!;
        Assert.Equal((StateKind.End, "HR", new ParticipantSpec.None()), (state.Kind, state.Name.Text, state.Participants));
        Assert.Equal(4, state.Access.Count);
        Assert.Empty(panel.FindAll("#state-work"));
    }

    [Fact]
    public void A_label_that_is_no_json_is_said_at_once()
    {
        var panel = Draw(Open(), Leave.Leader);

        panel.Find("#state-label").Change("{oops");

        Assert.Equal("This is no JSON.", panel.Find("#state-label-error").TextContent.Trim());
    }

    [Fact]
    public void Every_control_has_a_name()
    {
        var session = Open();
        var panel = Draw(session, Leave.Leader);
        panel.Find(".panel-add-timer").Click();
        panel.Find("#state-children").Change(true);
        panel.Find("#state-distribution").Change("AllMustProcess");

        Assert.All(panel.FindAll("input, select, textarea"), control => Assert.True(IsNamed(panel, control), control.OuterHtml));
    }

    [Fact]
    public void Nothing_is_drawn_of_a_state_that_is_gone()
    {
        Assert.Empty(Draw(Open(), new StateId(999)).Markup.Trim());
    }

    private static bool IsNamed<T>(IRenderedComponent<T> panel, IElement control)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        control.HasAttribute("aria-label") || control.Closest("label") is not null || panel.FindAll($"label[for='{control.Id}']").Count == 1;
}
