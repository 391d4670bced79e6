using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class ActionRulesTests
{
    [Theory]
    [MemberData(nameof(EverySituation))]
    public void What_is_offered_is_exactly_what_is_accepted(string name)
    {
        var story = Situations.All[name]();

        var differences = Everyone.SelectMany(actor => Differences(story, actor)).ToArray();

        Assert.Empty(differences);
    }

    [Theory]
    [MemberData(nameof(EverySituation))]
    public void A_refusal_always_says_why(string name)
    {
        var story = Situations.All[name]();

        var refusals = Everyone
            .SelectMany(actor => Thinkable(story).Select(action => Try(story.SeenBy(actor), action).Refusal))
            .OfType<Refusal>();

        Assert.All(refusals, refusal => Assert.False(string.IsNullOrWhiteSpace(refusal.Code) || string.IsNullOrWhiteSpace(refusal.Message)));
    }

    [Fact]
    public void The_sole_participant_decides_forwards_consults_and_comments()
    {
        Assert.Equal(
            ["Take Agree", "Take Refuse", "Forward", "Consult", "AddComment"],
            Offered("leave: with the leader", Cast.Bob));
    }

    [Fact]
    public void One_of_several_claims_before_deciding()
    {
        Assert.Equal(["Claim", "Forward", "Consult", "AddComment"], Offered("leave: with a department, unclaimed", Cast.Cleo));
    }

    [Fact]
    public void Someone_consulted_answers_but_does_not_decide()
    {
        Assert.Equal(["AnswerConsultation", "Forward", "Consult", "AddComment"], Offered("leave: consulted", Cast.Gil));
    }

    [Theory]
    [InlineData(StateActions.None, false, false)]
    [InlineData(StateActions.Forward, true, false)]
    [InlineData(StateActions.Consult, false, true)]
    [InlineData(StateActions.All, true, true)]
    public void A_state_says_whether_work_is_handed_over_and_advice_asked_for(StateActions allowed, bool forwards, bool consults)
    {
        var story = Allowing(allowed).Filed(Cast.Ann, Leave.Submit, Leave.For(1));
        var situation = story.SeenBy(Cast.Bob);
        var offered = ActionRules.Offered(situation);

        var forwarded = ForwardingRules.Forward(situation, story.Visit.Number, Cast.Gil, comment: null);
        var consulted = ConsultationRules.Consult(situation, story.Visit.Number, Cast.Gil, comment: null);

        Assert.Equal((forwards, consults), (offered.OfType<TicketAction.Forward>().Any(), offered.OfType<TicketAction.Consult>().Any()));
        Assert.Equal((forwards, consults), (forwarded.Succeeded, consulted.Succeeded));
        Assert.Equal(forwards ? null : TicketRefusals.MayNotForwardHere, forwarded.Refusal);
        Assert.Equal(consults ? null : TicketRefusals.MayNotConsultHere, consulted.Refusal);
    }

    [Fact]
    public void Whoever_was_asked_before_answers_and_whoever_steps_in_hands_over_all_the_same()
    {
        var asked = Allowing(StateActions.Consult).Filed(Cast.Ann, Leave.Submit, Leave.For(1)).Consulted(Cast.Bob, Cast.Gil);
        var stepping = Allowing(StateActions.None).Filed(Cast.Ann, Leave.Submit, Leave.For(1));

        Expect.Accepted(ConsultationRules.Answer(asked.SeenBy(Cast.Gil), asked.Visit.Number, comment: null));
        Expect.Accepted(ForwardingRules.Force(stepping.SeenBy(Cast.Rita), stepping.Visit.Number, from: null, Cast.Gil, "Bob is away."));
    }

    [Fact]
    public void An_asker_who_waits_only_comments()
    {
        Assert.Equal(["AddComment"], Offered("leave: consulted", Cast.Bob));
    }

    [Fact]
    public void The_creator_withdraws_where_the_state_allows_it()
    {
        Assert.Equal(["AddComment", "Withdraw"], Offered("leave: with the leader", Cast.Ann));
        Assert.Equal(["AddComment"], Offered("leave: with the director", Cast.Ann));
    }

    [Fact]
    public void Whoever_decided_last_takes_it_back_until_the_next_person_acts()
    {
        Assert.Equal(["AddComment", "TakeBack"], Offered("leave: with a department, unclaimed", Cast.Bob));
        Assert.Equal(["AddComment"], Offered("leave: with a department, claimed", Cast.Bob));
    }

    [Fact]
    public void The_creator_finishes_or_closes_a_draft()
    {
        Assert.Equal(
            ["Take Submit", "Take Save", "Take Just note", "Forward", "Consult", "AddComment", "Close"],
            Offered("leave: a draft", Cast.Ann));
    }

    [Fact]
    public void An_administrator_comments_and_steps_in_but_does_not_decide()
    {
        Assert.Equal(["AddComment", "ForceForward", "Jump", "Correct", "Close", "Delete"], Offered("leave: with the leader", Cast.Rita));
    }

    [Fact]
    public void Somebody_unrelated_is_offered_nothing()
    {
        Assert.All(
            ["leave: with the leader", "leave: consulted", "leave: finished"],
            name => Assert.Empty(Offered(name, Cast.Eve)));
    }

    [Fact]
    public void A_finished_ticket_takes_comments_only_unless_an_administrator_opens_it_again()
    {
        Assert.All([Cast.Ann, Cast.Bob, Cast.Dan], id => Assert.Equal(["AddComment"], Offered("leave: finished", id)));
        Assert.Equal(["AddComment", "Jump", "Correct", "Delete"], Offered("leave: finished", Cast.Rita));
    }

    [Fact]
    public void While_a_script_runs_nobody_decides()
    {
        var deciding = Cast.Active.SelectMany(id => Offered("vpn: a script runs", id)).Where(action => action.StartsWith("Take", StringComparison.Ordinal));

        Assert.Empty(deciding);
    }

    [Fact]
    public void A_way_that_nobody_could_go_on_from_is_offered_and_says_so_when_taken()
    {
        var story = Situations.All["leave: with the leader"]();
        story.Company = Cast.Without(Cast.Ann);

        var offered = ActionRules.Offered(story.SeenBy(Cast.Bob)).OfType<TicketAction.Take>().Select(take => take.Transition.Id);
        var result = Try(story.SeenBy(Cast.Bob), new TicketAction.Take(1, Leave.Version.Transition(Leave.LeaderRefuses)!));

        Assert.Contains(Leave.LeaderRefuses, offered);
        Expect.Refused(TicketRefusals.NobodyToAct, result);
    }

    public static TheoryData<string> EverySituation() => [.. Situations.All.Keys];

    private static readonly IReadOnlyList<StateId> Nowhere = [];
    private static readonly IReadOnlyList<ReturnTarget> Unreturned = [];

    private static IReadOnlyList<Actor> Everyone { get; } =
    [
        .. Cast.Active.Select(Cast.Actor),
        new Actor.Person(Cast.Ivan, [Cast.Archive], [Cast.Operators], IsAdministrator: true),
        new Actor.Person(Cast.Stranger, [Cast.HumanResources], [Cast.Operators], IsAdministrator: true),
        new Actor.Engine(),
    ];

    private static Story Allowing(StateActions actions) => new(new WorkflowVersion(new VersionId(100), new WorkflowId(1), 1, Leave.Document with
    {
        States = [.. Leave.Document.States.Select(state => state with { Actions = actions })],
    }));

    private static IEnumerable<string> Offered(string situation, LoonFlow.Domain.Organization.UserId id) =>
        ActionRules.Offered(Situations.All[situation]().SeenBy(id)).Select(action => action is TicketAction.Take take
            ? $"Take {take.Transition.Name}"
            : action.GetType().Name);

    private static IEnumerable<string> Differences(Story story, Actor actor)
    {
        var situation = story.SeenBy(actor);
        var offered = ActionRules.Offered(situation).Select(Plain).ToHashSet();
        var accepted = Thinkable(story).Where(action => Try(situation, action).Succeeded).ToHashSet();
        var who = actor is Actor.Person person ? Cast.Name(person.Id) : "the engine";

        return
        [
            .. offered.Except(accepted).Select(action => $"{who} is offered {action} but it is refused: {Try(situation, action).Refusal?.Code}"),
            .. accepted.Except(offered).Select(action => $"{who} is not offered {action} but it is accepted"),
        ];
    }

    /// <summary>Lists do not compare; what is in them is tried all the same.</summary>
    private static TicketAction Plain(TicketAction action) => action switch
    {
        TicketAction.Jump => new TicketAction.Jump(Nowhere, IsReopening: false),
        TicketAction.Return back => new TicketAction.Return(back.Visit, Unreturned),
        _ => action,
    };

    /// <summary>Everything that anybody could send, visits that are gone or never were included.</summary>
    private static IEnumerable<TicketAction> Thinkable(Story story) =>
    [
        .. Enumerable.Range(0, story.Ticket.VisitCount + 2).SelectMany(visit => (TicketAction[])
        [
            .. story.Workflow.Transitions.Select(transition => new TicketAction.Take(visit, transition)),
            new TicketAction.Claim(visit),
            new TicketAction.Forward(visit),
            new TicketAction.Consult(visit),
            new TicketAction.AnswerConsultation(visit),
            new TicketAction.ForceForward(visit),
            new TicketAction.RetryAutomation(visit),
            new TicketAction.Return(visit, Unreturned),
        ]),
        new TicketAction.TakeBack(),
        new TicketAction.Jump(Nowhere, IsReopening: false),
        new TicketAction.Correct(),
        new TicketAction.Delete(),
        new TicketAction.Restore(),
        new TicketAction.AddComment(),
        new TicketAction.Withdraw(),
        new TicketAction.Close(),
    ];

    private static Result<TicketDecision> Try(Situation situation, TicketAction action) => action switch
    {
        TicketAction.Take take => TransitionRules.Take(situation, take.Visit, take.Transition.Id, Situations.Complete, "so be it"),
        TicketAction.Claim claim => ClaimRules.Claim(situation, claim.Visit),
        TicketAction.Forward forward => ToSomebody(to => ForwardingRules.Forward(situation, forward.Visit, to, "yours")),
        TicketAction.Consult consult => ToSomebody(to => ConsultationRules.Consult(situation, consult.Visit, to, "what do you think?")),
        TicketAction.AnswerConsultation answer => ConsultationRules.Answer(situation, answer.Visit, "fine"),
        TicketAction.ForceForward forward => ToSomebody(to => ForwardingRules.Force(situation, forward.Visit, from: null, to, "somebody must")),
        TicketAction.RetryAutomation retry => AutomationRules.Retry(situation, retry.Visit),
        TicketAction.Return back => Any(situation, state => ReturningRules.Return(situation, back.Visit, state.Id, straightBack: false, "once more")),
        TicketAction.TakeBack => TakingBackRules.TakeBack(situation, "wait"),
        TicketAction.Jump => Any(situation, state => JumpRules.Jump(situation, state.Id, asked: null, "stuck")),
        TicketAction.Correct => CorrectionRules.Correct(situation, Form.With("Another title"), "a typing mistake"),
        TicketAction.Delete => DeletionRules.Delete(situation, "filed twice"),
        TicketAction.Restore => DeletionRules.Restore(situation, "it was right"),
        TicketAction.AddComment => CommentRules.Add(situation, "a comment"),
        TicketAction.Withdraw => WithdrawalRules.Withdraw(situation, "a mistake"),
        TicketAction.Close => ClosingRules.Close(situation, "a reason"),
        _ => throw new InvalidOperationException($"{action} is not tried here."),
    };

    private static Result<TicketDecision> Any(Situation situation, Func<State, Result<TicketDecision>> attempt)
    {
        var attempts = situation.Workflow.States.Select(attempt).ToArray();

        return attempts.FirstOrDefault(result => result.Succeeded) ?? attempts[0];
    }

    private static Result<TicketDecision> ToSomebody(Func<LoonFlow.Domain.Organization.UserId, Result<TicketDecision>> attempt)
    {
        var attempts = Cast.Active.Select(attempt).ToArray();

        return attempts.FirstOrDefault(result => result.Succeeded) ?? attempts[0];
    }
}
