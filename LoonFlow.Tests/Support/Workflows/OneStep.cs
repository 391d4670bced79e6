using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Tests.Support.Workflows;

/// <summary>New, one step, done: for a test that cares about one state only.</summary>
internal static class OneStep
{
    public static readonly StateId New = new(1);
    public static readonly StateId Step = new(2);
    public static readonly StateId Done = new(3);

    public static readonly TransitionId Submit = new(11);
    public static readonly TransitionId Agree = new(21);
    public static readonly TransitionId Refuse = new(22);

    public static WorkflowVersion AskingFor(ParticipantSpec who) => With(state => state with { Participants = who });

    public static WorkflowVersion With(Func<State, State> change) => Sketched(change).Version(9);

    public static Sketch Sketched(Func<State, State> change) => new Sketch("One step")
        .Field("who", FieldType.Text)
        .Field("people", FieldType.Users)
        .Field("days", FieldType.Text)
        .Start(New, "New", "title?", "who?", "people?", "days?")
        .Step(Step, "Step", new ParticipantSpec.People([Cast.Bob]), "title", "who?", "days").But(change)
        .End(Done, "Done")
        .Agree(Submit, "Submit", New, Step)
        .Agree(Agree, "Agree", Step, Done)
        .Refuse(Refuse, "Refuse", Step, New);
}
