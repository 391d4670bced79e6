using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

/// <summary>Changing values without moving the ticket (spec B.22 [R]): all of them by those who step in, what the state lets them by those who handle it.</summary>
public sealed class FillingInTests
{
    private static readonly FieldChanges Who = Form.With("Ask", ("who", new FieldValue.Text("dan")));

    [Fact]
    public void Whoever_handles_it_fills_in_what_the_state_lets_them()
    {
        var story = Filed();

        var decision = CorrectionRules.FillIn(story.SeenBy(Cast.Bob), Form.Texts(("who", "olga"), ("days", "9")), "found out");

        story.Ticket.Apply(Expect.Success(decision));
        Assert.Equal(new FieldValue.Text("olga"), story.Ticket.Values["who"]);
        Assert.Null(story.Ticket.Values["days"]);
    }

    [Fact]
    public void What_the_state_only_shows_they_may_not_change()
    {
        Expect.Refused(TicketRefusals.MayNotIntervene, CorrectionRules.FillIn(Filed().SeenBy(Cast.Bob), Form.Texts(("days", "9")), "found out"));
    }

    [Fact]
    public void Whoever_filed_it_may_not()
    {
        Expect.Refused(TicketRefusals.MayNotIntervene, CorrectionRules.FillIn(Filed().SeenBy(Cast.Ann), Form.Texts(("who", "olga")), "mine"));
    }

    [Fact]
    public void Those_who_step_in_change_every_field()
    {
        var story = Filed();
        story.Access = new WorkflowAccess(OpenToAll: false, [new WorkflowGrant(WorkflowPermission.Intervene, Participant.Of(Cast.Gil))]);

        Expect.Accepted(CorrectionRules.FillIn(story.SeenBy(Cast.Gil), Form.Texts(("days", "9")), "mended"));
    }

    private static Story Filed() => new Story(OneStep.AskingFor(new ParticipantSpec.People([Cast.Bob]))).Filed(Cast.Ann, OneStep.Submit, Who);
}
