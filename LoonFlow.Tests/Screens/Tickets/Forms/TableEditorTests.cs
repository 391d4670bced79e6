using Bunit;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Tests.Domain.Forms;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets.Forms;

namespace LoonFlow.Tests.Screens.Tickets.Forms;

public sealed class TableEditorTests : FormScreen
{
    [Fact]
    public void Rows_are_added_filled_copied_and_removed_and_formulas_follow_at_once()
    {
        var form = DrawOrder();

        Press(form, "Add a row");
        form.Find("#field-items-1-what").Input("Chair");
        form.Find("#field-items-1-count").Input("2");
        form.Find("#field-items-1-price").Input("10.5");
        form.Find("#field-freight").Input("4");

        Assert.Equal("21.0", form.Find("output").TextContent.Trim());
        Assert.Equal("21.0", form.Find("tfoot .lf-rows-number").TextContent.Trim());
        Assert.Contains("25.0", form.FindAll("dd").Select(value => value.TextContent.Trim()));

        form.Find("[aria-label='Copy row 1']").Click();
        Assert.Contains("46.0", form.FindAll("dd").Select(value => value.TextContent.Trim()));

        form.Find("[aria-label='Remove row 1']").Click();
        Assert.Equal([Order.Row("Chair", 2, 10.5m).With("amount", new FieldValue.Decimal(21))], ((FieldValue.Rows)Read(form).Value.Values["items"]!).Values);
    }

    [Fact]
    public void What_is_no_number_is_said_in_its_cell_and_keeps_the_form_from_being_sent()
    {
        var form = DrawOrder();

        Press(form, "Add a row");
        form.Find("#field-items-1-count").Change("many");

        Assert.Contains("whole number", form.Find("#field-items-1-count-error").TextContent, StringComparison.Ordinal);
        var problem = Read(form).Refusal!.Fields.First(one => one.Key == "items");
        Assert.Equal(new CellPlace(1, "count", new Caption("数量", "Count")), problem.Cell);
        Assert.Contains("Row 1, Count", form.Find(".lf-errors").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_comes_and_goes_with_its_condition_and_choices_follow_the_one_above()
    {
        var form = DrawOrder();
        Assert.Empty(form.FindAll("#field-reason"));

        form.FindAll("#field-urgent input")[0].Change(true);
        Assert.NotEmpty(form.FindAll("#field-reason"));

        form.Find("#field-country").Change("cn");
        form.Find("#field-city").Change("sh");
        Assert.Equal(["", "sh", "bj", "x"], form.FindAll("#field-city option").Select(option => option.GetAttribute("value")));
        form.Find("#field-country").Change("de");
        Assert.Equal(["", "be", "x"], form.FindAll("#field-city option").Select(option => option.GetAttribute("value")));
        var sent = await form.InvokeAsync(() => form.Instance.Peek(requiresFields: false));
        Assert.Null(sent.Value.Values.GetValueOrDefault("city"));
    }

    [Fact]
    public void A_laid_out_form_has_tabs_and_says_on_which_something_is_wrong()
    {
        var layout = new FormLayout(
        [
            new FormTab("One", [new FormSection("Where", [new FormRow(["country", "city"])])]),
            new FormTab("Two", [new FormSection(Caption.Empty, [new FormRow(["items"])])]),
        ]);
        var form = DrawOrder(layout);

        Assert.Equal(["One", "Two"], form.FindAll("[role=tab]").Select(tab => tab.TextContent.Trim()));
        Assert.Equal("2", form.Find(".lf-form-row").GetAttribute("data-fields"));
        Read(form);
        Assert.Contains("put right", form.FindAll("[role=tab]")[1].TextContent, StringComparison.Ordinal);
        form.FindAll("[role=tab]")[1].Click();
        Assert.False(form.FindAll("[role=tabpanel]")[1].HasAttribute("hidden"));
    }

    private IRenderedComponent<FieldForm> DrawOrder(FormLayout? layout = null) => Render<FieldForm>(form => form
        .Add(f => f.Entries, FormRules.ForHandling(Order.Version, Order.Version.Start))
        .Add(f => f.Document, Order.Document with { Layout = layout })
        .Add(f => f.Company, Cast.Company)
        .Add(f => f.IsNew, true));

    private static void Press(IRenderedComponent<FieldForm> form, string text) =>
        form.FindAll("button").Single(button => button.TextContent.Trim() == text).Click();
}
