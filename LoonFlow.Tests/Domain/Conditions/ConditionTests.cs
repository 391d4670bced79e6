using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Tests.Domain.Conditions;

public sealed class ConditionTests
{
    private static readonly FieldValues Values = FieldValues.Of(
        ("days", new FieldValue.Decimal(3.5m)),
        ("count", new FieldValue.Integer(7)),
        ("number_as_text", new FieldValue.Text("12")),
        ("kind", new FieldValue.Text("annual")),
        ("urgent", new FieldValue.Boolean(true)),
        ("from", new FieldValue.Date(new DateOnly(2026, 3, 2))),
        ("at", new FieldValue.Moment(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero))),
        ("tags", new FieldValue.Texts(["red", "blue"])));

    [Theory]
    [InlineData("days", Comparison.Greater, 3, true)]
    [InlineData("days", Comparison.Greater, 3.5, false)]
    [InlineData("days", Comparison.GreaterOrEqual, 3.5, true)]
    [InlineData("days", Comparison.Less, 4, true)]
    [InlineData("days", Comparison.LessOrEqual, 3, false)]
    [InlineData("days", Comparison.Equal, 3.5, true)]
    [InlineData("days", Comparison.NotEqual, 3.5, false)]
    [InlineData("count", Comparison.Equal, 7, true)]
    [InlineData("number_as_text", Comparison.Greater, 9, true)]
    [InlineData("kind", Comparison.Greater, 1, false)]
    [InlineData("tags", Comparison.Greater, 1, false)]
    public void Numbers_compare_as_numbers(string key, Comparison comparison, double number, bool expected)
    {
        Assert.Equal(expected, Holds(Compare(key, comparison, new FieldValue.Decimal((decimal)number))));
    }

    [Theory]
    [InlineData("annual", true)]
    [InlineData("Annual", false)]
    [InlineData("sick", false)]
    public void Text_compares_letter_by_letter(string text, bool expected)
    {
        Assert.Equal(expected, Holds(Compare("kind", Comparison.Equal, new FieldValue.Text(text))));
    }

    [Theory]
    [InlineData(Comparison.Equal)]
    [InlineData(Comparison.NotEqual)]
    [InlineData(Comparison.Less)]
    [InlineData(Comparison.GreaterOrEqual)]
    public void A_missing_value_makes_every_comparison_false(Comparison comparison)
    {
        Assert.False(Holds(Compare("missing", comparison, new FieldValue.Integer(1))));
        Assert.False(Holds(Compare("missing", comparison, new FieldValue.Text(""))));
    }

    [Theory]
    [InlineData(Comparison.Equal)]
    [InlineData(Comparison.NotEqual)]
    [InlineData(Comparison.Less)]
    [InlineData(Comparison.GreaterOrEqual)]
    public void Values_that_cannot_be_compared_make_every_comparison_false(Comparison comparison)
    {
        Assert.False(Holds(Compare("urgent", comparison, new FieldValue.Text("true"))));
        Assert.False(Holds(Compare("tags", comparison, new FieldValue.Text("red"))));
    }

    [Fact]
    public void A_comparison_that_nobody_knows_is_false()
    {
        Assert.False(Holds(Compare("count", (Comparison)99, new FieldValue.Integer(7))));
    }

    [Fact]
    public void Booleans_compare_with_booleans_and_with_loonflows_one_and_zero()
    {
        Assert.True(Holds(Compare("urgent", Comparison.Equal, new FieldValue.Boolean(true))));
        Assert.True(Holds(Compare("urgent", Comparison.Equal, new FieldValue.Integer(1))));
        Assert.False(Holds(Compare("urgent", Comparison.Equal, new FieldValue.Integer(0))));
    }

    [Theory]
    [InlineData("from", Comparison.Equal, "2026-03-02", true)]
    [InlineData("from", Comparison.Less, "2026-03-03", true)]
    [InlineData("from", Comparison.Greater, "not a date", false)]
    [InlineData("at", Comparison.Greater, "2026-03-02 07:59:59", true)]
    [InlineData("at", Comparison.Greater, "2026-03-02 08:00:00", false)]
    [InlineData("at", Comparison.Equal, "2026-03-02T16:00:00+08:00", true)]
    public void Dates_and_moments_compare_with_text_that_reads_as_one(string key, Comparison comparison, string text, bool expected)
    {
        Assert.Equal(expected, Holds(Compare(key, comparison, new FieldValue.Text(text))));
    }

    [Theory]
    [InlineData("2026-03-03", true)]
    [InlineData("2026-03-02", false)]
    public void A_comparison_reads_the_same_from_both_sides(string text, bool expected)
    {
        var condition = new Condition.Compare(
            new Operand.Literal(new FieldValue.Text(text)), Comparison.Greater, new Operand.Field("from"));

        Assert.Equal(expected, Holds(condition));
    }

    [Fact]
    public void Two_fields_can_be_compared()
    {
        Assert.True(Holds(new Condition.Compare(new Operand.Field("count"), Comparison.Greater, new Operand.Field("days"))));
    }

    [Fact]
    public void And_or_and_not_combine()
    {
        var yes = Compare("count", Comparison.Equal, new FieldValue.Integer(7));
        var no = Compare("count", Comparison.Equal, new FieldValue.Integer(8));

        Assert.True(Holds(new Condition.All([yes, yes])));
        Assert.False(Holds(new Condition.All([yes, no])));
        Assert.True(Holds(new Condition.Any([no, yes])));
        Assert.False(Holds(new Condition.Any([no, no])));
        Assert.True(Holds(new Condition.Not(no)));
    }

    [Fact]
    public void All_of_nothing_holds_and_any_of_nothing_does_not()
    {
        Assert.True(Holds(new Condition.All([])));
        Assert.False(Holds(new Condition.Any([])));
    }

    [Fact]
    public void In_finds_a_value_among_those_listed()
    {
        Assert.True(Holds(In("kind", new FieldValue.Text("sick"), new FieldValue.Text("annual"))));
        Assert.True(Holds(In("number_as_text", new FieldValue.Integer(12))));
        Assert.False(Holds(In("kind")));
        Assert.False(Holds(In("missing", new FieldValue.Text("annual"))));
    }

    [Fact]
    public void Contains_looks_into_lists_and_texts()
    {
        Assert.True(Holds(Contains("tags", "red")));
        Assert.False(Holds(Contains("tags", "re")));
        Assert.True(Holds(Contains("kind", "nnu")));
        Assert.False(Holds(Contains("missing", "x")));
        Assert.False(Holds(Contains("count", "7")));
    }

    [Fact]
    public void Empty_asks_whether_anything_was_filled_in()
    {
        Assert.True(Holds(new Condition.Empty("missing")));
        Assert.False(Holds(new Condition.Empty("kind")));
        Assert.True(ConditionRules.Holds(new Condition.Empty("blank"), _ => new FieldValue.Text("  ")));
    }

    [Theory]
    [InlineData(ArithmeticOperator.Add, 10.5)]
    [InlineData(ArithmeticOperator.Subtract, 3.5)]
    [InlineData(ArithmeticOperator.Multiply, 24.5)]
    [InlineData(ArithmeticOperator.Divide, 2)]
    public void Numbers_can_be_calculated_with(ArithmeticOperator @operator, double expected)
    {
        var sum = new Operand.Arithmetic(new Operand.Field("count"), @operator, new Operand.Field("days"));

        Assert.True(Holds(new Condition.Compare(sum, Comparison.Equal, new Operand.Literal(new FieldValue.Decimal((decimal)expected)))));
    }

    [Fact]
    public void Dividing_by_zero_overflowing_and_calculating_with_words_have_no_value()
    {
        Assert.False(Holds(Calculated(new Operand.Field("count"), ArithmeticOperator.Divide, new FieldValue.Integer(0))));
        Assert.False(Holds(Calculated(new Operand.Literal(new FieldValue.Decimal(decimal.MaxValue)), ArithmeticOperator.Multiply, new FieldValue.Integer(2))));
        Assert.False(Holds(Calculated(new Operand.Field("kind"), ArithmeticOperator.Add, new FieldValue.Integer(1))));
        Assert.False(Holds(Calculated(new Operand.Field("missing"), ArithmeticOperator.Add, new FieldValue.Integer(1))));
    }

    [Fact]
    public void A_value_full_of_quotes_and_code_is_only_text()
    {
        const string Hostile = "\"\"\" or True or __import__('os').system('x') or \"\"\"";

        var condition = Compare("reason", Comparison.Equal, new FieldValue.Text("fine"));

        Assert.False(ConditionRules.Holds(condition, _ => new FieldValue.Text(Hostile)));
    }

    private static bool Holds(Condition condition) => ConditionRules.Holds(condition, key => Values[key]);

    private static Condition.Compare Compare(string key, Comparison comparison, FieldValue value) =>
        new(new Operand.Field(key), comparison, new Operand.Literal(value));

    private static Condition.In In(string key, params FieldValue[] listed) =>
        new(new Operand.Field(key), [.. listed.Select(value => new Operand.Literal(value))]);

    private static Condition.Contains Contains(string key, string part) =>
        new(new Operand.Field(key), new Operand.Literal(new FieldValue.Text(part)));

    private static Condition.Compare Calculated(Operand left, ArithmeticOperator @operator, FieldValue right) => new(
        new Operand.Arithmetic(left, @operator, new Operand.Literal(right)),
        Comparison.GreaterOrEqual,
        new Operand.Literal(new FieldValue.Decimal(decimal.MinValue)));
}
