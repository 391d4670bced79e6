using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Tests.Domain.Common;

public sealed class ResultTests
{
    [Fact]
    public void A_value_is_a_success()
    {
        Result<string> result = "done";

        Assert.True(result.Succeeded);
        Assert.Null(result.Refusal);
        Assert.Equal("done", result.Value);
    }

    [Fact]
    public void A_refusal_says_why_and_has_no_value()
    {
        Result<string> result = TicketRefusals.NotFound;

        Assert.False(result.Succeeded);
        Assert.Same(TicketRefusals.NotFound, result.Refusal);
        Assert.Throws<InvalidOperationException>(() => result.Value);
    }

    [Fact]
    public void Arguments_are_given_to_a_copy()
    {
        var refusal = TicketRefusals.NobodyToAct.With("HR");

        Assert.Equal(["HR"], refusal.Arguments);
        Assert.Empty(TicketRefusals.NobodyToAct.Arguments);
    }
}
