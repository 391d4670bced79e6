using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Tests.Domain.Forms;

public sealed class LayoutMovesTests
{
    [Theory]
    [InlineData("a", 0, 0, 1, null, "bc / a / d | e // f")]
    [InlineData("a", 0, 0, 0, 3, "bca / d | e // f")]
    [InlineData("d", 0, 0, 0, 0, "dabc | e // f")]
    [InlineData("f", 0, 1, 0, 1, "abc / d | ef // ")]
    [InlineData("e", 1, 0, 9, 0, "abc / d |  // f / e")]
    [InlineData("e", 9, 9, 9, 9, "abc / d |  // f / e")]
    public void A_field_is_dropped_anywhere(string key, int tab, int section, int row, int? column, string expected) =>
        Assert.Equal(expected, Said(LayoutMoves.To(Layout, key, new LayoutPlace(tab, section, row, column))));

    [Theory]
    [InlineData("b", LayoutDirection.Left, "bac / d | e // f")]
    [InlineData("b", LayoutDirection.Right, "acb / d | e // f")]
    [InlineData("d", LayoutDirection.Left, "abcd | e // f")]
    [InlineData("c", LayoutDirection.Right, "ab / cd | e // f")]
    [InlineData("b", LayoutDirection.Up, "b / ac / d | e // f")]
    [InlineData("b", LayoutDirection.Down, "ac / b / d | e // f")]
    [InlineData("d", LayoutDirection.Up, "d / abc | e // f")]
    [InlineData("d", LayoutDirection.Down, "abc | d / e // f")]
    [InlineData("e", LayoutDirection.Down, "abc / d |  // e / f")]
    [InlineData("f", LayoutDirection.Up, "abc / d | e / f // ")]
    [InlineData("f", LayoutDirection.Down, "abc / d | e // f")]
    [InlineData("nothing", LayoutDirection.Up, "abc / d | e // f")]
    public void A_field_is_moved_step_by_step(string key, LayoutDirection direction, string expected) =>
        Assert.Equal(expected, Said(LayoutMoves.Step(Layout, key, direction)));

    [Fact]
    public void However_fields_are_moved_each_stays_on_the_form_once()
    {
        var random = new Random(20260311);
        var layout = Layout;

        for (var round = 0; round < 2_000; round++)
        {
            var key = "abcdef"[random.Next(6)].ToString();
            layout = random.Next(2) == 0
                ? LayoutMoves.To(layout, key, new LayoutPlace(random.Next(-1, 4), random.Next(-1, 4), random.Next(-1, 6), random.Next(3) == 0 ? null : random.Next(-1, 6)))
                : LayoutMoves.Step(layout, key, (LayoutDirection)random.Next(4));

            Assert.Equal(["a", "b", "c", "d", "e", "f"], FormLayouts.Keys(layout).Order());
            Assert.All(layout.Tabs.SelectMany(tab => tab.Sections).SelectMany(section => section.Rows), row => Assert.InRange(row.Keys.Count, 1, FormRow.MaxKeys));
        }
    }

    private static FormLayout Layout => new(
    [
        new FormTab("One", [Section(["a", "b", "c"], ["d"]), Section(["e"])]),
        new FormTab("Two", [Section(["f"])]),
    ]);

    private static FormSection Section(params string[][] rows) => new(Caption.Empty, [.. rows.Select(keys => new FormRow(keys))]);

    private static string Said(FormLayout layout) => string.Join(" // ", layout.Tabs.Select(tab =>
        string.Join(" | ", tab.Sections.Select(section => string.Join(" / ", section.Rows.Select(row => string.Concat(row.Keys)))))));
}
