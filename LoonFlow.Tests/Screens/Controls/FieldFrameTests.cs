using Bunit;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Controls;
using Microsoft.AspNetCore.Components;

namespace LoonFlow.Tests.Screens.Controls;

public sealed class FieldFrameTests : ScreenTest
{
    private static readonly RenderFragment<FieldIds> Input = ids => builder =>
    {
        builder.OpenElement(0, "input");
        builder.AddAttribute(1, "id", ids.Input);
        builder.AddMultipleAttributes(2, ids.Attributes);
        builder.CloseElement();
    };

    [Fact]
    public void The_label_belongs_to_the_input()
    {
        var frame = Show();

        Assert.Equal("days", frame.Find("label").GetAttribute("for"));
        Assert.Equal("days", frame.Find("input").Id);
    }

    [Fact]
    public void An_error_is_read_with_the_input()
    {
        var input = Show(error: "Fill in the days", help: "In half days").Find("input");

        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("days-error days-help", input.GetAttribute("aria-describedby"));
    }

    [Fact]
    public void Every_id_that_describes_the_input_is_there()
    {
        var frame = Show(error: "Fill in the days", help: "In half days");

        var described = frame.Find("input").GetAttribute("aria-describedby")!.Split(' ').Select(id => frame.Find($"#{id}").TextContent.Trim());

        Assert.Equal(["Fill in the days", "In half days"], described);
    }

    [Fact]
    public void Without_error_and_help_nothing_describes_the_input()
    {
        var input = Show().Find("input");

        Assert.False(input.HasAttribute("aria-invalid"));
        Assert.False(input.HasAttribute("aria-describedby"));
    }

    [Fact]
    public void Required_is_said_in_words()
    {
        var frame = Show(required: true);

        Assert.Contains("(required)", frame.Find("label").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", frame.Find("input").GetAttribute("aria-required"));
    }

    [Fact]
    public void A_group_of_inputs_has_a_legend()
    {
        var frame = Render<FieldFrame>(parameters => parameters
            .Add(field => field.Id, "kind")
            .Add(field => field.Label, "Kind")
            .Add(field => field.Group, true)
            .Add(field => field.ChildContent, Input));

        Assert.Equal("Kind", frame.Find("fieldset > legend").TextContent.Trim());
    }

    private IRenderedComponent<FieldFrame> Show(string? error = null, string? help = null, bool required = false) =>
        Render<FieldFrame>(parameters => parameters
            .Add(field => field.Id, "days")
            .Add(field => field.Label, "Days")
            .Add(field => field.Required, required)
            .Add(field => field.Help, help)
            .Add(field => field.Error, error)
            .Add(field => field.ChildContent, Input));
}
