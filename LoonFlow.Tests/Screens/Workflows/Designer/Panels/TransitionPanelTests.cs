using Bunit;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features.Workflows.Designer;

namespace LoonFlow.Tests.Screens.Workflows.Designer.Panels;

public sealed class TransitionPanelTests : PanelTest
{
    [Fact]
    public void What_is_typed_into_a_condition_counts_at_once_and_is_one_step()
    {
        var session = Open();
        session.Edit("Add", document => TransitionEdits.With(document, Leave.DirectorAgrees, TransitionEdits.WithBranch));
        var panel = Draw(session, Leave.DirectorAgrees);
        panel.Find(".condition-add-group").Click();
        panel.Find(".condition-operator").Change("Greater");

        foreach (var typed in (string[])["5", "5.", "5.5"])
        {
            panel.Find("#branch-1-row-1-value").Input(typed);
            Assert.Equal(typed, panel.Find("#branch-1-row-1-value").GetAttribute("value"));
        }

        Assert.Empty(panel.FindAll("#transition-branches .panel-problem"));
        Assert.Contains("5.5", panel.Find(".condition-words").TextContent, StringComparison.Ordinal);
        session.Undo();
        Assert.Single(panel.FindAll("#transition-branches .panel-problem--warning"));
        Assert.Equal("Add", session.UndoName);
    }

    [Fact]
    public void A_branch_that_is_never_taken_warns_and_one_that_asks_for_nothing_there_must_be_solved()
    {
        var session = Open();
        session.Edit("Add", document => TransitionEdits.With(document, Leave.LeaderAgrees, TransitionEdits.WithBranch));
        var panel = Draw(session, Leave.LeaderAgrees);
        Assert.Contains("panel-section-problem--warning", panel.Find("#transition-section-branches .panel-section-problem").ClassName, StringComparison.Ordinal);
        Assert.Contains("panel-problem--warning", panel.Find("#transition-branches .panel-problem").ClassName, StringComparison.Ordinal);

        session.Edit("Remove", document => FieldKeys.Remove(document, "days"));

        Assert.DoesNotContain("panel-section-problem--warning", panel.Find("#transition-section-branches .panel-section-problem").ClassName, StringComparison.Ordinal);
        Assert.Contains(panel.FindAll("#transition-branches .panel-problem:not(.panel-problem--warning)"), line => line.TextContent.Contains("days", StringComparison.Ordinal));
    }

    [Fact]
    public void The_branch_whose_line_was_picked_is_marked_and_named_by_where_it_leads()
    {
        var session = Open();
        session.Select(DesignerSelection.Of(Leave.LeaderAgrees) with { Branch = 0 });
        var panel = Draw(session, Leave.LeaderAgrees);

        Assert.Contains("Executive approval", panel.Find(".panel-kicker").TextContent, StringComparison.Ordinal);
        Assert.Equal(["true", null], panel.FindAll("#transition-branches .panel-card").Select(card => card.GetAttribute("aria-current")));
    }

    [Fact]
    public void Its_kind_and_ends_are_chosen()
    {
        var session = Open();
        var panel = Draw(session, Leave.HrAgrees);

        panel.Find("input[value=Other]").Change("Other");
        panel.Find("#transition-to").Change(Leave.New.ToString());

        var transition = session.Transition(Leave.HrAgrees)!;
        Assert.Equal((TransitionKind.Other, Leave.New), (transition.Kind, transition.To));
    }

    [Fact]
    public void Nothing_asked_is_no_confirmation()
    {
        var session = Open();
        var panel = Draw(session, Leave.HrAgrees);

        panel.Find("#transition-confirmation").Change("Sure?");
        var asked = session.Transition(Leave.HrAgrees)!.Confirmation;
        panel.Find("#transition-confirmation").Change("");

        Assert.Equal("Sure?", asked!.Text);
        Assert.Null(session.Transition(Leave.HrAgrees)!.Confirmation);
    }

    [Fact]
    public void A_new_branch_never_holds_until_it_says_when()
    {
        var session = Open();
        var panel = Draw(session, Leave.HrAgrees);

        panel.Find(".panel-add-branch").Click();
        var before = session.Transition(Leave.HrAgrees)!.Branches[0].When;
        panel.Find(".condition-add-group").Click();
        panel.Find(".condition-operator").Change("Greater");
        panel.Find(".condition-value input").Change("3");

        Assert.False(ConditionRules.Holds(before, _ => null));
        Assert.Equal("days > 3", ConditionText.Write(session.Transition(Leave.HrAgrees)!.Branches[0].When));
    }

    [Fact]
    public void A_branch_moves_up_by_keyboard_and_by_dragging()
    {
        var session = Open();
        var panel = Draw(session, Leave.LeaderAgrees);

        panel.FindAll(".panel-branch-up")[1].Click();
        var moved = session.Transition(Leave.LeaderAgrees)!.Branches[0].To;
        panel.FindAll(".panel-grip")[1].DragStart();
        panel.FindAll(".panel-list > li")[0].Drop();

        Assert.Equal(Leave.Director, moved);
        Assert.Equal(Leave.Executive, session.Transition(Leave.LeaderAgrees)!.Branches[0].To);
    }

    [Fact]
    public void An_editor_goes_with_its_branch_when_the_order_changes()
    {
        var session = Open();
        var panel = Draw(session, Leave.LeaderAgrees);
        panel.FindAll(".condition-mode")[1].Click();

        panel.FindAll(".panel-branch-up")[1].Click();

        Assert.Equal("days > 3", panel.FindAll(".panel-list > li")[0].QuerySelector("textarea")!.GetAttribute("value"));
    }

    [Fact]
    public void Values_are_tried_on_the_branches_as_they_are_drawn()
    {
        var panel = Draw(Open(), Leave.LeaderAgrees);

        panel.Find("#panel-trial-field-days").Input("4");

        Assert.Equal("It goes to Director approval", string.Join(' ', panel.Find(".trial-goes").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void A_problem_of_a_branch_stands_at_the_branches()
    {
        var session = Open();
        session.Edit("x", document => TransitionEdits.With(document, Leave.LeaderAgrees, one => one with { Branches = [new Branch(ConditionText.Read("gone > 3").Condition!, Leave.Hr)] }));

        var panel = Draw(session, Leave.LeaderAgrees);

        Assert.Contains("“gone”", panel.Find("#transition-branches > .panel-problem").TextContent, StringComparison.Ordinal);
    }
}
