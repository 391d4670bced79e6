using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Tests.Domain.Conditions;

public sealed class ConditionRowsTests
{
    [Theory]
    [InlineData("days > 3")]
    [InlineData("days > 3 and kind == \"1\" or urgent == true")]
    [InlineData("kind in (\"1\", 2) and kind not in (\"3\") or tags contains \"a\" and tags not contains \"b\"")]
    [InlineData("a is empty or b is not empty and c <= 1 and c >= 1 and c < 1 and c != 1")]
    [InlineData("tags == [\"a\", \"b\"]")]
    [InlineData("creator.department in (1, 2) and creator.role contains 4")]
    public void What_rows_can_say_goes_into_rows_and_back(string text)
    {
        var groups = ConditionRows.Of(Read(text));

        Assert.Equal(text, ConditionText.Write(ConditionRows.Join(groups!)));
    }

    [Fact]
    public void Groups_are_alternatives_and_rows_hold_together()
    {
        var groups = ConditionRows.Of(Read("3 < days <= 10 and (kind == 'a' and urgent == true) or (who is empty or days == 0)"))!;

        Assert.Equal([4, 1, 1], groups.Select(group => group.Count));
        Assert.Equal(new ConditionRow("days", RowOperator.Greater, [new FieldValue.Integer(3)]), groups[0][0]);
        Assert.Equal(new ConditionRow("who", RowOperator.Empty, []), Assert.Single(groups[1]));
    }

    [Theory]
    [InlineData("days + 1 > 3")]
    [InlineData("days > other")]
    [InlineData("not (days > 3)")]
    [InlineData("not (a is empty or b is empty)")]
    [InlineData("(a == 1 or b == 2) and c == 3")]
    [InlineData("a in (1, b)")]
    [InlineData("1 == 1")]
    public void What_rows_cannot_say_has_none(string text) => Assert.Null(ConditionRows.Of(Read(text)));

    [Fact]
    public void No_group_never_holds_and_a_group_without_rows_always_does()
    {
        Assert.False(Holds(ConditionRows.Join([])));
        Assert.True(Holds(ConditionRows.Join([[]])));
        Assert.Empty(ConditionRows.Of(ConditionRows.Join([]))!);
        Assert.Empty(Assert.Single(ConditionRows.Of(ConditionRows.Join([[]]))!));
    }

    [Fact]
    public void A_row_whose_value_is_still_missing_never_holds() =>
        Assert.False(Holds(ConditionRows.Join([[new ConditionRow("days", RowOperator.NotEqual, [])]])));

    [Fact]
    public void A_row_about_the_creator_asks_for_one_of_a_list() =>
        Assert.Equal(
            "creator.role contains 4 and creator.department not contains 2",
            ConditionText.Write(ConditionRows.Join([[
                new ConditionRow(CreatorFacts.Role, RowOperator.Equal, [new FieldValue.Integer(4)]),
                new ConditionRow(CreatorFacts.Department, RowOperator.NotEqual, [new FieldValue.Integer(2)])]])));

    private static Condition Read(string text) => ConditionText.Read(text).Condition!;

    private static bool Holds(Condition condition) => ConditionRules.Holds(condition, _ => new FieldValue.Integer(3));
}
