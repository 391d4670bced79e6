using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Tests.Support.Workflows;

/// <summary>A committee decides: agreed to, Gil checks it; refused, it goes back to its creator; postponed, Eve keeps it.</summary>
internal static class Votes
{
    public static readonly StateId New = new(1);
    public static readonly StateId Committee = new(2);
    public static readonly StateId Check = new(3);
    public static readonly StateId Later = new(4);
    public static readonly StateId Done = new(5);

    public static readonly TransitionId Submit = new(11);
    public static readonly TransitionId Agree = new(21);
    public static readonly TransitionId Refuse = new(22);
    public static readonly TransitionId Postpone = new(23);
    public static readonly TransitionId Checked = new(31);
    public static readonly TransitionId Resumed = new(41);

    public static WorkflowVersion By(VotingPolicy policy, params UserId[] voters) => With(state => state with { Voting = policy }, voters);

    public static WorkflowVersion InOrder(params UserId[] voters) => With(state => state with { Distribution = Distribution.Sequential }, voters);

    public static WorkflowVersion With(Func<State, State> change, params UserId[] voters) => new Sketch("Votes")
        .Start(New, "New", "title?")
        .Step(Committee, "Committee", new ParticipantSpec.People(voters), "title?")
            .But(state => change(state with { Distribution = Distribution.AllMustProcess }))
        .Step(Check, "Check", new ParticipantSpec.People([Cast.Gil]))
        .Step(Later, "Later", new ParticipantSpec.People([Cast.Eve]))
        .End(Done, "Done")
        .Agree(Submit, "Submit", New, Committee)
        .Agree(Agree, "Agree", Committee, Check)
        .Refuse(Refuse, "Refuse", Committee, New)
        .Other(Postpone, "Postpone", Committee, Later)
        .Agree(Checked, "Checked", Check, Done)
        .Agree(Resumed, "Resumed", Later, Committee)
        .Version(21);
}
