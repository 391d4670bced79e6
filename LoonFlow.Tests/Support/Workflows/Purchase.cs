using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Tests.Support.Workflows;

/// <summary>A purchase: reviewed by the people the form names, bought by an operator who is drawn, and paid by Cleo or Dan.</summary>
internal static class Purchase
{
    public static readonly StateId New = new(1);
    public static readonly StateId Review = new(2);
    public static readonly StateId Buy = new(3);
    public static readonly StateId Pay = new(4);
    public static readonly StateId Done = new(5);

    public static readonly TransitionId Submit = new(11);
    public static readonly TransitionId Agree = new(21);
    public static readonly TransitionId Refuse = new(22);
    public static readonly TransitionId Bought = new(31);
    public static readonly TransitionId Paid = new(41);

    public static readonly WorkflowDocument Document = new Sketch("Purchase")
        .Field("amount", FieldType.Decimal)
        .Field("reviewers", FieldType.Users)
        .Field("also", FieldType.Text)
        .Start(New, "New", "title!", "amount!", "reviewers?", "also?")
        .Step(Review, "Review", new ParticipantSpec.Fields(["reviewers", "also"]), "title", "amount", "reviewers", "also").Claimed()
        .Step(Buy, "Buy", new ParticipantSpec.Roles([Cast.Operators]), "title", "amount").Drawn()
        .Step(Pay, "Pay", new ParticipantSpec.People([Cast.Cleo, Cast.Dan]), "title", "amount")
        .End(Done, "Done")
        .Agree(Submit, "Submit", New, Review)
        .Agree(Agree, "Agree", Review, Buy)
        .Refuse(Refuse, "Refuse", Review, New)
        .Agree(Bought, "Bought", Buy, Pay)
        .Agree(Paid, "Paid", Pay, Done)
        .Document;

    public static readonly WorkflowVersion Version = new(new VersionId(300), new WorkflowId(3), 1, Document);

    public static FieldChanges ReviewedBy(params string[] userNames) => Form.With(
        "Ten chairs",
        ("amount", new FieldValue.Decimal(900)),
        ("reviewers", new FieldValue.Texts(userNames)));
}
