using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Workflows;

namespace LoonFlow.Tests.Features.Workflows;

public sealed class WorkflowCatalogueTests
{
    private static readonly Workflow Leave = Workflow(1, new Caption("请假申请", "Leave"), new Caption("人事", "People"), new Caption("年假、病假", "Annual and sick leave"));
    private static readonly Workflow Vpn = Workflow(2, new Caption("VPN申请", "VPN access"), new Caption("信息技术", "IT"), Caption.Empty);
    private static readonly Workflow Laptop = Workflow(3, new Caption("电脑", "Laptop"), new Caption("信息技术", "IT"), new Caption("含VPN", "With VPN"));

    [Fact]
    public void A_small_catalogue_is_only_its_shelves()
    {
        var shelves = new WorkflowCatalogue([Leave, Vpn, Laptop], [Vpn.Id]).Shelves();

        Assert.Equal(2, shelves.Count);
        Assert.DoesNotContain(shelves, shelf => shelf.Heading is null);
    }

    [Fact]
    public void In_a_big_one_what_was_used_lately_comes_first()
    {
        var many = Enumerable.Range(10, 20).Select(id => Workflow(id, $"W{id}", "Other", Caption.Empty));

        var shelves = new WorkflowCatalogue([Leave, Vpn, .. many], [Vpn.Id, new WorkflowId(99), Leave.Id]).Shelves();

        Assert.Null(shelves[0].Heading);
        Assert.Equal([Vpn, Leave], shelves[0].Workflows);
    }

    [Fact]
    public void What_has_no_category_comes_last()
    {
        var shelves = new WorkflowCatalogue([Workflow(9, "A", Caption.Empty, Caption.Empty), Leave], []).Shelves();

        Assert.Equal(string.Empty, shelves[^1].Heading);
    }

    [Theory]
    [InlineData("leave", "Leave")]
    [InlineData("请假", "Leave")]
    [InlineData("sick", "Leave")]
    [InlineData("IT laptop", "Laptop")]
    public void Every_word_is_searched_in_both_languages(string text, string found) =>
        Assert.Equal(found, Assert.Single(new WorkflowCatalogue([Leave, Vpn, Laptop], []).Search(text)).Name.English);

    [Fact]
    public void A_name_counts_more_than_a_description() =>
        Assert.Equal([Vpn, Laptop], new WorkflowCatalogue([Laptop, Vpn, Leave], [Laptop.Id]).Search("vpn"));

    private static Workflow Workflow(long id, Caption name, Caption category, Caption description) =>
        new() { Id = new WorkflowId(id), Name = name, Category = category, Description = description };
}
