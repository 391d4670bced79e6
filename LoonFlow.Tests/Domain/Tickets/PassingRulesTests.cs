using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

/// <summary>Three steps in a row; what is designed for the second or third is what each test is about.</summary>
public sealed class PassingRulesTests
{
    private static readonly StateId New = new(1);
    private static readonly StateId One = new(2);
    private static readonly StateId Two = new(3);
    private static readonly StateId Three = new(4);
    private static readonly StateId Done = new(5);

    private static readonly TransitionId Submit = new(11);
    private static readonly TransitionId OneAgrees = new(21);
    private static readonly TransitionId TwoAgrees = new(31);
    private static readonly TransitionId ThreeAgrees = new(41);
    private static readonly TransitionId ThreeRefuses = new(42);

    [Fact]
    public void The_creator_is_not_asked_about_their_own_ticket_where_that_is_designed()
    {
        Assert.Equal(Three, Filed(Cast.Ann, two: Asking(Cast.Ann, Repeats.PassCreator)).Taken(Cast.Bob, OneAgrees).Visit.State);
        Assert.Equal(Two, Filed(Cast.Ann, two: Asking(Cast.Ann, Repeats.AskAgain)).Taken(Cast.Bob, OneAgrees).Visit.State);
    }

    [Fact]
    public void Whoever_agreed_just_before_is_passed_and_history_says_so()
    {
        var story = Filed(Cast.Ann, two: Asking(Cast.Bob, Repeats.PassPrevious)).Taken(Cast.Bob, OneAgrees);

        Assert.Equal(Three, story.Visit.State);
        Assert.Equal(FlowLogAction.PassedAutomatically, story.History[^1].Action);
        Assert.Equal(Cast.Bob, story.History[^1].Of);
        Assert.Null(story.History[^1].By);
    }

    [Fact]
    public void Whoever_agreed_earlier_is_passed_only_where_that_is_designed()
    {
        Assert.Equal(Done, Agreed(Repeats.PassAgreed).Ticket.State);
        Assert.Equal(Three, Agreed(Repeats.PassPrevious).Visit.State);

        static Story Agreed(Repeats repeats) => Filed(Cast.Ann, two: Asking(Cast.Cleo), three: Asking(Cast.Bob, repeats))
            .Taken(Cast.Bob, OneAgrees).Taken(Cast.Cleo, TwoAgrees);
    }

    [Fact]
    public void Filing_is_no_agreement_of_the_creators()
    {
        Assert.Equal(One, Filed(Cast.Bob, one: Asking(Cast.Bob, Repeats.PassAgreed | Repeats.PassPrevious)).Visit.State);
    }

    [Fact]
    public void Everybody_asked_must_have_spoken()
    {
        var story = Filed(Cast.Ann, two: state => state with { Participants = new ParticipantSpec.People([Cast.Bob, Cast.Cleo]), Repeats = Repeats.PassAgreed });

        Assert.Equal(Two, story.Taken(Cast.Bob, OneAgrees).Visit.State);
    }

    [Fact]
    public void Where_every_one_decides_those_who_agreed_have_their_place_filled()
    {
        var story = Filed(Cast.Ann, two: state => state with
        {
            Participants = new ParticipantSpec.People([Cast.Bob, Cast.Cleo]),
            Distribution = Distribution.AllMustProcess,
            Repeats = Repeats.PassAgreed,
        }).Taken(Cast.Bob, OneAgrees);

        Assert.Equal([Cast.Cleo], story.Waiting);
        Assert.Equal(Three, story.Taken(Cast.Cleo, TwoAgrees).Visit.State);
    }

    [Fact]
    public void After_a_refusal_everybody_is_asked_again()
    {
        var story = Filed(Cast.Ann, two: Asking(Cast.Bob, Repeats.PassPrevious | Repeats.PassAgreed)).Taken(Cast.Bob, OneAgrees).Taken(Cast.Gil, ThreeRefuses);

        Assert.Equal(Two, story.Visit.State);
        Assert.Equal([Cast.Bob], story.Waiting);
    }

    [Fact]
    public void What_is_refused_to_its_creator_is_not_sent_back_at_once()
    {
        var story = Filed(Cast.Ann, two: Asking(Cast.Ann, Repeats.PassCreator)).Taken(Cast.Bob, OneAgrees).Taken(Cast.Gil, ThreeRefuses);

        Assert.Equal(Two, story.Visit.State);
        Assert.Equal(TicketStatus.Returned, story.Ticket.Status);
    }

    [Fact]
    public void After_a_withdrawal_what_was_agreed_to_is_asked_again()
    {
        var story = Filed(Cast.Ann, one: state => state with { Repeats = Repeats.PassAgreed }, three: state => state with { AllowsWithdrawal = true })
            .Taken(Cast.Bob, OneAgrees).Taken(Cast.Bob, TwoAgrees).Withdrawn(Cast.Ann).Taken(Cast.Ann, Submit, Form.Titled("Ten times as much"));

        Assert.Equal(One, story.Visit.State);
    }

    [Fact]
    public void After_a_jump_what_was_agreed_to_is_asked_again()
    {
        var story = Filed(Cast.Ann, one: state => state with { Repeats = Repeats.PassAgreed }).Taken(Cast.Bob, OneAgrees).Jumped(Cast.Rita, One);

        Assert.Equal(One, story.Visit.State);
        Assert.Equal([Cast.Bob], story.Waiting);
    }

    [Fact]
    public void An_agreement_that_was_taken_back_is_none()
    {
        var story = Filed(Cast.Ann, two: Asking(Cast.Cleo), three: Asking(Cast.Bob, Repeats.PassAgreed))
            .Taken(Cast.Bob, OneAgrees).TakenBack(Cast.Bob).Forwarded(Cast.Bob, Cast.Dan).Taken(Cast.Dan, OneAgrees).Taken(Cast.Cleo, TwoAgrees);

        Assert.Equal(Three, story.Visit.State);
        Assert.Equal([Cast.Bob], story.Waiting);
    }

    [Fact]
    public void A_state_whose_required_fields_are_empty_is_not_passed()
    {
        var story = Filed(Cast.Ann, two: state => Asking(Cast.Bob, Repeats.PassPrevious)(state) with { Access = Sketch.Access("note!") });

        Assert.Equal(Two, story.Taken(Cast.Bob, OneAgrees).Visit.State);
    }

    [Fact]
    public void A_state_where_nobody_is_left_is_skipped_and_history_says_so()
    {
        var story = Filed(Cast.Ann, two: Asking(Cast.Ivan, whenEmpty: EmptyParticipants.Skip)).Taken(Cast.Bob, OneAgrees);

        Assert.Equal(Three, story.Visit.State);
        Assert.Equal(FlowLogAction.Skipped, story.History[^1].Action);
    }

    [Fact]
    public void Where_nobody_is_left_administrators_are_asked_or_the_move_is_refused_as_designed()
    {
        Assert.Equal([Cast.Rita], Filed(Cast.Ann, two: Asking(Cast.Ivan, whenEmpty: EmptyParticipants.Administrators)).Taken(Cast.Bob, OneAgrees).Waiting);

        var refusing = Filed(Cast.Ann, two: Asking(Cast.Ivan));
        Expect.Refused(TicketRefusals.NobodyToAct, TransitionRules.Take(refusing.SeenBy(Cast.Bob), 1, OneAgrees, FieldChanges.None, comment: null));
        Assert.Equal(One, refusing.Visit.State);
    }

    [Fact]
    public void States_that_skip_to_each_other_refuse_and_do_not_hang()
    {
        var workflow = Sketched(Same, Asking(Cast.Ivan, whenEmpty: EmptyParticipants.Skip), Asking(Cast.Ivan, whenEmpty: EmptyParticipants.Skip))
            .Redirected(ThreeAgrees, Two).Version(24);
        var story = new Story(workflow).Filed(Cast.Ann, Submit);

        Expect.Refused(TicketRefusals.NobodyToAct, TransitionRules.Take(story.SeenBy(Cast.Bob), 1, OneAgrees, FieldChanges.None, comment: null));
    }

    [Fact]
    public void States_that_pass_to_each_other_stop_at_the_second_round()
    {
        var workflow = Sketched(Same, Asking(Cast.Bob, Repeats.PassAgreed), Asking(Cast.Bob, Repeats.PassAgreed)).Redirected(ThreeAgrees, Two).Version(24);

        Assert.Equal(Two, new Story(workflow).Filed(Cast.Ann, Submit).Taken(Cast.Bob, OneAgrees).Visit.State);
    }

    [Fact]
    public void Whoever_could_end_the_round_is_asked_where_agreeing_only_leads_back()
    {
        var workflow = Sketched(Same, Asking(Cast.Cleo), Asking(Cast.Ann, Repeats.PassCreator)).Redirected(ThreeAgrees, One).Redirected(ThreeRefuses, Done).Version(24);
        var story = new Story(workflow).Filed(Cast.Ann, Submit).Taken(Cast.Bob, OneAgrees).Taken(Cast.Cleo, TwoAgrees);

        Assert.Equal(Three, story.Visit.State);
        Assert.Equal(Done, story.Taken(Cast.Ann, ThreeRefuses).Ticket.State);
    }

    private static State Same(State state) => state;

    private static Func<State, State> Asking(UserId who, Repeats repeats = Repeats.AskAgain, EmptyParticipants whenEmpty = EmptyParticipants.Refuse) =>
        state => state with { Participants = new ParticipantSpec.People([who]), Repeats = repeats, WhenEmpty = whenEmpty };

    private static Story Filed(UserId by, Func<State, State>? one = null, Func<State, State>? two = null, Func<State, State>? three = null) =>
        new Story(Sketched(one ?? Same, two ?? Same, three ?? Same).Version(24)).Filed(by, Submit);

    private static Sketch Sketched(Func<State, State> one, Func<State, State> two, Func<State, State> three) => new Sketch("Three steps")
        .Field("note", FieldType.Text)
        .Start(New, "New", "title?")
        .Step(One, "One", new ParticipantSpec.People([Cast.Bob])).But(one)
        .Step(Two, "Two", new ParticipantSpec.People([Cast.Bob])).But(two)
        .Step(Three, "Three", new ParticipantSpec.People([Cast.Gil])).But(three)
        .End(Done, "Done")
        .Agree(Submit, "Submit", New, One)
        .Agree(OneAgrees, "Agree", One, Two)
        .Agree(TwoAgrees, "Agree", Two, Three)
        .Agree(ThreeAgrees, "Agree", Three, Done)
        .Refuse(ThreeRefuses, "Refuse", Three, Two);
}
