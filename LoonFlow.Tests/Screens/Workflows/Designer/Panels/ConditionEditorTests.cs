using Bunit;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features.Workflows.Designer.Panels.Conditions;
using LoonFlow.Web.Features.Workflows.Designer.Panels.Parts;

namespace LoonFlow.Tests.Screens.Workflows.Designer.Panels;

public sealed class ConditionEditorTests : ScreenTest
{
    private readonly List<Condition?> _told = [];

    [Fact]
    public void Rows_show_what_the_condition_says_and_in_words()
    {
        var editor = Draw("days > 3 and kind == \"sick\"");

        Assert.Equal(2, editor.FindAll(".condition-row").Count);
        Assert.Equal("3", editor.Find("#condition-row-1-value").GetAttribute("value"));
        Assert.Equal("days > 3 and kind = sick", editor.Find(".condition-words strong").TextContent);
    }

    [Fact]
    public void A_row_that_is_not_filled_in_yet_changes_nothing()
    {
        var editor = Draw(null);

        editor.Find(".condition-add-group").Click();

        Assert.Single(editor.FindAll(".condition-row--open"));
        Assert.Empty(_told);
    }

    [Fact]
    public void A_row_that_is_filled_in_is_told_once()
    {
        var editor = Draw(null);
        editor.Find(".condition-add-group").Click();

        editor.Find(".condition-operator").Change("Greater");
        editor.Find("#condition-row-1-value").Change("3");
        editor.Find("#condition-row-1-value").Change("3");

        Assert.Equal(["days > 3"], _told.Select(told => ConditionText.Write(told!)));
    }

    [Fact]
    public void A_number_field_takes_numbers_only()
    {
        var editor = Draw("days > 3");

        editor.Find("#condition-row-1-value").Change("three");

        Assert.Equal("true", editor.Find("#condition-row-1-value").GetAttribute("aria-invalid"));
        Assert.Empty(_told);
    }

    [Fact]
    public void What_cannot_be_read_yet_stays_as_it_is_typed()
    {
        var editor = Draw("days > 3");

        editor.Find("#condition-row-1-value").Input("-");

        Assert.Equal("-", editor.Find("#condition-row-1-value").GetAttribute("value"));
        Assert.Equal("true", editor.Find("#condition-row-1-value").GetAttribute("aria-invalid"));
        Assert.Empty(_told);
    }

    [Fact]
    public void Drawn_again_with_what_was_given_before_it_keeps_what_is_typed()
    {
        var editor = Draw("days > 3");
        editor.Find("#condition-row-1-value").Input("12");

        editor.Render(parameters => parameters.Add(one => one.Value, ConditionText.Read("days > 3").Condition));

        Assert.Equal("12", editor.Find("#condition-row-1-value").GetAttribute("value"));
    }

    [Fact]
    public void Another_field_brings_its_own_comparisons()
    {
        var editor = Draw("days > 3");

        editor.Find(".condition-field").Change("kind");
        editor.Find("select#condition-row-1-value").Change("sick");

        Assert.DoesNotContain(editor.FindAll(".condition-operator option"), option => option.GetAttribute("value") == "Less");
        Assert.Equal("kind == \"sick\"", ConditionText.Write(_told[^1]!));
    }

    [Fact]
    public void Taking_the_last_row_away_leaves_no_condition()
    {
        var editor = Draw("days > 3");

        editor.Find(".condition-remove").Click();

        Assert.Equal([null], _told);
    }

    [Fact]
    public void What_was_undone_elsewhere_is_shown()
    {
        var editor = Draw("days > 3");

        editor.Render(parameters => parameters.Add(one => one.Value, ConditionText.Read("days < 5 or kind == \"sick\"").Condition));

        Assert.Equal(2, editor.FindAll(".condition-group").Count);
    }

    [Fact]
    public void Rows_become_text_and_come_back()
    {
        var editor = Draw("days > 3");

        editor.Find(".condition-mode").Click();
        var text = editor.Find("textarea").GetAttribute("value");
        editor.Find(".condition-mode").Click();

        Assert.Equal("days > 3", text);
        Assert.Single(editor.FindAll(".condition-row"));
        Assert.Empty(_told);
    }

    [Fact]
    public void What_rows_cannot_show_stays_text_and_says_so()
    {
        var editor = Draw("days * 2 > 3");

        editor.Find(".condition-mode").Click();

        Assert.Equal("days * 2 > 3", editor.Find("textarea").GetAttribute("value"));
        Assert.Contains("stays text", editor.Find(".condition-note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_cannot_be_read_says_where_and_changes_nothing()
    {
        var editor = Draw("days > 3");
        editor.Find(".condition-mode").Click();

        editor.Find("textarea").Input("days > > 3");
        editor.Find("textarea").Change("days > > 3");

        Assert.Equal(">", editor.Find(".condition-quote mark").TextContent);
        Assert.Equal("true", editor.Find("textarea").GetAttribute("aria-invalid"));
        Assert.Empty(_told);
    }

    [Fact]
    public void Text_about_a_field_that_is_not_there_says_so_while_it_is_typed()
    {
        var editor = Draw("days > 3");
        editor.Find(".condition-mode").Click();

        editor.Find("textarea").Input("dayz > 3");

        Assert.Contains("There is no field “dayz”.", editor.Find(".condition-check").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_follow_is_offered_and_put_in_by_the_keyboard()
    {
        var editor = Draw(null);
        editor.Find(".condition-mode").Click();
        editor.Find("textarea").Input("kind == s");
        var text = editor.FindComponent<SuggestingText>();

        await text.InvokeAsync(() => text.Instance.OfferAt("kind == s", 9));
        var offered = editor.FindAll("[role=option] code").Select(option => option.TextContent).ToArray();
        await editor.Find("textarea").KeyDownAsync("Enter");

        Assert.Equal(["\"sick\""], offered);
        Assert.Equal("kind == \"sick\" ", editor.Find("textarea").GetAttribute("value"));
    }

    private IRenderedComponent<ConditionEditor> Draw(string? text) => Render<ConditionEditor>(parameters => parameters
        .Add(editor => editor.Value, text is null ? null : ConditionText.Read(text).Condition)
        .Add(editor => editor.Fields, Leave.Document.Fields)
        .Add(editor => editor.Company, Cast.Company)
        .Add(editor => editor.OnChanged, told => _told.Add(told))
        .Add(editor => editor.OnTyped, typed => _told.Add(typed.Condition)));
}
