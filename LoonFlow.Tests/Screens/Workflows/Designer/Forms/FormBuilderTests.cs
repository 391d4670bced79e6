using Bunit;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Domain.Forms;
using LoonFlow.Tests.Screens.Workflows.Designer.Panels;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features.Files;
using LoonFlow.Web.Features.Workflows.Designer;
using LoonFlow.Web.Features.Workflows.Designer.Forms;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Workflows.Designer.Forms;

public sealed class FormBuilderTests : PanelTest
{
    public FormBuilderTests()
    {
        Services.AddOptions<FilesOptions>();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton<AntiforgeryStateProvider, NoToken>();
    }

    [Fact]
    public void Every_type_is_on_the_palette()
    {
        var builder = Draw(Open());

        Assert.Equal(Fields.Types.Order(), builder.FindAll("[data-fb-type]").Select(type => (FieldType)int.Parse(type.GetAttribute("data-fb-type")!, System.Globalization.CultureInfo.InvariantCulture)).Order());
    }

    [Fact]
    public void The_panel_of_a_field_leads_to_who_must_fill_it_in()
    {
        var session = Open();
        var builder = Draw(session);
        builder.Find("[data-fb-field]").Click();

        builder.Find(".fb-hint button").Click();

        Assert.Single(builder.FindComponents<AccessGrid>());
    }

    [Fact]
    public void A_pressed_type_becomes_a_field_that_can_be_filled_in_at_once()
    {
        var session = Open();
        var builder = Draw(session);

        builder.Find($"[data-fb-type='{(int)FieldType.Table}']").Click();

        var field = session.Document.Fields[^1];
        Assert.Equal(FieldType.Table, field.Type);
        Assert.Equal(FieldAccess.Optional, session.Document.States.Single(state => state.Kind is StateKind.Start).Access[field.Key]);
        Assert.Equal(field.Key, session.Selection.Field);
        Assert.Equal("true", builder.Find($"[data-fb-field='{field.Key}']").GetAttribute("aria-pressed"));
        Assert.DoesNotContain(session.Problems, problem => problem.Field == field.Key);
    }

    [Fact]
    public void Every_type_can_be_published_as_it_was_dropped()
    {
        var session = Open();
        var canvas = Draw(session).FindComponent<FormCanvas>();

        foreach (var type in Fields.Types)
        {
            canvas.InvokeAsync(() => canvas.Instance.DroppedTypeAsync((int)type, 0, 0, null));
        }

        Assert.DoesNotContain(session.Problems, problem => problem.Severity is ProblemSeverity.Error);
    }

    [Fact]
    public void A_field_that_was_dropped_beside_another_stands_there_and_undoing_takes_it_back()
    {
        var session = Open(Order.Document);
        var builder = Draw(session);
        var canvas = builder.FindComponent<FormCanvas>();

        canvas.InvokeAsync(() => canvas.Instance.DroppedField("city", 0, 0, 1));

        Assert.Equal(["country", "city"], builder.FindAll("[data-fb-row='0'] [data-fb-field]").Select(card => card.GetAttribute("data-fb-field")));
        Assert.NotNull(session.UndoName);
        session.Undo();
        Assert.Null(session.Document.Layout);
    }

    [Fact]
    public void A_renamed_key_is_renamed_wherever_it_is_spoken_of_and_the_panel_says_so()
    {
        var session = Open(Order.Document);
        var builder = Draw(session);
        session.Select(new DesignerSelection { Field = "freight" });

        builder.Find(".fb-field [id$='-key']").Change("shipping");

        Assert.Empty(FieldUses.Of(session.Document, "freight"));
        Assert.Equal("shipping", session.Selection.Field);
        Assert.Contains("updated in", builder.Find(".fb-field").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("total")]
    [InlineData("sn")]
    public void A_key_that_cannot_be_one_is_refused_and_nothing_changes(string key)
    {
        var session = Open(Order.Document);
        var builder = Draw(session);
        session.Select(new DesignerSelection { Field = "freight" });

        builder.Find(".fb-field [id$='-key']").Change(key);

        Assert.NotEmpty(builder.FindAll(".fb-field .lf-field-error"));
        Assert.Same(Order.Document, session.Document);
    }

    [Fact]
    public void Before_a_field_goes_its_uses_are_listed()
    {
        var session = Open(Order.Document);
        var builder = Draw(session);
        session.Select(new DesignerSelection { Field = "freight" });

        builder.Find(".fb-field-remove").Click();

        Assert.Contains("Formula of “total”", builder.Find("dialog").TextContent, StringComparison.Ordinal);
        builder.Find("dialog .lf-button--danger").Click();
        Assert.DoesNotContain(session.Document.Fields, field => field.Key == "freight");
        session.Undo();
        Assert.Contains(session.Document.Fields, field => field.Key == "freight");
    }

    [Fact]
    public void A_use_leads_to_what_uses_the_field()
    {
        var session = Open(Order.Document);
        var builder = Draw(session);
        session.Select(new DesignerSelection { Field = "freight" });
        builder.Find(".fb-field-remove").Click();

        builder.FindAll("dialog .fb-uses button").Single(use => use.TextContent.Contains("total", StringComparison.Ordinal)).Click();

        Assert.Equal("total", session.Selection.Field);
        Assert.Empty(builder.FindAll("dialog"));
    }

    [Fact]
    public void A_formula_is_checked_where_it_is_written()
    {
        var session = Open(Order.Document);
        var builder = Draw(session);
        session.Select(new DesignerSelection { Field = "total" });

        builder.Find(".fb-field [id$='-formula']").Change("freight +");
        Assert.Contains("character", builder.Find(".fb-field .lf-field-error").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Same(Order.Document, session.Document);

        builder.Find(".fb-field [id$='-formula']").Change("freight * 2");
        Assert.Empty(builder.FindAll(".fb-field .lf-field-error"));
        Assert.NotSame(Order.Document, session.Document);
    }

    [Fact]
    public void Choices_are_pasted_line_by_line()
    {
        var session = Open(Order.Document);
        var builder = Draw(session);
        session.Select(new DesignerSelection { Field = "country" });

        builder.FindAll(".fb-field button[aria-expanded]").Single(button => button.TextContent.Contains("Paste", StringComparison.Ordinal)).Click();
        builder.Find(".fb-field [id$='-paste']").Change("fr = 法国 | France\nSpain\n\ncn = again");

        Assert.Equal(["cn", "de", "fr", "1"], session.Document.Fields.Single(field => field.Key == "country").Choices.Select(choice => choice.Key));
    }

    [Fact]
    public void A_rectangle_of_the_access_grid_is_filled_in_one_step()
    {
        var session = Open(Order.Document);
        var builder = Draw(session);
        builder.FindAll(".fb-view")[1].Click();
        var grid = builder.FindComponent<AccessGrid>();

        grid.InvokeAsync(() => grid.Instance.Fill(1, 0, 2, 1, "Required"));

        Assert.All(session.Document.States.Take(2), state => Assert.Equal((FieldAccess.Required, FieldAccess.Required), (state.Access["country"], state.Access["city"])));
        session.Undo();
        Assert.Same(Order.Document, session.Document);
    }

    [Fact]
    public void What_a_formula_works_out_is_never_filled_in_by_anybody()
    {
        var session = Open(Order.Document);
        var builder = Draw(session);
        builder.FindAll(".fb-view")[1].Click();

        builder.FindAll(".ag-table thead .ag-head")[0].Click();

        Assert.Equal(FieldAccess.ReadOnly, session.Document.States[0].Access["total"]);
        Assert.Equal(FieldAccess.Optional, session.Document.States[0].Access["freight"]);
    }

    [Fact]
    public void The_preview_is_the_real_form_over_the_draft()
    {
        var builder = Draw(Open(Order.Document));
        builder.FindAll(".fb-view")[2].Click();

        builder.Find("#preview-freight").Input("12");

        Assert.Contains("12", builder.Find(".fp-paper").TextContent, StringComparison.Ordinal);
        builder.FindAll(".fp-choices .lf-button")[^1].Click();
        Assert.Contains("items", builder.Find(".fp-paper .lf-errors").InnerHtml, StringComparison.Ordinal);
    }

    private IRenderedComponent<FormBuilder> Draw(DesignerSession session) =>
        Follow(session, Render<FormBuilder>(parameters => parameters.Add(builder => builder.Session, session)));

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
