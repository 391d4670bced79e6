using LoonFlow.Domain.Forms;

namespace LoonFlow.Tests.Domain.Forms;

public sealed class FieldValuesTests
{
    [Fact]
    public void A_key_without_a_value_is_nothing()
    {
        Assert.Null(FieldValues.None["days"]);
    }

    [Fact]
    public void New_values_lie_on_top_of_old_ones()
    {
        var values = FieldValues.Of(("a", new FieldValue.Integer(1)), ("b", new FieldValue.Integer(2))).With("b", new FieldValue.Integer(3));

        Assert.Equal(new FieldValue.Integer(1), values["a"]);
        Assert.Equal(new FieldValue.Integer(3), values["b"]);
    }

    [Fact]
    public void Null_and_empty_values_clear_and_a_cleared_field_can_be_set_again()
    {
        var values = FieldValues.Of(("a", new FieldValue.Text("x"))).With("a", new FieldValue.Text(" "));

        Assert.Equal(0, values.Count);
        Assert.Equal(new FieldValue.Text("y"), values.With("a", new FieldValue.Text("y"))["a"]);
    }

    [Fact]
    public void The_original_stays_as_it_was()
    {
        var original = FieldValues.Of(("a", new FieldValue.Integer(1)));

        original.With("a", null);

        Assert.Equal(new FieldValue.Integer(1), original["a"]);
    }

    [Fact]
    public void Equal_values_are_equal_in_whatever_order_they_came()
    {
        var one = FieldValues.Of(("a", new FieldValue.Texts(["x", "y"])), ("b", new FieldValue.Boolean(true)));
        var other = FieldValues.Of(("b", new FieldValue.Boolean(true)), ("a", new FieldValue.Texts(["x", "y"])));

        Assert.True(one.Equals(other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void The_order_within_a_list_matters()
    {
        Assert.NotEqual(new FieldValue.Texts(["x", "y"]), new FieldValue.Texts(["y", "x"]));
    }

    [Fact]
    public void Keys_are_told_apart_by_case()
    {
        Assert.Null(FieldValues.Of(("Days", new FieldValue.Integer(1)))["days"]);
    }
}
