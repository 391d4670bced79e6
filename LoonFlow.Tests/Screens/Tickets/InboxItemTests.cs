using Bunit;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Tickets.Inbox;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Tickets;

/// <summary>What one line of the inbox says of a ticket that is more than just waiting for somebody.</summary>
public sealed class InboxItemTests : ScreenTest
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public InboxItemTests() => Services.AddSingleton<TimeProvider>(new TestClock());

    [Fact]
    public void Whoever_is_asked_beside_others_is_not_told_their_own_name()
    {
        var item = Show(Row(Cast.Ann, Cast.Bob, Cast.Cleo) with { WaitsForMe = true, AsksMe = true });

        Assert.Equal("You and 2 more", item.Find(".inbox-waits--me .lf-clip").TextContent);
    }

    [Fact]
    public void Whoever_is_asked_alone_is_told_just_that() =>
        Assert.Equal("Waits for you", Show(Row(Cast.Ann) with { WaitsForMe = true, AsksMe = true }).Find(".inbox-waits--me .lf-clip").TextContent);

    [Fact]
    public void Marks_tell_of_votes_failures_children_and_what_is_due()
    {
        var item = Show(Row() with { Vote = new InboxVote(2, 5), HasFailed = true, WaitsForChildren = true, Due = new InboxDue(Now.AddHours(3), IsEscalation: true) });

        Assert.Equal("2 of 5 decided", item.Find("[data-vote]").TextContent.Trim());
        Assert.Equal("Failed", item.Find("[data-failed]").TextContent.Trim());
        Assert.Equal("Waits for child tickets", item.Find("[data-children]").TextContent.Trim());
        Assert.Equal("Escalates in 3 h", item.Find("[data-due]").TextContent.Trim());
    }

    [Fact]
    public void What_is_due_later_than_a_day_from_now_is_no_news() =>
        Assert.Empty(Show(Row() with { Due = new InboxDue(Now.AddHours(30), IsEscalation: false) }).FindAll("[data-due], .inbox-marks"));

    private IRenderedComponent<InboxItem> Show(InboxRow row) => Render<InboxItem>(parameters => parameters.Add(item => item.Row, row));

    private static InboxRow Row(params UserId[] asked) => new(
        new TicketId(1), "rel_1", "A release", new Caption("发布", "Release"), "rocket_launch", [new Caption("表决", "Board")],
        [.. asked.Select(id => ParticipantName.Of(Participant.Of(id), Cast.Company))], WaitsForMe: false, Now, PersonName.Of(Cast.Ann, Cast.Company), TicketStatus.Ongoing, Now);
}
