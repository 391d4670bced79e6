using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Tests.Domain.Workflows;

public sealed class BranchTrialTests
{
    [Fact]
    public void The_first_branch_that_holds_is_taken_and_those_behind_it_are_not_reached()
    {
        var trials = Try(4, "days > 5", "days > 3", "days > 1");

        Assert.Equal([(false, false), (true, true), (true, false)], trials.Select(trial => (trial.Holds, trial.IsTaken)));
    }

    [Fact]
    public void A_branch_that_does_not_hold_says_which_of_its_parts_do_not()
    {
        var trial = Assert.Single(Try(4, "days > 1 and (days > 5 or kind == 'x') and not (days == 4)"));

        Assert.Equal(["days > 5", "kind == \"x\"", "not (days == 4)"], trial.Failed.Select(ConditionText.Write));
    }

    [Fact]
    public void A_branch_that_holds_has_nothing_to_explain() => Assert.Empty(Assert.Single(Try(4, "days > 5 or days > 3")).Failed);

    [Fact]
    public void A_transition_without_branches_has_nothing_to_try() => Assert.Empty(Try(4));

    private static IReadOnlyList<BranchTrial> Try(long days, params string[] conditions)
    {
        var transition = new Transition
        {
            Id = new TransitionId(1),
            Name = "Agree",
            From = new StateId(1),
            To = new StateId(2),
            Branches = [.. conditions.Select((condition, index) => new Branch(ConditionText.Read(condition).Condition!, new StateId(10 + index)))],
        };

        return BranchTrial.Of(transition, key => key == "days" ? new FieldValue.Integer(days) : null);
    }
}
