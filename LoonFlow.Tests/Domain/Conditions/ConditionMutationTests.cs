using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Tests.Domain.Conditions;

/// <summary>Valid conditions with a few letters changed, lost, doubled or moved, as typing goes wrong.</summary>
public sealed class ConditionMutationTests
{
    private const int Rounds = 20_000;

    private static readonly string[] Valid =
    [
        "{days} > 3 and ({leave_type} in (\"1\", '2') or not {urgent} == True)",
        "end - start + 1 >= 5 and start + 3 < \"2026-03-01\" or at - 1 > '2026-03-01 08:00'",
        "creator.department in (2, 3) and creator.role == 4 and creator.role != 5",
        "devices contains 'laptop' and devices not in ['1', \"2\"] and '3' in {devices}",
        "reason is not empty && note is empty || 3 < days <= -(10 - x / 2) * 4",
        "{a} == \"\"\"quoted \\\" text\"\"\" and b == None and devices == ['a', 'b']",
        "（天数 ＞ ３） and kind == “年假” or {two words} <> 0.25",
    ];

    private static readonly FieldValue?[] Values =
    [
        null, new FieldValue.Integer(long.MinValue), new FieldValue.Integer(3), new FieldValue.Decimal(decimal.MinValue), new FieldValue.Text("1e308"), new FieldValue.Text("2026-02-29"),
        new FieldValue.Text(string.Empty), new FieldValue.Boolean(false), new FieldValue.Date(DateOnly.MaxValue), new FieldValue.Date(DateOnly.MinValue),
        new FieldValue.Moment(DateTimeOffset.MaxValue), new FieldValue.Moment(DateTimeOffset.MinValue), new FieldValue.Texts(["1", "laptop", "4"]), new FieldValue.Texts([]), new FieldValue.Files([]),
    ];

    [Fact]
    public void No_mistyped_condition_throws_and_what_can_be_read_means_what_is_written_of_it()
    {
        var random = new Random(20260302);
        var read = 0;

        for (var round = 0; round < Rounds; round++)
        {
            var text = Mutated(Valid[random.Next(Valid.Length)], random);
            var reading = ConditionText.Read(text);

            if (!reading.Succeeded)
            {
                Assert.InRange(reading.Problem.Position, 0, text.Length);
                continue;
            }

            read++;
            var again = ConditionText.Read(ConditionText.Write(reading.Condition));
            Assert.True(again.Succeeded, text);
            var rows = ConditionRows.Of(reading.Condition) is { } groups ? ConditionRows.Join(groups) : reading.Condition;

            for (var ask = 0; ask < 5; ask++)
            {
                var values = Drawn(random);
                var holds = ConditionRules.Holds(reading.Condition, values);

                Assert.Equal(holds, ConditionRules.Holds(again.Condition, values));
                Assert.Equal(holds, ConditionRules.Holds(rows, values));
            }
        }

        Assert.InRange(read, Rounds / 20, Rounds);
    }

    [Fact]
    public void The_longest_conditions_are_answered_at_once()
    {
        var longest = string.Join(" or ", Enumerable.Repeat("a == 1", ConditionText.MaxLength / 10));
        var asked = 0;

        Assert.False(ConditionRules.Holds(ConditionText.Read(longest).Condition!, _ => { asked++; return null; }));
        Assert.InRange(asked, 1, ConditionText.MaxLength);
    }

    private static Func<string, FieldValue?> Drawn(Random random)
    {
        var drawn = new Dictionary<string, FieldValue?>(StringComparer.Ordinal);

        return key => drawn.TryGetValue(key, out var value) ? value : drawn[key] = Values[random.Next(Values.Length)];
    }

    private static string Mutated(string text, Random random)
    {
        for (var times = random.Next(4); times > 0 && text.Length > 2; times--)
        {
            var (at, length) = (random.Next(text.Length - 1), random.Next(1, Math.Min(6, text.Length)));
            var piece = text.Substring(at, Math.Min(length, text.Length - at));

            text = random.Next(5) switch
            {
                0 => text.Remove(at, piece.Length),
                1 => text.Insert(random.Next(text.Length), piece),
                2 => text.Insert(at, "(){}[]'\"\\!=<>+-*/,. 0a中\uD83D"[random.Next(23)].ToString()),
                3 => text.Remove(at, 1).Insert(at, ((char)random.Next(32, 127)).ToString()),
                _ => text.Insert(at, Valid[random.Next(Valid.Length)][..random.Next(1, 20)]),
            };
        }

        return text;
    }
}
