using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Tests.Support.Workflows;

/// <summary>VPN access: the creator's leader, one of the operators, a script that grants it, and the creator confirms.</summary>
internal static class Vpn
{
    public static readonly StateId New = new(1);
    public static readonly StateId Leader = new(2);
    public static readonly StateId Operators = new(3);
    public static readonly StateId Grant = new(4);
    public static readonly StateId Confirm = new(5);
    public static readonly StateId Done = new(6);

    public static readonly TransitionId Submit = new(11);
    public static readonly TransitionId LeaderAgrees = new(21);
    public static readonly TransitionId OperatorAgrees = new(31);
    public static readonly TransitionId Granted = new(41);
    public static readonly TransitionId Confirmed = new(51);
    public static readonly TransitionId NotEffective = new(52);

    public static readonly WorkflowDocument Document = new Sketch("VPN")
        .Field("reason", FieldType.TextArea)
        .Start(New, "New", "title!", "reason!")
        .Step(Leader, "Leader approval", new ParticipantSpec.CreatorsLeader(), "title", "reason").Claimed()
        .Step(Operators, "Operators", new ParticipantSpec.Roles([Cast.Operators]), "title", "reason").Claimed()
        .Step(Grant, "Grant", new ParticipantSpec.Script("grant_vpn.py"))
        .Step(Confirm, "Confirm", new ParticipantSpec.Creator(), "title", "reason")
        .End(Done, "Done")
        .Agree(Submit, "Submit", New, Leader)
        .Agree(LeaderAgrees, "Agree", Leader, Operators)
        .Agree(OperatorAgrees, "Agree", Operators, Grant)
        .Other(Granted, "Granted", Grant, Confirm)
        .Agree(Confirmed, "Confirmed", Confirm, Done)
        .Refuse(NotEffective, "Not effective", Confirm, Operators)
        .Document;

    public static readonly WorkflowVersion Version = new(new VersionId(200), new WorkflowId(2), 1, Document);

    public static FieldChanges Filled => Form.With("VPN for Ann", ("reason", new FieldValue.Text("working from home")));
}
