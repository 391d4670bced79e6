using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class TitleRulesTests
{
    [Theory]
    [InlineData("{creator}: {days} days ({sn})", "Ann: 3 days (ops_1)")]
    [InlineData("{workflow.workflow_name} for {people}, {who}", "One step for Bob, Cleo, x y")]
    [InlineData("at {gmt_created}", "at 2026-03-02 00:00")]
    [InlineData("{unheard_of}", "One step")]
    [InlineData(" ", "One step")]
    [InlineData("{title}{{days}}", "{days}")]
    public void A_ticket_without_a_title_is_called_as_the_template_says(string template, string expected) => Assert.Equal(expected, Title(template, title: null));

    [Fact]
    public void The_title_that_the_creator_gave_is_kept() => Assert.Equal("Mine", Title("{creator}", "Mine"));

    [Fact]
    public void Without_a_template_a_ticket_is_called_like_its_workflow() => Assert.Equal("One step", Title(null, title: " "));

    [Fact]
    public void A_title_is_cut_to_what_a_ticket_can_hold() =>
        Assert.Equal(Ticket.MaxTitleLength, Title(string.Concat(Enumerable.Repeat("{days}{who}", 400)), title: null).Length);

    [Theory]
    [InlineData("{sn}", true)]
    [InlineData("{{sn}} {days}", false)]
    [InlineData(null, false)]
    public void The_serial_is_taken_first_only_where_the_title_names_it(string? template, bool expected) =>
        Assert.Equal(expected, TitleRules.NamesSerial(Document(template)));

    [Fact]
    public void Publishing_warns_of_places_that_stand_for_nothing()
    {
        var problems = PublishingRules.Problems(Document("{days} {unheard_of} {title} {sn}"), Cast.Company);

        Assert.Equal(["unheard_of", "title"], problems.Select(problem => problem.Field));
        Assert.All(problems, problem => Assert.Equal(("workflow.title_placeholder_unknown", ProblemSeverity.Warning), (problem.Code, problem.Severity)));
    }

    [Fact]
    public void Publishing_refuses_a_template_that_is_too_long() =>
        Assert.Equal("workflow.title_template_too_long", Assert.Single(PublishingRules.Problems(Document(new string('x', 501)), Cast.Company)).Code);

    private static WorkflowDocument Document(string? template) => OneStep.Sketched(state => state).Document with { TitleTemplate = template };

    private static string Title(string? template, string? title)
    {
        var workflow = new WorkflowVersion(new VersionId(1), new WorkflowId(1), 1, Document(template));
        var facts = new DecisionFacts
        {
            Now = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero),
            Company = Cast.Company,
            Access = LoonFlow.Domain.Access.WorkflowAccess.Restricted,
            Title = new TitleFacts("ops_1", "en", TimeZoneInfo.Utc),
        };
        var sent = Form.With(title, ("days", new FieldValue.Text("3")), ("who", new FieldValue.Text("x\n  y")), ("people", new FieldValue.Texts(["bob", "cleo"])));
        var decision = SubmissionRules.Submit(workflow, Cast.Actor(Cast.Ann), OneStep.Submit, sent, comment: null, facts);

        return decision.Value.Events.OfType<TicketEvent.TitleChanged>().Single().Title;
    }
}
