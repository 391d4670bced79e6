using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Tickets;

namespace LoonFlow.Tests.Features.Tickets;

public sealed class InboxFilterTests
{
    [Fact]
    public void What_is_written_into_the_address_is_read_back()
    {
        var filter = new InboxFilter
        {
            Tab = InboxTab.Related,
            Text = "50% & more",
            Workflow = new WorkflowId(7),
            State = new StateId(71),
            Status = TicketStatus.Returned,
            From = new DateOnly(2026, 3, 1),
            To = new DateOnly(2026, 3, 31),
            OldestFirst = true,
            Page = 3,
            PageSize = 50,
        };

        var query = filter.ToQuery();

        Assert.Equal(filter, InboxFilter.Parse(name => query[name]?.ToString()));
        Assert.Equal(5, filter.ConditionCount);
    }

    [Fact]
    public void The_plain_inbox_needs_no_parameters() =>
        Assert.All(new InboxFilter().ToQuery(), parameter => Assert.Null(parameter.Value));

    [Theory]
    [InlineData("tab", "9")]
    [InlineData("tab", "everything")]
    [InlineData("workflow", "-1")]
    [InlineData("workflow", "99999999999999999999")]
    [InlineData("state", "one")]
    [InlineData("status", "1")]
    [InlineData("from", "0001-01-01")]
    [InlineData("to", "9999-12-31")]
    [InlineData("to", "31.12.2026")]
    [InlineData("order", "newest")]
    [InlineData("page", "0")]
    [InlineData("page", "2147483648")]
    [InlineData("size", "21")]
    [InlineData("size", "4294967316")]
    [InlineData("q", "   ")]
    public void What_makes_no_sense_is_as_if_not_given(string name, string value) =>
        Assert.Equal(new InboxFilter(), InboxFilter.Parse(asked => asked == name ? value : null));

    [Fact]
    public void Text_to_search_for_is_bounded() =>
        Assert.Equal(InboxFilter.MaxTextLength, InboxFilter.Parse(name => name == "q" ? new string('x', 5_000) : null).Text!.Length);
}
