using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Tests.Support.Workflows;

/// <summary>
/// Before a fork Ann's leader prepares; then Cleo and after her Dan, Olga, and Omar work side by side until they meet, and Gil
/// checks. Cleo can also skip to Gil, and everyone can refuse, which is an arrival like any other.
/// </summary>
internal static class Branches
{
    public static readonly StateId New = new(1);
    public static readonly StateId Prepare = new(2);
    public static readonly StateId Fork = new(3);
    public static readonly StateId First = new(4);
    public static readonly StateId FirstAgain = new(5);
    public static readonly StateId Second = new(6);
    public static readonly StateId Third = new(7);
    public static readonly StateId Join = new(8);
    public static readonly StateId Check = new(9);
    public static readonly StateId Done = new(10);

    public static readonly TransitionId Submit = new(11);
    public static readonly TransitionId Prepared = new(21);
    public static readonly TransitionId ToFirst = new(31);
    public static readonly TransitionId ToSecond = new(32);
    public static readonly TransitionId ToThird = new(33);
    public static readonly TransitionId FirstAgrees = new(41);
    public static readonly TransitionId FirstLeaves = new(42);
    public static readonly TransitionId FirstRefuses = new(43);
    public static readonly TransitionId FirstAgainAgrees = new(51);
    public static readonly TransitionId SecondAgrees = new(61);
    public static readonly TransitionId SecondRefuses = new(62);
    public static readonly TransitionId ThirdAgrees = new(71);
    public static readonly TransitionId Met = new(81);
    public static readonly TransitionId MetByRefusal = new(82);
    public static readonly TransitionId Checked = new(91);

    public static WorkflowVersion Meeting(JoinSetting joining, Func<State, State>? change = null) =>
        Sketched(joining, change).Refuse(MetByRefusal, "Refused", Join, New).Version(22);

    public static WorkflowVersion WithoutRefusingExit(JoinSetting joining) => Sketched(joining, change: null).Version(22);

    public static Sketch Sketched(JoinSetting joining, Func<State, State>? change)
    {
        var changed = change ?? (state => state);

        return new Sketch("Branches")
            .Start(New, "New", "title?")
            .Step(Prepare, "Prepare", new ParticipantSpec.CreatorsLeader()).But(changed)
            .Fork(Fork, "Fork", Join)
            .Step(First, "First", new ParticipantSpec.People([Cast.Cleo])).But(changed)
            .Step(FirstAgain, "First again", new ParticipantSpec.People([Cast.Dan])).But(changed)
            .Step(Second, "Second", new ParticipantSpec.People([Cast.Olga])).But(changed)
            .Step(Third, "Third", new ParticipantSpec.People([Cast.Omar])).But(changed)
            .Join(Join, "Join", joining)
            .Step(Check, "Check", new ParticipantSpec.People([Cast.Gil])).But(changed)
            .End(Done, "Done")
            .Agree(Submit, "Submit", New, Prepare)
            .Agree(Prepared, "Prepared", Prepare, Fork)
            .Agree(ToFirst, "First", Fork, First)
            .Agree(ToSecond, "Second", Fork, Second)
            .Agree(ToThird, "Third", Fork, Third)
            .Agree(FirstAgrees, "Agree", First, FirstAgain)
            .Other(FirstLeaves, "Skip", First, Check)
            .Refuse(FirstRefuses, "Refuse", First, Join)
            .Agree(FirstAgainAgrees, "Agree", FirstAgain, Join)
            .Agree(SecondAgrees, "Agree", Second, Join)
            .Refuse(SecondRefuses, "Refuse", Second, Join)
            .Agree(ThirdAgrees, "Agree", Third, Join)
            .Agree(Met, "Met", Join, Check)
            .Agree(Checked, "Checked", Check, Done);
    }

    /// <summary>A ticket of Ann's that has just branched.</summary>
    public static Story Branched(WorkflowVersion workflow) => new Story(workflow).Filed(Cast.Ann, Submit).Taken(Cast.Bob, Prepared);
}
