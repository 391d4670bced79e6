using Bunit;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Tickets.Detail;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Tickets;

/// <summary>What the side of a ticket tells about votes, branches, timers and what runs by itself.</summary>
public sealed class StayCardTests : ScreenTest
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public StayCardTests() => Services.AddSingleton<TimeProvider>(new TestClock());

    [Fact]
    public void A_vote_says_how_many_decided_what_and_who_is_open()
    {
        var screen = Vote(new VotingPolicy.Majority(), isInOrder: false);

        Assert.Equal("1 of 3 have decided", screen.Find("[data-vote]").TextContent);
        Assert.Contains("More than half decides: 2 votes.", screen.Markup, StringComparison.Ordinal);
        Assert.Equal(["decided", "asked", "waiting"], screen.FindAll("[data-seat]").Select(seat => seat.GetAttribute("data-seat")));
        Assert.Contains("Agree", screen.Find("[data-seat=decided]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void In_sequence_those_to_come_are_told_apart_from_who_is_asked()
    {
        var screen = Vote(new VotingPolicy.Unanimous(), isInOrder: true);

        Assert.Contains("One after the other", screen.Markup, StringComparison.Ordinal);
        Assert.Contains("comes later", screen.Find("[data-seat=waiting]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_policy_is_told_in_words()
    {
        VotingPolicy[] policies = [new VotingPolicy.Unanimous(), new VotingPolicy.AnyRefusal(), new VotingPolicy.Majority(), new VotingPolicy.Count(2), new VotingPolicy.Percentage(60)];

        Assert.Equal(policies.Length, policies.Select(policy => Vote(policy, isInOrder: false).Find(".vote > .lf-quiet").TextContent).Distinct().Count());
        Assert.Contains("60 % decides: 2 votes.", Vote(new VotingPolicy.Percentage(60), isInOrder: false).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Timers_say_what_will_happen_and_when()
    {
        var screen = Timers(
            Timer(1, new TimerAction.Remind(1, TimeSpan.FromHours(1)), due: Now.AddHours(3)),
            Timer(2, new TimerAction.Escalate(new EscalationTarget.Leader(), Replaces: false), due: Now.AddMinutes(20)),
            Timer(3, new TimerAction.Escalate(new EscalationTarget.Administrators(), Replaces: true), remaining: TimeSpan.FromMinutes(150)));

        Assert.Equal(
            ["Reminder: in 3 h", "Asks the leaders too: in 20 min", "Goes to the administrators instead: paused, 2 h 30 min left"],
            screen.FindAll("[data-timer] > span").Select(line => string.Join(": ", line.Children.Select(part => part.TextContent))));
    }

    [Fact]
    public void A_run_that_failed_says_why_and_can_be_tried_again()
    {
        var pressed = false;
        var screen = Render<StayRun>(parameters => parameters
            .Add(run => run.Run, new AutomationRun(1, AutomationStatus.Failed, Now, "The other side answered 503."))
            .Add(run => run.MayRetry, true)
            .Add(run => run.OnRetry, () => pressed = true));

        Assert.Contains("The other side answered 503.", screen.Find("[data-run=failed]").TextContent, StringComparison.Ordinal);
        screen.Find("[data-action=retryautomation]").Click();
        Assert.True(pressed);
    }

    [Theory]
    [InlineData(AutomationStatus.Running, "Runs by itself since")]
    [InlineData(AutomationStatus.AwaitingAnswer, "Waits for another system since")]
    [InlineData(AutomationStatus.Waiting, "About to start")]
    [InlineData(AutomationStatus.Done, "Done by itself")]
    public void A_run_says_where_it_stands(AutomationStatus status, string words) =>
        Assert.Contains(words, Render<StayRun>(parameters => parameters.Add(run => run.Run, new AutomationRun(1, status, Now))).Markup, StringComparison.Ordinal);

    [Fact]
    public void Related_tickets_are_links_with_where_they_are()
    {
        var screen = Render<RelatedTicketsCard>(parameters => parameters
            .Add(card => card.Parent, new RelatedTicket(new TicketId(7), "p_1", "The parent", TicketStatus.Ongoing, [new Caption("等待", "Waiting")]))
            .Add(card => card.Children, [new RelatedTicket(new TicketId(8), "c_1", "A child", TicketStatus.Finished, [new Caption("结束", "End")])]));

        Assert.Equal(["/tickets/7", "/tickets/8"], screen.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Child tickets: 1 of 1 ended", screen.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<VoteProgress> Vote(VotingPolicy policy, bool isInOrder) => Render<VoteProgress>(parameters => parameters.Add(vote => vote.Vote, new StayVote(
        policy,
        isInOrder,
        IsUndecided: false,
        [
            new StaySeat(Person(Cast.Ann), new Caption("同意", "Agree"), TransitionKind.Agree, Now, IsTurn: false, Now),
            new StaySeat(Person(Cast.Bob), null, null, null, IsTurn: true, Now),
            new StaySeat(Person(Cast.Cleo), null, null, null, IsTurn: false, null),
        ])));

    private IRenderedComponent<StayTimers> Timers(params StayTimer[] timers) =>
        Render<StayTimers>(parameters => parameters.Add(list => list.Timers, timers).Add(list => list.Company, Cast.Company));

    private static StayTimer Timer(int number, TimerAction action, DateTimeOffset? due = null, TimeSpan? remaining = null) => new(
        new VisitTimer { Number = number, DueAt = due, Remaining = remaining },
        new TimerSetting { Number = number, Action = action, After = TimeSpan.FromHours(1) },
        Transition: null);

    private static PersonName Person(UserId id) => PersonName.Of(id, Cast.Company);
}
