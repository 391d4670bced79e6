using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Forms;

/// <summary>Whatever is sent to whatever form: an answer, never an exception; and what is accepted is accepted again.</summary>
public sealed class FormFuzzTests
{
    private const int Rounds = 3_000;

    private static readonly string[] Keys = [.. Order.Document.Fields.Select(field => field.Key), "what", "count", "unheard_of", string.Empty];

    private static readonly string[] Texts =
        [string.Empty, " ", "cn", "sh", "A1", "2026-02-30", "1e999", "\0", "\ud800", new string('9', 60), new string('x', 30_000), "{title}", "'; drop"];

    private static readonly string[] Formulas =
        ["1", "\"x\"", "sum(items.amount)", "sum(items.what)", "sum(start.end)", "total + total", "freight / (freight - freight)", "end + 9999999", "start - 1e1", "items", "days * 99999999999999999999", "-country"];

    private static readonly string[] Conditions =
        ["1 == 1", "1 == 0", "total > 3", "city is empty", "sum(items.count) >= 2", "items is not empty and country in (\"cn\")", "reason contains code", "unheard_of == 3", "creator == \"bob\""];

    [Fact]
    public void Nothing_that_is_sent_to_any_form_throws()
    {
        var random = new Random(20260310);
        var accepted = 0;

        for (var round = 0; round < Rounds; round++)
        {
            var version = Order.VersionOf(Order.Document with { Fields = [.. Order.Document.Fields.Select(field => Twisted(field, random))] });
            var (sent, stored) = (Changes(random), Changes(random));
            var result = FormRules.Accept(version, version.Start, random.Next(2) == 0, sent, stored, Order.Facts, random.Next(2) == 0 ? null : new(1));

            if (result.Succeeded)
            {
                accepted++;
                var now = new FieldChanges(result.Value.Title ?? stored.Title, Merged(stored, result.Value));
                var again = FormRules.Accept(version, version.Start, requiresFields: false, FieldChanges.None, now, Order.Facts);

                Assert.All(result.Value.Values.Keys, key => Assert.Contains(key, Order.Document.Fields.Select(field => field.Key)));
                Assert.True(again.Succeeded);
            }
            else
            {
                Assert.All(result.Refusal.Fields, problem => Assert.False(string.IsNullOrEmpty(problem.Code)));
            }
        }

        Assert.InRange(accepted, Rounds / 100, Rounds);
    }

    private static FormField Twisted(FormField field, Random random) => random.Next(4) switch
    {
        0 => field with { Formula = ConditionText.ReadFormula(Pick(Formulas, random)).Operand },
        1 => field with { ShowWhen = Order.Condition(Pick(Conditions, random)), RequireWhen = Order.Condition(Pick(Conditions, random)) },
        2 => field with { Limits = new ValueLimits(random.Next(9), random.Next(9), random.Next(-3, 9), random.Next(9), Pick(["(", "a|b", @"(?=x)", @"(a)\1", "(a+)+$", "((((x{99}){99}){99}){99})"], random)) },
        _ => field,
    };

    private static FieldChanges Changes(Random random) =>
        new(random.Next(2) == 0 ? null : Pick(Texts, random), Keys.Where(_ => random.Next(3) == 0).ToDictionary(key => key, _ => Value(random, depth: 0), StringComparer.Ordinal));

    private static FieldValue? Value(Random random, int depth) => random.Next(depth < 2 ? 10 : 8) switch
    {
        0 => null,
        1 => new FieldValue.Text(Pick(Texts, random)),
        2 => new FieldValue.Integer(random.Next(3) == 0 ? long.MaxValue : random.Next(-3, 3)),
        3 => new FieldValue.Decimal(random.Next(3) == 0 ? decimal.MinValue : random.Next(-3, 900)),
        4 => new FieldValue.Boolean(true),
        5 => new FieldValue.Date(random.Next(2) == 0 ? DateOnly.MaxValue : new DateOnly(2026, 3, 9)),
        6 => new FieldValue.Texts([Pick(Texts, random), Pick(Texts, random)]),
        7 => new FieldValue.Moment(DateTimeOffset.MinValue),
        _ => new FieldValue.Rows([.. Enumerable.Range(0, random.Next(4)).Select(_ => FieldValues.None.With(
            ((string[])["what", "count", "price", "amount", "x"]).Select(key => KeyValuePair.Create(key, Value(random, depth + 1)))))]),
    };

    private static Dictionary<string, FieldValue?> Merged(FieldChanges stored, FieldChanges changes) =>
        FieldValues.None.With(stored.Values).With(changes.Values).ToDictionary(pair => pair.Key, pair => (FieldValue?)pair.Value, StringComparer.Ordinal);

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];
}
