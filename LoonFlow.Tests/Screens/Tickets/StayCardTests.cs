using Bunit;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Tickets.Detail;
using LoonFlow.Web.Scripts;
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
    public void A_vote_without_result_says_who_decides_now()
    {
        var vote = new StayVote(new VotingPolicy.Unanimous(), IsInOrder: false, IsUndecided: true, [new StaySeat(Person(Cast.Ann), new Caption("同意", "Agree"), TransitionKind.Agree, Now, IsTurn: false, Now)]);

        var screen = Show(Stay with { Vote = vote, WaitsFor = [Asked(Cast.Gil, Now)] });

        Assert.Contains("Left to the administrators.", screen.Find(".vote .lf-message").TextContent, StringComparison.Ordinal);
        Assert.Contains("Gil", screen.Find(".stay-people").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Timers_say_what_will_happen_and_when()
    {
        var screen = Timers(
            Timer(1, new TimerAction.Remind(1, TimeSpan.FromHours(1)), due: Now.AddHours(3)),
            Timer(2, new TimerAction.Escalate(new EscalationTarget.Leader(), Replaces: false), due: Now.AddMinutes(20)),
            Timer(3, new TimerAction.Escalate(new EscalationTarget.Administrators(), Replaces: true), remaining: TimeSpan.FromMinutes(150)),
            Timer(4, new TimerAction.Remind(1, TimeSpan.FromHours(1)), due: Now.AddDays(4)));

        Assert.Equal(
            [
                "Reminder: in 3 h: 2 Mar 2026, 11:00", "Asks the leaders too: in 20 min: 2 Mar 2026, 08:20",
                "Goes to the administrators instead: paused, 2 h 30 min left", "Reminder: in 4 days: 6 Mar 2026, 08:00",
            ],
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
    [InlineData(AutomationKind.Script, "The script did not do its work")]
    [InlineData(AutomationKind.Hook, "The other system could not be told")]
    [InlineData(AutomationKind.Children, "The child tickets could not be filed")]
    public void What_failed_is_called_by_its_kind_and_only_who_may_is_offered_to_try_again(AutomationKind kind, string words)
    {
        var screen = Render<StayRun>(parameters => parameters
            .Add(run => run.Run, new AutomationRun(1, AutomationStatus.Failed, Now, FailureReason.Of(ScriptRefusals.TimedOut(TimeSpan.FromSeconds(5))).Written))
            .Add(run => run.Kind, kind));

        Assert.Contains(words, screen.Find("[data-run=failed]").TextContent, StringComparison.Ordinal);
        Assert.Equal("The script did not end within 5 seconds and was stopped.", screen.Find(".run-message").TextContent);
        Assert.Empty(screen.FindAll("[data-action=retryautomation]"));
    }

    [Theory]
    [InlineData(ChildrenWait.All, "Goes on when all child tickets have ended.")]
    [InlineData(ChildrenWait.Any, "Goes on when one child ticket has ended.")]
    [InlineData(ChildrenWait.Count, "Goes on when 2 child tickets have ended.")]
    [InlineData(ChildrenWait.Condition, "Goes on when a child ticket fulfils the condition, or all have ended.")]
    public void A_stay_says_for_which_of_its_children_it_waits(ChildrenWait wait, string words)
    {
        var stay = Stay with { Children = new ChildrenSetting { Wait = wait, Count = 2 }, Automation = new AutomationRun(1, AutomationStatus.Done, Now), AutomationKind = AutomationKind.Children };

        var screen = Show(stay);

        Assert.Equal(words, screen.Find("[data-waits-for-children]").TextContent);
        Assert.Contains("Child tickets filed", screen.Find("[data-run=done]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Waits for", screen.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stay_says_who_was_asked_when_where_that_was_later_than_its_beginning()
    {
        var screen = Show(Stay with { WaitsFor = [Asked(Cast.Ann, Now), Asked(Cast.Bob, Now.AddMinutes(30))] });

        var lines = screen.FindAll(".stay-people li");
        Assert.DoesNotContain("asked", lines[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("asked", lines[1].TextContent, StringComparison.Ordinal);
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
            .Add(card => card.Children, 
            [
                new RelatedTicket(new TicketId(8), "c_1", "A child", TicketStatus.Finished, [new Caption("结束", "End")]),
                new RelatedTicket(new TicketId(9), "c_2", "Another", TicketStatus.Ongoing, [new Caption("授权", "Granting")]) { HasFailed = true },
            ]));

        Assert.Equal(["/tickets/7", "/tickets/8", "/tickets/9"], screen.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Child tickets: 1 of 2 ended", screen.Markup, StringComparison.Ordinal);
        Assert.Equal([false, true], screen.FindAll("[data-children] li").Select(child => child.TextContent.Contains("Failed", StringComparison.Ordinal)));
        Assert.Contains("Granting", screen.FindAll("[data-children] li")[1].TextContent, StringComparison.Ordinal);
    }

    private static TicketStay Stay => new(1, new StateId(5), new Caption("等待", "Waiting"), Now, [], ClaimedBy: null, []);

    private static ParticipantName Asked(UserId id, DateTimeOffset at) => ParticipantName.Of(Participant.Of(id), Cast.Company) with { AskedAt = at };

    private IRenderedComponent<StayPart> Show(TicketStay stay) => Render<StayPart>(parameters => parameters.Add(part => part.Stay, stay).Add(part => part.Company, Cast.Company));

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
