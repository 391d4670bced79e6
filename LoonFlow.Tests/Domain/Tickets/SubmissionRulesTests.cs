using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class SubmissionRulesTests
{
    [Fact]
    public void The_ways_to_file_are_the_transitions_that_leave_the_start()
    {
        var available = SubmissionRules.Available(Leave.Version).Select(transition => transition.Id);

        Assert.Equal([Leave.Submit, Leave.Save, Leave.Note], available);
    }

    [Fact]
    public void What_is_offered_for_filing_is_exactly_what_is_accepted()
    {
        var offered = SubmissionRules.Available(Leave.Version).Select(transition => transition.Id);

        var accepted = Leave.Version.Transitions
            .Select(transition => transition.Id)
            .Where(id => Submit(Cast.Ann, id, Situations.Complete).Succeeded);

        Assert.Equal(offered, accepted);
    }

    [Fact]
    public void A_filed_ticket_waits_in_the_state_that_the_transition_leads_to()
    {
        var story = new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2));

        Assert.Equal(Leave.Leader, story.Visit.State);
        Assert.Equal([Cast.Bob], story.Waiting);
        Assert.Equal(TicketStatus.Ongoing, story.Ticket.Status);
    }

    [Fact]
    public void A_filed_ticket_belongs_to_its_creator_workflow_and_version()
    {
        var ticket = new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2)).Ticket;

        Assert.Equal(Cast.Ann, ticket.Creator);
        Assert.Equal(Leave.Version.Workflow, ticket.Workflow);
        Assert.Equal(Leave.Version.Id, ticket.Version);
        Assert.Equal(Story.Monday, ticket.CreatedAt);
        Assert.Equal(1, ticket.Revision);
    }

    [Fact]
    public void The_values_of_the_form_are_kept()
    {
        var ticket = new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2)).Ticket;

        Assert.Equal("Holiday", ticket.Title);
        Assert.Equal(new FieldValue.Decimal(2), ticket.Values["days"]);
        Assert.Equal(new FieldValue.Text("annual"), ticket.Values["kind"]);
    }

    [Fact]
    public void A_transition_that_does_not_exist_is_refused()
    {
        var result = Submit(Cast.Ann, new TransitionId(404), Leave.For(2));

        Expect.Refused(TicketRefusals.TransitionNotHere, result);
    }

    [Fact]
    public void A_transition_that_does_not_leave_the_start_is_refused()
    {
        var result = Submit(Cast.Ann, Leave.HrAgrees, Leave.For(2));

        Expect.Refused(TicketRefusals.TransitionNotHere, result);
    }

    [Fact]
    public void Someone_who_left_the_company_since_they_signed_in_files_nothing()
    {
        var result = SubmissionRules.Submit(
            Leave.Version, Cast.Actor(Cast.Ann), Leave.Submit, Leave.For(2), comment: null, Facts(Cast.Without(Cast.Ann)));

        Expect.Refused(TicketRefusals.UnknownActor, result);
    }

    [Fact]
    public void All_missing_fields_are_named_at_once_and_no_others()
    {
        var result = Submit(Cast.Ann, Leave.Submit, Form.With(("kind", new FieldValue.Text("annual"))));

        Expect.Refused(TicketRefusals.FormIncomplete, result);
        Assert.Equal(["title", "days"], result.Refusal!.Fields.Select(problem => problem.Key));
    }

    [Fact]
    public void A_transition_without_the_check_takes_an_unfinished_form()
    {
        var story = new Story(Leave.Version).Filed(Cast.Ann, Leave.Save, Form.With(("kind", new FieldValue.Text("sick"))));

        Assert.Equal(TicketStatus.Draft, story.Ticket.Status);
        Assert.Equal(new FieldValue.Text("sick"), story.Ticket.Values["kind"]);
    }

    [Fact]
    public void A_transition_without_the_check_still_refuses_wrong_values()
    {
        var result = Submit(Cast.Ann, Leave.Save, Form.With(("kind", new FieldValue.Text("unheard of"))));

        Assert.Equal(["field.not_a_choice"], result.Refusal!.Fields.Select(problem => problem.Code));
    }

    [Fact]
    public void Arriving_in_the_start_state_leaves_a_draft_with_its_creator()
    {
        var story = new Story(Leave.Version).Filed(Cast.Ann, Leave.Save);

        Assert.Equal(Leave.New, story.Visit.State);
        Assert.Equal([Cast.Ann], story.Waiting);
        Assert.Equal(TicketStatus.Draft, story.Ticket.Status);
    }

    [Fact]
    public void A_draft_can_be_finished_and_submitted()
    {
        var story = new Story(Leave.Version)
            .Filed(Cast.Ann, Leave.Save)
            .Taken(Cast.Ann, Leave.Submit, Leave.For(2));

        Assert.Equal(Leave.Leader, story.Visit.State);
        Assert.Equal(TicketStatus.Ongoing, story.Ticket.Status);
    }

    [Fact]
    public void Filing_straight_into_an_end_state_finishes_the_ticket()
    {
        var ticket = new Story(Leave.Version).Filed(Cast.Ann, Leave.Note).Ticket;

        Assert.Equal(TicketStatus.Finished, ticket.Status);
        Assert.True(ticket.IsOver);
        Assert.Empty(ticket.OpenVisits);
    }

    [Fact]
    public void A_submission_is_never_a_return()
    {
        var workflow = OneStep.Sketched(state => state).Refuse(new TransitionId(12), "No thanks", OneStep.New, OneStep.Step).Version(9);

        var ticket = new Story(workflow).Filed(Cast.Ann, new TransitionId(12)).Ticket;

        Assert.Equal(TicketStatus.Ongoing, ticket.Status);
    }

    [Fact]
    public void Without_a_title_the_ticket_is_called_like_its_workflow()
    {
        var ticket = new Story(OneStep.AskingFor(new ParticipantSpec.People([Cast.Bob]))).Filed(Cast.Ann, OneStep.Submit).Ticket;

        Assert.Equal("One step", ticket.Title);
    }

    [Fact]
    public void A_blank_title_counts_as_none()
    {
        var ticket = new Story(OneStep.AskingFor(new ParticipantSpec.People([Cast.Bob])))
            .Filed(Cast.Ann, OneStep.Submit, Form.Titled("   ")).Ticket;

        Assert.Equal("One step", ticket.Title);
    }

    [Fact]
    public void The_title_is_taken_from_the_request_even_where_the_start_form_does_not_show_it()
    {
        var ticket = new Story(Untitled).Filed(Cast.Ann, OneStep.Submit, Form.Titled(" From another system ")).Ticket;

        Assert.Equal("From another system", ticket.Title);
    }

    [Fact]
    public void A_title_that_is_too_long_is_refused_even_where_the_start_form_does_not_show_it()
    {
        var result = SubmissionRules.Submit(
            Untitled, Cast.Actor(Cast.Ann), OneStep.Submit, Form.Titled(new string('x', Ticket.MaxTitleLength + 1)), comment: null, Facts(Cast.Company));

        Assert.Equal(["title: field.too_long"], result.Refusal!.Fields.Select(problem => $"{problem.Key}: {problem.Code}"));
    }

    [Fact]
    public void A_comment_that_is_too_long_is_refused_instead_of_cut()
    {
        var result = SubmissionRules.Submit(
            Leave.Version, Cast.Actor(Cast.Ann), Leave.Submit, Leave.For(2), new string('x', Comment.MaxLength + 1), Facts(Cast.Company));

        Expect.Refused(TicketRefusals.CommentTooLong, result);
    }

    [Fact]
    public void A_submission_that_nobody_could_act_on_is_refused()
    {
        var result = Submit(Cast.Eve, Leave.Submit, Leave.For(2));

        Expect.Refused(TicketRefusals.NobodyToAct, result);
        Assert.Equal(["Leader approval"], result.Refusal!.Arguments);
    }

    [Fact]
    public void The_same_facts_give_the_same_decision()
    {
        var first = Submit(Cast.Ann, Leave.Submit, Leave.For(2));
        var second = Submit(Cast.Ann, Leave.Submit, Leave.For(2));

        Assert.Equivalent(first.Value, second.Value, strict: true);
    }

    private static WorkflowVersion Untitled { get; } = new Sketch("Untitled")
        .Start(OneStep.New, "New")
        .Step(OneStep.Step, "Step", new ParticipantSpec.People([Cast.Bob]))
        .End(OneStep.Done, "Done")
        .Agree(OneStep.Submit, "Submit", OneStep.New, OneStep.Step)
        .Agree(OneStep.Agree, "Agree", OneStep.Step, OneStep.Done)
        .Version(8);

    private static Result<TicketDecision> Submit(UserId by, TransitionId transition, FieldChanges form) =>
        SubmissionRules.Submit(Leave.Version, Cast.Actor(by), transition, form, comment: null, Facts(Cast.Company));

    private static DecisionFacts Facts(Company company) => new Story(Leave.Version) { Company = company }.Facts;
}
