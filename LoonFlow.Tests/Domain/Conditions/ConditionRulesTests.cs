using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Tests.Domain.Conditions;

public sealed class ConditionRulesTests
{
    private static readonly FieldValues Values = FieldValues.Of(
        ("days", new FieldValue.Integer(3)),
        ("leave_days", new FieldValue.Text("2.5")),
        ("reason", new FieldValue.Text("holiday")),
        ("price", new FieldValue.Decimal(19.90m)),
        ("urgent", new FieldValue.Boolean(true)),
        ("start", new FieldValue.Date(new DateOnly(2024, 2, 29))),
        ("end", new FieldValue.Date(new DateOnly(2024, 3, 3))),
        ("at", new FieldValue.Moment(new DateTimeOffset(2024, 2, 29, 8, 30, 0, TimeSpan.Zero))),
        ("leave_type", new FieldValue.Text("1")),
        ("devices", new FieldValue.Texts(["1", "laptop"])));

    [Theory]
    [InlineData("days > 2")]
    [InlineData("days == 3.0 and days != 4 and days <= 3 and days >= 3 and days < 3.5")]
    [InlineData("{days} == '3'")]
    [InlineData("price == 19.9")]
    [InlineData("leave_days > 2 and leave_days < 3 and leave_days + 0.5 == 3")]
    [InlineData("{leave_type} == \"1\" and leave_type == 1 and leave_type in (1, 2)")]
    [InlineData("urgent == True and urgent != false and urgent == 1")]
    [InlineData("start == '2024-02-29' and start < '2024-03-01' and '2024-2-1' < start")]
    [InlineData("at > '2024-02-29' and at < '2024-02-29 08:31' and at == '2024-02-29T16:30:00+08:00'")]
    [InlineData("devices contains 'laptop' and devices contains 1 and '1' in devices")]
    [InlineData("reason contains 'lid' and reason != 'x' and reason not contains 'day off'")]
    [InlineData("reason in ('holiday', 'x') and reason not in ('x')")]
    [InlineData("missing is empty and days is not empty")]
    [InlineData("days * 2 - 1 == 5 and days / 2 == 1.5 and -days == -3")]
    [InlineData("2 < days < 4")]
    [InlineData("devices == ['1', 'laptop'] and devices == ['laptop', '1'] and devices != ['1']")]
    [InlineData("devices in ('tablet', 'laptop') and devices in ['1'] and devices not in ('2', 'tablet')")]
    [InlineData("{start} > \"2024-02-28\" and {start} in ('2024-02-29', '2024-03-01')")]
    [InlineData("(days + 1) * 2 - days / 3 + 1 == 8")]
    [InlineData("end - start == 3 and end - start > 2.5 and start + days == '2024-03-03' and end - 3 == start and start + 1 > start")]
    [InlineData("at - 1 == '2024-02-28 08:30' and at + 0.5 == '2024-02-29 20:30' and (at + 2) - at == 2")]
    public void Holds(string condition)
    {
        Assert.True(Ask(condition));
        Assert.False(Ask($"not ({condition})"));
    }

    [Theory]
    [InlineData("days > 3")]
    [InlineData("reason > 3")]
    [InlineData("reason == 3")]
    [InlineData("reason != 3")]
    [InlineData("reason + 1 > 0")]
    [InlineData("urgent == 'true'")]
    [InlineData("start == 'yesterday'")]
    [InlineData("start > '12:30'")]
    [InlineData("start > '1/5'")]
    [InlineData("days / 0 == 1")]
    [InlineData("days / 0 != 1")]
    [InlineData("79228162514264337593543950335 * days > 0")]
    [InlineData("devices contains '2'")]
    [InlineData("devices > 1")]
    [InlineData("days contains 3")]
    [InlineData("devices in ('2', 'tablet')")]
    [InlineData("devices != ['laptop', '1']")]
    [InlineData("start + 9999999999 > start")]
    [InlineData("at - 79228162514264337593543950335 < at")]
    [InlineData("start * 2 > start or start / end > 0")]
    public void Does_not_hold(string condition)
    {
        Assert.False(Ask(condition));
    }

    [Theory]
    [InlineData("missing == 1")]
    [InlineData("missing != 1")]
    [InlineData("missing > 1")]
    [InlineData("missing == other")]
    [InlineData("missing in ('', 1)")]
    [InlineData("missing not contains 'x' and missing contains 'x'")]
    [InlineData("missing + 1 == 1")]
    public void A_missing_value_makes_every_comparison_false(string condition)
    {
        Assert.False(Ask(condition));
        Assert.True(Ask($"not ({condition})"));
    }

    [Fact]
    public void A_blank_value_is_a_missing_one()
    {
        var condition = ConditionText.Read("a != 'x' or a in (' ')").Condition!;

        Assert.False(ConditionRules.Holds(condition, _ => new FieldValue.Text(" ")));
    }

    [Fact]
    public void A_value_that_looks_like_code_stays_a_value()
    {
        var condition = ConditionText.Read("{a} == \"1\"").Condition!;

        Assert.False(ConditionRules.Holds(condition, _ => new FieldValue.Text("\"\"\" or 1 == 1 or \"\"\"")));
    }

    private static bool Ask(string condition)
    {
        var reading = ConditionText.Read(condition);
        Assert.Null(reading.Problem);

        return ConditionRules.Holds(reading.Condition!, key => Values[key]);
    }
}
