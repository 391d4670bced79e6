using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Forms;

public sealed class FormAcceptanceTests
{
    private static readonly (string Key, FieldValue? Value) Chairs = ("items", Order.Rows(Order.Row("Chair", 2, 99.5m)));
    private static readonly (string Key, FieldValue? Value) Freight = ("freight", new FieldValue.Decimal(10));

    [Fact]
    public void Formulas_are_worked_out_after_what_was_sent_whatever_was_sent_for_them()
    {
        var changes = Accepted(Chairs, Freight, ("total", new FieldValue.Decimal(1)), ("days", new FieldValue.Integer(99)), Day("start", 2), Day("end", 4));

        Assert.Equal(new FieldValue.Decimal(209), changes.Values["total"]);
        Assert.Equal(new FieldValue.Integer(3), changes.Values["days"]);
    }

    [Fact]
    public void A_row_holds_what_its_own_formula_comes_to_and_nothing_that_has_no_column()
    {
        var row = Order.Row("Chair", 2, 10).With("amount", new FieldValue.Decimal(7)).With("secret", new FieldValue.Text("x"));

        var rows = (FieldValue.Rows)Accepted(("items", Order.Rows(row)), Freight).Values["items"]!;

        Assert.Equal(Order.Row("Chair", 2, 10).With("amount", new FieldValue.Decimal(20)), rows.Values.Single());
    }

    [Fact]
    public void Rows_that_say_nothing_are_left_out_and_a_table_of_them_is_missing()
    {
        Assert.Single(((FieldValue.Rows)Accepted(("items", Order.Rows(Order.Row(), Order.Row("Chair"), Order.Row())), Freight).Values["items"]!).Values);
        Assert.Equal(["items field.required"], Problems(("items", Order.Rows(Order.Row())), Freight));
    }

    [Fact]
    public void What_is_wrong_in_a_cell_names_row_and_column()
    {
        var problem = Refused(("items", Order.Rows(Order.Row("Chair", 1), Order.Row(), Order.Row("Desk", 0))), Freight).Single();

        Assert.Equal(("items", "field.too_small"), (problem.Key, problem.Code));
        Assert.Equal(new CellPlace(3, "count", new Caption("数量", "Count")), problem.Cell);
        Assert.Equal("明细, row 3: 数量 is at least 1.", problem.Message);
    }

    [Fact]
    public void A_column_may_be_required_of_each_row_that_says_anything()
    {
        Assert.Equal(["items field.required"], Problems(("items", Order.Rows(Order.Row(count: 3))), Freight));
        Assert.Empty(Problems(requiresFields: false, ("items", Order.Rows(Order.Row(count: 3))), Freight));
    }

    [Fact]
    public void Too_many_rows_and_what_is_no_table_are_refused()
    {
        Assert.Equal(["items field.too_many"], Problems(("items", Order.Rows([.. Enumerable.Repeat(Order.Row("Chair"), FormRules.MaxRows + 1)])), Freight));
        Assert.Equal(["items field.wrong_type"], Problems(("items", new FieldValue.Text("Chair")), Freight));
        Assert.Equal(["items field.too_long"], Problems(("items", Order.Rows([.. Enumerable.Repeat(Order.Row(new string('x', 1_001)), FormRules.MaxRows)])), Freight));
    }

    [Fact]
    public void A_field_that_its_condition_does_not_show_is_neither_required_nor_taken_and_keeps_its_value()
    {
        var stored = Form.With(("reason", new FieldValue.Text("before")));

        Assert.False(Accepted(Chairs, Freight, ("reason", new FieldValue.Text("sly"))).Values.ContainsKey("reason"));
        Assert.False(Accept(Order.Version, requiresFields: true, stored, Chairs, Freight, ("reason", null)).Value.Values.ContainsKey("reason"));
        Assert.Equal(["reason field.required"], Problems(Chairs, Freight, ("urgent", new FieldValue.Boolean(true))));
    }

    [Fact]
    public void A_field_is_required_where_its_condition_says_so()
    {
        var version = Order.VersionOf(With("reason", field => field with { ShowWhen = null }, access: "reason?"));
        (string, FieldValue?)[] dear = [("items", Order.Rows(Order.Row("Desk", 10, 1_000))), Freight];

        Assert.Equal(["reason"], Accept(version, requiresFields: true, FieldChanges.None, dear).Refusal!.Fields.Select(problem => problem.Key));
        Expect.Accepted(Accept(version, requiresFields: true, FieldChanges.None, Chairs, Freight));
        Expect.Accepted(Accept(version, requiresFields: false, FieldChanges.None, dear));
    }

    [Theory]
    [InlineData("cn", "sh", null)]
    [InlineData("cn", "be", "field.not_offered")]
    [InlineData("cn", "x", null)]
    [InlineData(null, "sh", "field.not_offered")]
    [InlineData("cn", "nowhere", "field.not_a_choice")]
    public void A_choice_is_accepted_under_the_chosen_one_only(string? country, string city, string? code)
    {
        var sent = Problems(Chairs, Freight, ("country", country is null ? null : new FieldValue.Text(country)), ("city", new FieldValue.Text(city)));

        Assert.Equal(code is null ? [] : [$"city {code}"], sent);
    }

    [Fact]
    public void A_stored_choice_is_asked_for_anew_when_the_one_above_it_changes()
    {
        var stored = Form.With(("country", new FieldValue.Text("cn")), ("city", new FieldValue.Text("sh")));

        var refused = Accept(Order.Version, requiresFields: true, stored, Chairs, Freight, ("country", new FieldValue.Text("de")));

        Assert.Equal([("city", "field.not_offered")], refused.Refusal!.Fields.Select(problem => (problem.Key, problem.Code)));
    }

    [Fact]
    public void What_must_hold_between_fields_is_reported_in_the_designers_words_at_its_field()
    {
        var problem = Refused(Chairs, Freight, Day("start", 4), Day("end", 2)).Single();

        Assert.Equal(("end", "field.check_failed"), (problem.Key, problem.Code));
        Assert.Equal(new Caption("结束早于开始", "It ends before it begins"), problem.Said);
    }

    [Fact]
    public void What_must_hold_is_not_asked_while_a_field_that_it_compares_is_empty() => Assert.Empty(Problems(Chairs, Freight, Day("start", 4)));

    [Fact]
    public void What_must_hold_is_not_asked_of_those_who_cannot_mend_it()
    {
        var stored = Form.With(Day("start", 4), Day("end", 2));
        var result = FormRules.Accept(Order.Version, Order.Version.State(Order.Check), requiresFields: true, FieldChanges.None, stored, Order.Facts);

        Expect.Accepted(result);
    }

    [Theory]
    [InlineData("A1", null)]
    [InlineData("A", "field.too_short")]
    [InlineData("ABCDEFGH1", "field.too_long")]
    [InlineData("a1", "field.wrong_form")]
    [InlineData("A1\nA1", "field.wrong_form")]
    public void A_text_keeps_to_its_length_and_its_form(string code, string? problem) =>
        Assert.Equal(problem is null ? [] : [$"code {problem}"], Problems(Chairs, Freight, ("code", new FieldValue.Text(code))));

    [Theory]
    [InlineData(0, null)]
    [InlineData(500, null)]
    [InlineData(-1, "field.too_small")]
    [InlineData(501, "field.too_large")]
    public void A_number_keeps_to_its_range(int freight, string? problem) =>
        Assert.Equal(problem is null ? [] : [$"freight {problem}"], Problems(Chairs, ("freight", new FieldValue.Decimal(freight))));

    [Fact]
    public void A_field_with_a_formula_is_never_writable() =>
        Assert.Equal(
            [("days", FieldAccess.ReadOnly), ("total", FieldAccess.ReadOnly)],
            FormRules.ForHandling(Order.Version, Order.Version.Start).Where(entry => entry.Field?.Formula is not null).Select(entry => (entry.Key, entry.Access)).OrderBy(pair => pair.Key));

    [Fact]
    public void Only_what_comes_out_otherwise_than_before_is_a_change()
    {
        var stored = Form.With(("total", new FieldValue.Decimal(5)), ("freight", new FieldValue.Decimal(5)));

        var changes = Accept(Order.Version, requiresFields: false, stored).Value;

        Assert.Empty(changes.Values);
    }

    [Fact]
    public void Formulas_in_a_circle_come_to_nothing_and_do_no_harm()
    {
        var version = Order.VersionOf(With("freight", field => field with { Formula = Order.Formula("total + 1") }, access: "freight?"));

        Assert.False(Accept(version, requiresFields: false, FieldChanges.None, Chairs).Value.Values.ContainsKey("total"));
    }

    private static WorkflowDocument With(string key, Func<FormField, FormField> change, string access) => Order.Document with
    {
        Fields = [.. Order.Document.Fields.Select(field => field.Key == key ? change(field) : field)],
        States =
        [
            .. Order.Document.States.Select(state => state.Id != Order.Start ? state : state with
            {
                Access = Sketch.Access([.. state.Access.Keys.Where(other => other != key && other is "items" or "freight").Select(other => $"{other}!"), access]),
            }),
        ],
    };

    private static (string Key, FieldValue? Value) Day(string key, int day) => (key, new FieldValue.Date(new DateOnly(2026, 3, day)));

    private static Result<FieldChanges> Accept(WorkflowVersion version, bool requiresFields, FieldChanges stored, params (string Key, FieldValue? Value)[] sent) =>
        FormRules.Accept(version, version.Start, requiresFields, Form.With(sent), stored, Order.Facts);

    private static FieldChanges Accepted(params (string Key, FieldValue? Value)[] sent)
    {
        var result = Accept(Order.Version, requiresFields: true, FieldChanges.None, sent);
        Expect.Accepted(result);

        return result.Value;
    }

    private static IReadOnlyList<FieldProblem> Refused(params (string Key, FieldValue? Value)[] sent) =>
        Accept(Order.Version, requiresFields: true, FieldChanges.None, sent).Refusal!.Fields;

    private static IEnumerable<string> Problems(params (string Key, FieldValue? Value)[] sent) => Problems(requiresFields: true, sent);

    private static IEnumerable<string> Problems(bool requiresFields, params (string Key, FieldValue? Value)[] sent) =>
        (Accept(Order.Version, requiresFields, FieldChanges.None, sent).Refusal?.Fields ?? []).Select(problem => $"{problem.Key} {problem.Code}");
}
