using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Tests.Support.Workflows;

/// <summary>Two branches: Bob's, and one that Cleo begins, that branches again to Olga and Omar, and that Dan ends.</summary>
internal static class Nested
{
    public static readonly StateId New = new(1);
    public static readonly StateId Outer = new(2);
    public static readonly StateId Alone = new(3);
    public static readonly StateId Before = new(4);
    public static readonly StateId Inner = new(5);
    public static readonly StateId One = new(6);
    public static readonly StateId Two = new(7);
    public static readonly StateId InnerJoin = new(8);
    public static readonly StateId After = new(9);
    public static readonly StateId OuterJoin = new(10);
    public static readonly StateId Check = new(11);
    public static readonly StateId Done = new(12);

    public static readonly TransitionId Submit = new(21);
    public static readonly TransitionId AloneAgrees = new(31);
    public static readonly TransitionId BeforeAgrees = new(41);
    public static readonly TransitionId OneAgrees = new(61);
    public static readonly TransitionId OneGivesUp = new(62);
    public static readonly TransitionId TwoAgrees = new(71);
    public static readonly TransitionId AfterAgrees = new(91);
    public static readonly TransitionId Checked = new(111);

    public static readonly WorkflowVersion Version = With(state => state);

    public static WorkflowVersion With(Func<State, State> change) => new Sketch("Nested")
        .Start(New, "New", "title?")
        .Fork(Outer, "Outer", OuterJoin)
        .Step(Alone, "Alone", new ParticipantSpec.People([Cast.Bob])).But(change)
        .Step(Before, "Before", new ParticipantSpec.People([Cast.Cleo])).But(change)
        .Fork(Inner, "Inner", InnerJoin)
        .Step(One, "One", new ParticipantSpec.People([Cast.Olga])).But(change)
        .Step(Two, "Two", new ParticipantSpec.People([Cast.Omar])).But(change)
        .Join(InnerJoin, "Inner join")
        .Step(After, "After", new ParticipantSpec.People([Cast.Dan])).But(change)
        .Join(OuterJoin, "Outer join")
        .Step(Check, "Check", new ParticipantSpec.People([Cast.Gil])).But(change)
        .End(Done, "Done")
        .Agree(Submit, "Submit", New, Outer)
        .Agree(new(22), "Alone", Outer, Alone)
        .Agree(new(23), "Together", Outer, Before)
        .Agree(AloneAgrees, "Agree", Alone, OuterJoin)
        .Agree(BeforeAgrees, "Agree", Before, Inner)
        .Agree(new(51), "One", Inner, One)
        .Agree(new(52), "Two", Inner, Two)
        .Agree(OneAgrees, "Agree", One, InnerJoin)
        .Other(OneGivesUp, "Give up", One, After)
        .Agree(TwoAgrees, "Agree", Two, InnerJoin)
        .Agree(new(81), "Met", InnerJoin, After)
        .Agree(AfterAgrees, "Agree", After, OuterJoin)
        .Agree(new(101), "Met", OuterJoin, Check)
        .Agree(Checked, "Checked", Check, Done)
        .Version(23);
}
