using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Web.Data.Json;

namespace LoonFlow.Tests.Domain.Conditions;

public sealed class ConditionTextTests
{
    [Theory]
    [InlineData("days > 3", "days > 3")]
    [InlineData("{days}>3", "days > 3")]
    [InlineData("{ days } = 3 && {kind} <> 'a'", "days == 3 and kind != \"a\"")]
    [InlineData("a == 1 || b == 2 AND NOT c == 3", "a == 1 or b == 2 and not (c == 3)")]
    [InlineData("(a == 1 or b == 2) and c == 3", "(a == 1 or b == 2) and c == 3")]
    [InlineData("((a == 1 and b == 2)) and (c == 3)", "a == 1 and b == 2 and c == 3")]
    [InlineData("!(a < 1)", "not (a < 1)")]
    [InlineData("{leave_type} == \"\"\"1\"\"\"", "leave_type == \"1\"")]
    [InlineData("{leave_type} in (\"1\", '2',)", "leave_type in (\"1\", \"2\")")]
    [InlineData("{leave_type} not in [1, 2]", "leave_type not in (1, 2)")]
    [InlineData("'1' in {devices}", "devices contains \"1\"")]
    [InlineData("devices contains '1' or devices not contains '2'", "devices contains \"1\" or devices not contains \"2\"")]
    [InlineData("a is empty and b is not empty", "a is empty and b is not empty")]
    [InlineData("{a} == None or {b} is not None or c != \"\"", "a is empty or b is not empty or c is not empty")]
    [InlineData("ok == True or ok == false", "ok == true or ok == false")]
    [InlineData("3 < {days} <= 10", "3 < days and days <= 10")]
    [InlineData("days * 2 + 1 - -3 >= (4 - x) / 5", "((days * 2) + 1) - -3 >= (4 - x) / 5")]
    [InlineData("-x < .5", "0 - x < 0.5")]
    [InlineData("start > \"2024-01-31\"", "start > \"2024-01-31\"")]
    [InlineData("{in} == 1 and {two words} == 2 and 天数 > 3", "{in} == 1 and {two words} == 2 and 天数 > 3")]
    [InlineData("state.state_name == 'x'", "state.state_name == \"x\"")]
    [InlineData("（days ＞ ３） and kind == “年假”", "days > 3 and kind == \"年假\"")]
    [InlineData(@"a == 'it\'s \""x\"" \d \\ \n'", @"a == ""it's \""x\"" \\d \\ \n""")]
    [InlineData("devices == ['a', 'b']", "devices == [\"a\", \"b\"]")]
    [InlineData("creator.department in (2, 3)", "creator.department in (2, 3)")]
    [InlineData("creator.role == 4 or 5 != creator.role", "creator.role contains 4 or creator.role not contains 5")]
    [InlineData("{days} > 3 and {days} < 10", "days > 3 and days < 10")]
    [InlineData("{leave_type} == '1' and ({days} >= 10 or {reason} != '')", "leave_type == \"1\" and (days >= 10 or reason is not empty)")]
    [InlineData("not {urgent} == True", "not (urgent == true)")]
    [InlineData("{leave_start} < '2026-03-01 08:00:00'", "leave_start < \"2026-03-01 08:00:00\"")]
    [InlineData("\"2\" not in {devices}", "devices not contains \"2\"")]
    public void A_condition_is_read_and_written_in_one_canonical_way(string typed, string canonical)
    {
        var reading = ConditionText.Read(typed);

        Assert.Null(reading.Problem);
        Assert.Equal(canonical, ConditionText.Write(reading.Condition!));
        Assert.Equal(canonical, ConditionText.Write(ConditionText.Read(canonical).Condition!));
    }

    [Theory]
    [InlineData("", 0, "condition.blank")]
    [InlineData("  ", 0, "condition.blank")]
    [InlineData("days >", 6, "condition.value_expected")]
    [InlineData("days > 3 and", 12, "condition.value_expected")]
    [InlineData("days > 3 days < 4", 9, "condition.leftover")]
    [InlineData("days", 0, "condition.comparison_expected")]
    [InlineData("a == 1 and urgent", 11, "condition.comparison_expected")]
    [InlineData("(a > 1", 6, "condition.token_expected")]
    [InlineData("a > 1)", 5, "condition.leftover")]
    [InlineData("a in (1, 2", 10, "condition.token_expected")]
    [InlineData("a in (1 2)", 8, "condition.token_expected")]
    [InlineData("a == 'x", 5, "condition.text_unclosed")]
    [InlineData("a == \"\"\"x\"\"", 5, "condition.text_unclosed")]
    [InlineData("{a == 1", 0, "condition.field_unclosed")]
    [InlineData("{ } == 1", 0, "condition.field_unnamed")]
    [InlineData("a == 1x", 5, "condition.number_unreadable")]
    [InlineData("a == 1.2.3", 5, "condition.number_unreadable")]
    [InlineData("a == 99999999999999999999999999999999999", 5, "condition.number_unreadable")]
    [InlineData("a == 1; b", 6, "condition.character_unknown")]
    [InlineData("a == 😀", 5, "condition.character_unknown")]
    [InlineData("(a > 1) == true", 0, "condition.condition_misplaced")]
    [InlineData("1 is empty", 0, "condition.field_expected")]
    [InlineData("a is 5", 5, "condition.token_expected")]
    [InlineData("a not 5", 6, "condition.token_expected")]
    [InlineData("__import__('os') == 0", 0, "condition.comparison_expected")]
    [InlineData("1 == 1 or x().y() == 0", 13, "condition.character_unknown")]
    public void A_mistake_is_told_with_its_place(string typed, int position, string code)
    {
        var reading = ConditionText.Read(typed);

        Assert.False(reading.Succeeded);
        Assert.Equal((position, code), (reading.Problem.Position, reading.Problem.Code));
    }

    [Fact]
    public void A_text_over_the_limit_is_refused()
    {
        var reading = ConditionText.Read($"a == '{new string('x', ConditionText.MaxLength)}'");

        Assert.Equal("condition.too_long", reading.Problem!.Code);
    }

    [Theory]
    [InlineData("(", "a == 1", ")")]
    [InlineData("not ", "a == 1", "")]
    [InlineData("- ", "a == 1", "")]
    [InlineData("", "a == 1", " + 1")]
    public void Nesting_is_limited(string before, string middle, string after)
    {
        Assert.True(ConditionText.Read(Nested(ConditionText.MaxDepth)).Succeeded);
        Assert.Equal("condition.too_deep", ConditionText.Read(Nested(ConditionText.MaxDepth + 1)).Problem!.Code);
        Assert.Equal("condition.too_deep", ConditionText.Read(Nested(500)).Problem!.Code);

        string Nested(int depth) => string.Concat(Enumerable.Repeat(before, depth)) + middle + string.Concat(Enumerable.Repeat(after, depth));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("a in [")]
    [InlineData("a in (-")]
    [InlineData("((-")]
    [InlineData("not (!")]
    public void A_text_of_nothing_but_openings_exhausts_nothing(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, ConditionText.MaxLength / opening.Length));

        Assert.False(ConditionText.Read(text).Succeeded);
    }

    [Fact]
    public void The_deepest_condition_can_be_stored()
    {
        const string Opening = "a == 1 or b == 2 and (";
        var sum = string.Concat(Enumerable.Repeat("+1", ConditionText.MaxDepth));
        var deepest = string.Concat(Enumerable.Repeat(Opening, ConditionText.MaxDepth)) + "c == 1" + sum + new string(')', ConditionText.MaxDepth);
        var condition = ConditionText.Read(deepest).Condition!;

        var stored = DomainJson.Read<Condition>(DomainJson.Write(condition));

        Assert.Equal(ConditionText.Write(condition), ConditionText.Write(stored));
    }

    [Fact]
    public void A_condition_that_nobody_typed_is_written_too()
    {
        Assert.Equal("1 == 1", ConditionText.Write(new Condition.All([])));
        Assert.Equal("1 == 0", ConditionText.Write(new Condition.Any([])));
        Assert.Equal(
            "a == \"2024-01-31\" and (b == \"2024-01-31 08:00:00\" or c is empty)",
            ConditionText.Write(new Condition.All([
                Equal("a", new FieldValue.Date(new DateOnly(2024, 1, 31))),
                new Condition.Any([Equal("b", new FieldValue.Moment(new DateTimeOffset(2024, 1, 31, 8, 0, 0, TimeSpan.Zero))), new Condition.Empty("c")])])));
    }

    [Fact]
    public void The_fields_of_a_condition_are_known()
    {
        var condition = ConditionText.Read("a > b + 1 and (c in ('x', d) or not e is empty) and f contains a").Condition!;

        Assert.Equal(["a", "b", "c", "d", "e", "f"], ConditionFields.Of(condition));
    }

    [Fact]
    public void No_text_whatever_makes_reading_writing_or_asking_throw()
    {
        string[] words =
        [
            "and", "or", "not", "in", "contains", "is", "empty", "True", "None", "days", "{kind}", "{", "}", "(", ")", "[", "]", ",", "==", "=", "!=", "<", "<=", ">", "+", "-", "*", "/",
            "&&", "||", "!", "1", "2.5", "0", "79228162514264337593543950335", "'a'", "\"2024-01-01\"", "\"\"\"x\"\"\"", "'", "\"", "\\", "中", "（", "”", "😀", "\uD800", " ", "\n", ".", ";",
        ];
        FieldValue?[] values =
        [
            null, new FieldValue.Integer(long.MaxValue), new FieldValue.Decimal(decimal.MaxValue), new FieldValue.Text("3"), new FieldValue.Text("x"), new FieldValue.Boolean(true),
            new FieldValue.Date(new DateOnly(2024, 1, 1)), new FieldValue.Moment(DateTimeOffset.UnixEpoch), new FieldValue.Texts(["1", "a"]), new FieldValue.Files([]),
        ];
        var random = new Random(20180530);
        var conditions = 0;

        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 12)).Select(_ => words[random.Next(words.Length)]));
            var reading = ConditionText.Read(text);

            if (reading.Succeeded)
            {
                conditions++;
                var again = ConditionText.Read(ConditionText.Write(reading.Condition));
                Assert.Equal(ConditionText.Write(reading.Condition), ConditionText.Write(again.Condition!));

                foreach (var value in values)
                {
                    Assert.Equal(ConditionRules.Holds(reading.Condition, _ => value), ConditionRules.Holds(again.Condition!, _ => value));
                }
            }
            else
            {
                Assert.InRange(reading.Problem.Position, 0, text.Length);
            }
        }

        Assert.True(conditions > 20);
    }

    [Fact]
    public void Every_condition_that_can_be_built_reads_as_it_was_written()
    {
        var random = new Random(5);

        for (var round = 0; round < 5_000; round++)
        {
            var condition = Build(random, 4);
            var text = ConditionText.Write(condition);
            var reading = ConditionText.Read(text);

            Assert.True(reading.Succeeded, text);
            Assert.Equal(text, ConditionText.Write(reading.Condition));

            for (long value = -1; value < 4; value++)
            {
                Assert.Equal(ConditionRules.Holds(condition, Value), ConditionRules.Holds(reading.Condition, Value));

                FieldValue? Value(string key) => key == "a" ? null : new FieldValue.Integer(value);
            }
        }
    }

    private static Condition.Compare Equal(string field, FieldValue value) => new(new Operand.Field(field), Comparison.Equal, new Operand.Literal(value));

    private static Condition Build(Random random, int depth) => random.Next(depth == 0 ? 4 : 7) switch
    {
        0 => new Condition.Compare(BuildOperand(random, depth), (Comparison)random.Next(6), BuildOperand(random, depth)),
        1 => new Condition.In(BuildOperand(random, depth), [BuildOperand(random, depth), BuildOperand(random, 0)]),
        2 => new Condition.Contains(BuildOperand(random, depth), BuildOperand(random, depth)),
        3 => new Condition.Empty(random.Next(2) == 0 ? "a" : "b"),
        4 => new Condition.Not(Build(random, depth - 1)),
        5 => new Condition.All([.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Build(random, depth - 1))]),
        _ => new Condition.Any([.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Build(random, depth - 1))]),
    };

    private static Operand BuildOperand(Random random, int depth) => random.Next(depth == 0 ? 4 : 5) switch
    {
        0 => new Operand.Field("a"),
        1 => new Operand.Field("not"),
        2 => new Operand.Literal(new FieldValue.Integer(random.Next(-3, 4))),
        3 => new Operand.Literal(new FieldValue.Text("2")),
        _ => new Operand.Arithmetic(BuildOperand(random, depth - 1), (ArithmeticOperator)random.Next(4), BuildOperand(random, depth - 1)),
    };
}
