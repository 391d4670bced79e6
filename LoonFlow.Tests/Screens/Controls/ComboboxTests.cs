using Bunit;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Controls;

namespace LoonFlow.Tests.Screens.Controls;

public sealed class ComboboxTests : ScreenTest
{
    private static readonly ComboboxItem[] Fruit = [new("a", "Apple"), new("b", "Banana", "yellow"), new("c", "Cherry") { AlsoFound = "樱桃" }];

    private IReadOnlyList<string> _chosen = [];

    [Fact]
    public void It_is_closed_until_it_is_used()
    {
        var box = Draw();

        Assert.Equal("false", box.Find("input").GetAttribute("aria-expanded"));
        Assert.Empty(box.FindAll("[role=option]"));
    }

    [Theory]
    [InlineData("an", "Banana")]
    [InlineData("YELLOW", "Banana")]
    [InlineData("樱", "Cherry")]
    public void It_finds_by_name_detail_and_words_that_are_not_shown(string query, string found)
    {
        var box = Draw();

        box.Find("input").Input(query);

        Assert.Equal(found, Assert.Single(box.FindAll(".lf-combobox-text > :first-child")).TextContent);
    }

    [Fact]
    public void Arrows_walk_and_enter_chooses()
    {
        var box = Draw();

        box.Find("input").KeyDown("ArrowDown");
        box.Find("input").KeyDown("ArrowDown");
        var active = box.Find("input").GetAttribute("aria-activedescendant");
        box.Find("input").KeyDown("Enter");

        Assert.Empty(box.FindAll("[role=option]"));
        Assert.Equal("fruit-option-1", active);
        Assert.Equal(["b"], _chosen);
    }

    [Fact]
    public void Walking_up_from_the_first_reaches_the_last()
    {
        var box = Draw();

        box.Find("input").Click();
        box.Find("input").KeyDown("ArrowUp");

        Assert.Equal("fruit-option-2", box.Find("input").GetAttribute("aria-activedescendant"));
    }

    [Fact]
    public void Escape_closes_it_and_forgets_what_was_typed()
    {
        var box = Draw();

        box.Find("input").Input("app");
        box.Find("input").KeyDown("Escape");

        Assert.Equal("false", box.Find("input").GetAttribute("aria-expanded"));
        Assert.Equal(string.Empty, box.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void Backspace_in_the_empty_input_takes_back_the_last_choice()
    {
        _chosen = ["a", "b"];

        Draw(multiple: true).Find("input").KeyDown("Backspace");

        Assert.Equal(["a"], _chosen);
    }

    [Fact]
    public void Choosing_again_takes_one_of_several_back_but_leaves_a_single_one()
    {
        _chosen = ["a"];
        var several = Draw(multiple: true);
        several.Find("input").Click();
        several.FindAll("[role=option]")[0].Click();
        var taken = _chosen;

        _chosen = ["a"];
        var single = Draw();
        single.Find("input").Click();
        single.FindAll("[role=option]")[0].Click();

        Assert.Empty(taken);
        Assert.Equal(["a"], _chosen);
    }

    [Fact]
    public void A_choice_is_removed_by_its_own_button()
    {
        _chosen = ["a"];

        Draw().Find("[aria-label='Remove Apple']").Click();

        Assert.Empty(_chosen);
    }

    [Fact]
    public void How_much_was_found_is_read_out()
    {
        var box = Draw();

        box.Find("input").Input("e");

        Assert.Equal("Found: 3", box.Find("[role=status]").TextContent);
    }

    private IRenderedComponent<Combobox> Draw(bool multiple = false) => Render<Combobox>(box => box
        .Add(b => b.Ids, new FieldIds("fruit", "fruit-label", null, false, false))
        .Add(b => b.Items, Fruit)
        .Add(b => b.Chosen, _chosen)
        .Add(b => b.Multiple, multiple)
        .Add(b => b.OnChanged, chosen => _chosen = chosen));
}
