using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Domain.Forms;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Domain.Workflows;

public sealed class FormPublishingRulesTests
{
    [Fact]
    public void A_form_with_everything_has_no_problem() => Assert.Empty(Codes(Order.Document));

    [Theory]
    [InlineData("sum(items.amount)", null)]
    [InlineData("freight / (total - freight)", "workflow.formula_circle")]
    [InlineData("nothing + 1", "workflow.condition_field_unknown")]
    [InlineData("sum(items.nothing)", "workflow.sum_unknown")]
    [InlineData("sum(items.what)", "workflow.sum_unknown")]
    [InlineData("sum(freight.amount)", "workflow.sum_unknown")]
    [InlineData("sum(nothing.amount)", "workflow.condition_field_unknown")]
    [InlineData("start", "workflow.formula_never_fits")]
    [InlineData("start - end", null)]
    [InlineData("urgent", "workflow.formula_never_fits")]
    [InlineData("1 / 0", "workflow.formula_never_fits")]
    public void A_formula_of_numbers_is_looked_at(string formula, string? code) =>
        Assert.Equal(code, Codes(With("total", field => field with { Formula = Order.Formula(formula) })).FirstOrDefault());

    [Fact]
    public void Circles_are_found_over_tables_too()
    {
        var document = With("items", field => field with { Columns = [.. field.Columns.SkipLast(1), field.Columns[^1] with { Formula = Order.Formula("total * count") }] });

        Assert.Equal(["items", "total"], Problems(document).Where(problem => problem.Code == "workflow.formula_circle").Select(problem => problem.Field).Order());
    }

    [Theory]
    [InlineData("country", "workflow.formula_not_here")]
    [InlineData("items", "workflow.formula_not_here")]
    public void What_nobody_can_calculate_has_no_formula(string key, string code) =>
        Assert.Contains(code, Codes(With(key, field => field with { Formula = Order.Formula("freight") })));

    [Theory]
    [InlineData("nothing == 1", "workflow.condition_field_unknown")]
    [InlineData("urgent == \"x\"", "workflow.condition_never_holds")]
    [InlineData("sum(items.nothing) > 1", "workflow.sum_unknown")]
    [InlineData("reason is empty", "workflow.shown_by_itself")]
    [InlineData("sum(items.amount) > 100", null)]
    public void A_condition_that_shows_a_field_is_looked_at(string condition, string? code)
    {
        var problems = Problems(With("reason", field => field with { ShowWhen = Order.Condition(condition) }));

        Assert.Equal(code, problems is [var first, ..] ? first.Code : null);
        Assert.All(problems, problem => Assert.Equal("reason", problem.Field));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("freight")]
    [InlineData("city")]
    public void Choices_follow_another_field_of_choices(string parent) =>
        Assert.Contains("workflow.cascade_unknown", Codes(With("city", field => field with { CascadesFrom = parent })));

    [Fact]
    public void Choices_that_follow_each_other_are_refused() =>
        Assert.Contains("workflow.cascade_unknown", Codes(With("country", field => field with { CascadesFrom = "city" })));

    [Fact]
    public void A_choice_below_one_that_is_none_is_warned_of() =>
        Assert.Equal(["workflow.cascade_choice_unknown"], Codes(With("city", field => field with { Choices = [new Choice("a", "A") { Under = ["fr"] }] })));

    [Theory]
    [InlineData("(")]
    [InlineData("(?=x)")]
    [InlineData(@"(a)\1")]
    [InlineData("a)|(?:b")]
    public void A_pattern_is_a_regular_expression_that_cannot_run_wild(string pattern) =>
        Assert.Contains("workflow.pattern_malformed", Codes(With("code", field => field with { Limits = new ValueLimits(Pattern: pattern) })));

    [Fact]
    public void Rules_that_nothing_could_keep_are_refused() =>
        Assert.Contains("workflow.rules_contradict", Codes(With("freight", field => field with { Limits = new ValueLimits(Min: 3, Max: 2) })));

    [Fact]
    public void A_table_has_columns_with_keys_of_their_own_and_of_simple_types()
    {
        Assert.Contains("workflow.table_without_columns", Codes(With("items", field => field with { Columns = [] })));
        Assert.Contains("workflow.column_key_duplicate", Codes(With("items", field => field with { Columns = [.. field.Columns, field.Columns[0]] })));
        Assert.Contains("workflow.column_type_not_here", Codes(With("items", field => field with { Columns = [.. field.Columns, Order.Field("more", FieldType.Table)] })));
        Assert.Contains("workflow.field_key_malformed", Codes(With("items", field => field with { Columns = [.. field.Columns, Order.Field("two words", FieldType.Text)] })));
        Assert.Empty(Codes(With("items", field => field with { Columns = [.. field.Columns, Order.Field("title", FieldType.Text)] })));
    }

    [Fact]
    public void The_layout_places_known_fields_once_and_at_most_four_side_by_side()
    {
        Assert.Empty(Codes(Laid(["start", "end", "days", "code"])));
        Assert.Contains("workflow.layout_field_unknown", Codes(Laid(["nothing"])));
        Assert.Contains("workflow.field_placed_twice", Codes(Laid(["start", "start"])));
        Assert.Contains("workflow.row_too_wide", Codes(Laid(["start", "end", "days", "code", "total"])));
    }

    [Fact]
    public void A_check_says_something_at_a_field()
    {
        Assert.Contains("workflow.check_message_missing", Codes(Order.Document with { Checks = [Order.Document.Checks[0] with { Message = Caption.Empty }] }));
        Assert.Contains("workflow.check_field_unknown", Codes(Order.Document with { Checks = [Order.Document.Checks[0] with { Field = "nothing" }] }));
        Assert.Contains("workflow.condition_field_unknown", Codes(Order.Document with { Checks = [Order.Document.Checks[0] with { Must = Order.Condition("nothing > 1") }] }));
    }

    private static WorkflowDocument Laid(IReadOnlyList<string> keys) =>
        Order.Document with { Layout = new FormLayout([new FormTab(Caption.Empty, [new FormSection(Caption.Empty, [new FormRow(keys)])])]) };

    private static WorkflowDocument With(string key, Func<FormField, FormField> change) =>
        Order.Document with { Fields = [.. Order.Document.Fields.Select(field => field.Key == key ? change(field) : field)] };

    private static IReadOnlyList<PublishingProblem> Problems(WorkflowDocument document) => PublishingRules.Problems(document, Cast.Company);

    private static IEnumerable<string> Codes(WorkflowDocument document) => Problems(document).Select(problem => problem.Code);
}
