using LoonFlow.Domain.Access;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Notifications;

public sealed class NoticeRulesTests
{
    [Fact]
    public void Whoever_must_act_hears_of_the_arrival() =>
        Assert.Equal([(Cast.Bob, NoticeEvent.Arrival)], Told(story => story.Filed(Cast.Ann, Leave.Submit, Leave.For(2))));

    [Fact]
    public void Everybody_in_a_group_hears_of_its_work() =>
        Assert.Equal(
            [(Cast.Cleo, NoticeEvent.Arrival), (Cast.Dan, NoticeEvent.Arrival)],
            Told(story => story.Taken(Cast.Bob, Leave.LeaderAgrees), WithLeader));

    [Fact]
    public void Nobody_hears_of_what_they_did_themselves() =>
        Assert.Empty(Told(story => story.Filed(Cast.Bob, Leave.Submit, Leave.For(1))));

    [Fact]
    public void The_other_candidates_hear_that_one_took_the_work() =>
        Assert.Equal([(Cast.Cleo, NoticeEvent.ClaimedByAnother)], Told(story => story.Claimed(Cast.Dan), WithHr));

    [Fact]
    public void Whoever_gets_a_ticket_passed_on_hears_of_it() =>
        Assert.Equal([(Cast.Eve, NoticeEvent.Forwarded)], Told(story => story.Forwarded(Cast.Bob, Cast.Eve), WithLeader));

    [Fact]
    public void Whoever_is_asked_hears_the_question_and_the_asker_hears_the_answer()
    {
        Assert.Equal([(Cast.Gil, NoticeEvent.Consulted)], Told(story => story.Consulted(Cast.Bob, Cast.Gil), WithLeader));
        Assert.Equal([(Cast.Bob, NoticeEvent.Answered)], Told(story => story.Answered(Cast.Gil), () => WithLeader().Consulted(Cast.Bob, Cast.Gil)));
    }

    [Fact]
    public void The_creator_hears_that_the_ticket_came_back() =>
        Assert.Equal([(Cast.Ann, NoticeEvent.Returned)], Told(story => story.Taken(Cast.Bob, Leave.LeaderRefuses), WithLeader));

    [Fact]
    public void A_comment_is_heard_by_those_who_must_act_and_by_the_creator_but_not_by_its_author()
    {
        Assert.Equal([(Cast.Bob, NoticeEvent.Commented)], Told(story => story.Commented(Cast.Ann, "Please"), WithLeader));
        Assert.Equal(
            [(Cast.Bob, NoticeEvent.Commented), (Cast.Ann, NoticeEvent.Commented)],
            Told(story => story.Commented(Cast.Rita, "Please"), WithLeader));
    }

    [Fact]
    public void Whoever_is_mentioned_hears_that_instead() =>
        Assert.Equal(
            [(Cast.Bob, NoticeEvent.Mentioned), (Cast.Ann, NoticeEvent.Commented)],
            Told(story => story.Commented(Cast.Rita, "@bob please"), WithLeader));

    [Fact]
    public void A_mention_tells_nothing_to_those_who_may_not_view_the_ticket() =>
        Assert.Equal([(Cast.Bob, NoticeEvent.Commented)], Told(story => story.Commented(Cast.Ann, "@eve look"), WithLeader));

    [Fact]
    public void A_mention_reaches_those_to_whom_viewing_was_granted()
    {
        var access = new WorkflowAccess(OpenToAll: false, [new WorkflowGrant(WorkflowPermission.View, Participant.Of(Cast.Eve))]);

        Assert.Contains((Cast.Eve, NoticeEvent.Mentioned), Told(story => story.Commented(Cast.Ann, "@eve look"), WithLeader, access));
    }

    [Fact]
    public void A_withdrawal_is_heard_by_those_whose_turn_it_was()
    {
        Assert.Equal([(Cast.Bob, NoticeEvent.Withdrawn)], Told(story => story.Withdrawn(Cast.Ann), WithLeader));
        Assert.Equal([(Cast.Dan, NoticeEvent.Withdrawn)], Told(story => story.Withdrawn(Cast.Ann), () => WithHr().Claimed(Cast.Dan)));
    }

    [Fact]
    public void The_end_is_heard_by_the_creator() =>
        Assert.Equal(
            [(Cast.Ann, NoticeEvent.Finished)],
            Told(story => story.Taken(Cast.Dan, Leave.HrAgrees, Leave.Noted), () => WithHr().Claimed(Cast.Dan)));

    [Fact]
    public void Closing_is_heard_by_the_creator_and_by_those_whose_turn_it_was() =>
        Assert.Equal(
            [(Cast.Bob, NoticeEvent.Closed), (Cast.Ann, NoticeEvent.Closed)],
            Told(story => story.Closed(Cast.Rita), WithLeader));

    [Fact]
    public void What_runs_by_itself_waits_for_nobody() =>
        Assert.Empty(Told(
            story => story.Taken(Cast.Olga, Vpn.OperatorAgrees),
            () => new Story(Vpn.Version).Filed(Cast.Ann, Vpn.Submit, Vpn.Filled).Taken(Cast.Bob, Vpn.LeaderAgrees).Claimed(Cast.Olga)));

    [Fact]
    public void Someone_who_has_left_hears_nothing()
    {
        var told = Told(story => story.Taken(Cast.Bob, Leave.LeaderAgrees), WithLeader, company: Cast.Without(Cast.Cleo));

        Assert.Equal([(Cast.Dan, NoticeEvent.Arrival)], told);
    }

    [Fact]
    public void Of_those_who_decide_in_order_only_the_next_one_hears()
    {
        var inOrder = OneStep.With(state => state with { Participants = new ParticipantSpec.People([Cast.Bob, Cast.Gil]), Distribution = Distribution.Sequential });
        Story Begin() => new Story(inOrder).Filed(Cast.Ann, OneStep.Submit);

        Assert.Equal([(Cast.Bob, NoticeEvent.Arrival)], Told(story => story, Begin));
        Assert.Equal([(Cast.Gil, NoticeEvent.Arrival)], Told(story => story.Taken(Cast.Bob, OneStep.Agree), Begin));
    }

    [Fact]
    public void Those_whose_work_is_given_away_hear_that_they_need_not_do_it()
    {
        Assert.Equal(
            [(Cast.Eve, NoticeEvent.Forwarded), (Cast.Bob, NoticeEvent.HandedOver)],
            Told(story => story.ForceForwarded(Cast.Rita, Leave.Leader, from: null, Cast.Eve), WithLeader));
        Assert.Equal(
            [(Cast.Cleo, NoticeEvent.Forwarded), (Cast.Dan, NoticeEvent.HandedOver)],
            Told(story => story.ForceForwarded(Cast.Rita, Leave.Hr, from: null, Cast.Cleo), WithHr));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Those_whom_an_escalation_replaces_hear_that_they_need_not_act(bool replaces)
    {
        var timer = new TimerSetting { Number = 1, Action = new TimerAction.Escalate(new EscalationTarget.People([Cast.Gil]), replaces), After = TimeSpan.FromHours(1) };
        var version = OneStep.With(state => state with { Participants = new ParticipantSpec.People([Cast.Bob]), Timers = [timer] });

        Assert.Equal(
            replaces ? [(Cast.Gil, NoticeEvent.Escalated), (Cast.Bob, NoticeEvent.HandedOver)] : [(Cast.Gil, NoticeEvent.Escalated)],
            Told(
                story => story.Later(TimeSpan.FromHours(1)).Applied(FiringRules.Fire(story.SeenBy(new Actor.Engine()), story.Visit.Number, 1)),
                () => new Story(version).Filed(Cast.Ann, OneStep.Submit)));
    }

    [Fact]
    public void Of_those_who_vote_only_the_one_whose_place_is_given_away_hears_of_it()
    {
        var together = OneStep.With(state => state with { Participants = new ParticipantSpec.People([Cast.Bob, Cast.Gil]), Distribution = Distribution.AllMustProcess });

        Assert.Equal(
            [(Cast.Eve, NoticeEvent.Forwarded), (Cast.Gil, NoticeEvent.HandedOver)],
            Told(story => story.ForceForwarded(Cast.Rita, story.Visit.State, Cast.Gil, Cast.Eve), () => new Story(together).Filed(Cast.Ann, OneStep.Submit)));
    }

    [Fact]
    public void A_jump_is_heard_by_those_who_get_it_those_who_lose_it_and_the_creator() =>
        Assert.Equal(
            [(Cast.Gil, NoticeEvent.Arrival), (Cast.Bob, NoticeEvent.Moved), (Cast.Ann, NoticeEvent.Moved)],
            Told(story => story.Jumped(Cast.Rita, Leave.Director), WithLeader));

    [Fact]
    public void A_jump_to_the_end_is_a_closing() =>
        Assert.Equal(
            [(Cast.Bob, NoticeEvent.Closed), (Cast.Ann, NoticeEvent.Closed)],
            Told(story => story.Jumped(Cast.Rita, Leave.Done), WithLeader));

    [Fact]
    public void Reopening_is_heard_by_those_who_must_act_and_by_the_creator() =>
        Assert.Equal(
            [(Cast.Bob, NoticeEvent.Arrival), (Cast.Ann, NoticeEvent.Reopened)],
            Told(story => story.Jumped(Cast.Rita, Leave.Leader), () => WithLeader().Closed(Cast.Rita)));

    [Fact]
    public void A_correction_is_heard_by_those_who_must_act_and_by_the_creator() =>
        Assert.Equal(
            [(Cast.Bob, NoticeEvent.Corrected), (Cast.Ann, NoticeEvent.Corrected)],
            Told(story => story.Corrected(Cast.Rita, Form.With("A better title")), WithLeader));

    [Fact]
    public void A_deletion_is_heard_by_those_whose_turn_it_was_and_by_the_creator_and_is_no_end() =>
        Assert.Equal(
            [(Cast.Bob, NoticeEvent.Deleted), (Cast.Ann, NoticeEvent.Deleted)],
            Told(story => story.Deleted(Cast.Rita), WithLeader));

    [Fact]
    public void A_restoration_is_heard_by_whoever_heard_of_the_deletion() =>
        Assert.Equal(
            [(Cast.Bob, NoticeEvent.Restored), (Cast.Ann, NoticeEvent.Restored)],
            Told(story => story.Restored(Cast.Rita), () => WithLeader().Deleted(Cast.Rita)));

    [Fact]
    public void A_failure_is_heard_by_those_who_administer_the_workflow_and_calls_nobody_it_names()
    {
        var engine = new Actor.Engine();
        Story Begin() => new Story(Vpn.Version).Filed(Cast.Ann, Vpn.Submit, Vpn.Filled).Taken(Cast.Bob, Vpn.LeaderAgrees).Claimed(Cast.Olga).Taken(Cast.Olga, Vpn.OperatorAgrees);

        var told = Told(
            story => story.Applied(AutomationRules.Begin(story.SeenBy(engine), story.Visit.Number, run: 1))
                .Applied(AutomationRules.Fail(story.SeenBy(engine), story.Visit.Number, run: 1, "No route to @bob")),
            Begin);

        Assert.Equal([(Cast.Rita, NoticeEvent.Failed)], told);
    }

    [Fact]
    public void A_workflow_may_keep_silent_about_events()
    {
        var quiet = Silent(NoticeEvent.Arrival);
        var story = new Story(quiet).Filed(Cast.Ann, Leave.Submit, Leave.For(2));

        Assert.Empty(NoticeRules.For(quiet, story.Ticket, story.Decision));
    }

    [Fact]
    public void Every_step_of_every_story_tells_each_person_once_and_never_the_one_who_did_it()
    {
        foreach (var begin in Situations.All.Values)
        {
            var story = begin();
            var notices = NoticeRules.For(story.Workflow, story.Ticket, story.Decision);
            var told = NoticeRules.Recipients(notices, story.Ticket, story.Access, story.Company).Select(personal => personal.Recipient).ToArray();

            Assert.Equal(told.Distinct(), told);
            Assert.DoesNotContain(told, id => story.Decision.By is Actor.Person person && person.Id == id);
        }
    }

    private static WorkflowVersion Silent(params NoticeEvent[] events) =>
        new(Leave.Version.Id, Leave.Version.Workflow, 1, Leave.Document with { Notices = new NoticeSettings { Silent = events } });

    private static Story WithLeader() => new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2));

    private static Story WithHr() => WithLeader().Taken(Cast.Bob, Leave.LeaderAgrees);

    private static IEnumerable<(UserId, NoticeEvent)> Told(
        Func<Story, Story> step, Func<Story>? begin = null, WorkflowAccess? access = null, Company? company = null)
    {
        var story = step(begin?.Invoke() ?? new Story(Leave.Version));
        var notices = NoticeRules.For(story.Workflow, story.Ticket, story.Decision);

        return NoticeRules.Recipients(notices, story.Ticket, access ?? story.Access, company ?? story.Company)
            .Select(personal => (personal.Recipient, personal.Notice.Event));
    }
}
