using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Tests.Support.Workflows;

/// <summary>
/// A leave request: the creator's leader, then HR. More than three days go to the director first; more than five to
/// Rita, who stands in for the CEO. Refusals go back to the creator; the director's refusal is final.
/// </summary>
internal static class Leave
{
    public static readonly StateId New = new(1);
    public static readonly StateId Leader = new(2);
    public static readonly StateId Director = new(3);
    public static readonly StateId Executive = new(4);
    public static readonly StateId Hr = new(5);
    public static readonly StateId Done = new(6);

    public static readonly TransitionId Submit = new(11);
    public static readonly TransitionId Save = new(12);
    public static readonly TransitionId Note = new(13);
    public static readonly TransitionId LeaderAgrees = new(21);
    public static readonly TransitionId LeaderRefuses = new(22);
    public static readonly TransitionId DirectorAgrees = new(31);
    public static readonly TransitionId DirectorRefuses = new(32);
    public static readonly TransitionId ExecutiveAgrees = new(41);
    public static readonly TransitionId HrAgrees = new(51);
    public static readonly TransitionId HrReturns = new(52);

    public static readonly WorkflowDocument Document = new Sketch("Leave")
        .Field("days", FieldType.Decimal)
        .Field("kind", FieldType.Radio, "annual", "sick")
        .Field("proxy", FieldType.User)
        .Field("reason", FieldType.TextArea)
        .Field("hr_note", FieldType.Text)
        .Start(New, "New", "title!", "days!", "kind!", "proxy?", "reason?")
        .Step(Leader, "Leader approval", new ParticipantSpec.CreatorsLeader(), "title", "days", "kind", "proxy", "reason").Withdrawable()
        .Step(Director, "Director approval", new ParticipantSpec.People([Cast.Gil]), "title", "days?", "reason")
        .Step(Executive, "Executive approval", new ParticipantSpec.People([Cast.Rita]), "title", "days", "reason")
        .Step(Hr, "HR", new ParticipantSpec.Departments([Cast.HumanResources]), "title", "days", "kind", "hr_note!").Claimed().Withdrawable()
        .End(Done, "Done")
        .Agree(Submit, "Submit", New, Leader)
        .Other(Save, "Save", New, New)
        .Other(Note, "Just note", New, Done)
        .Agree(LeaderAgrees, "Agree", Leader, Hr).Above("days", 5, Executive).Above("days", 3, Director)
        .Refuse(LeaderRefuses, "Refuse", Leader, New)
        .Agree(DirectorAgrees, "Agree", Director, Hr)
        .Refuse(DirectorRefuses, "Refuse", Director, Done)
        .Agree(ExecutiveAgrees, "Agree", Executive, Hr)
        .Agree(HrAgrees, "Agree", Hr, Done)
        .Refuse(HrReturns, "Return", Hr, New)
        .Document;

    public static readonly WorkflowVersion Version = new(new VersionId(100), new WorkflowId(1), 1, Document);

    /// <summary>A complete form for this many days.</summary>
    public static FieldChanges For(decimal days) => Form.With(
        "Holiday",
        ("days", new FieldValue.Decimal(days)),
        ("kind", new FieldValue.Text("annual")),
        ("proxy", new FieldValue.Text("bob")));

    /// <summary>What HR must fill in.</summary>
    public static FieldChanges Noted => Form.With(null, ("hr_note", new FieldValue.Text("in the calendar")));
}
