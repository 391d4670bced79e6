using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Tickets;

public sealed class ConsultationRulesTests
{
    [Fact]
    public void The_one_consulted_has_the_ticket()
    {
        var story = WithBob().Consulted(Cast.Bob, Cast.Gil);

        Assert.Equal([Cast.Gil], story.Waiting);
        Assert.True(story.Visit.IsConsulting);
        Assert.Equal(Leave.Leader, story.Visit.State);
    }

    [Fact]
    public void The_asker_waits()
    {
        var story = WithBob().Consulted(Cast.Bob, Cast.Gil);

        Expect.Refused(TicketRefusals.NotAParticipant, Take(story, Cast.Bob));
        Expect.Refused(TicketRefusals.NotAParticipant, Answer(story, Cast.Bob));
        Expect.Refused(TicketRefusals.NotAParticipant, Consult(story, Cast.Bob, Cast.Ann));
    }

    [Fact]
    public void The_one_consulted_can_answer_but_not_decide()
    {
        var story = WithBob().Consulted(Cast.Bob, Cast.Gil);

        Expect.Refused(TicketRefusals.ConsultationOpen, Take(story, Cast.Gil));
        Expect.Accepted(Answer(story, Cast.Gil));
    }

    [Fact]
    public void The_ticket_comes_back_to_the_asker_with_the_answer()
    {
        var story = WithBob().Consulted(Cast.Bob, Cast.Gil).Answered(Cast.Gil);

        Assert.Equal([Cast.Bob], story.Waiting);
        Assert.False(story.Visit.IsConsulting);
        Expect.Accepted(Take(story, Cast.Bob));
    }

    [Fact]
    public void One_of_a_group_who_consults_goes_on_alone_afterwards()
    {
        var story = WithBob().Taken(Cast.Bob, Leave.LeaderAgrees).Consulted(Cast.Dan, Cast.Gil).Answered(Cast.Gil);

        Assert.Equal([Cast.Dan], story.Waiting);
        Expect.Accepted(TransitionRules.Take(story.SeenBy(Cast.Dan), story.Visit.Number, Leave.HrAgrees, Leave.Noted, comment: null));
    }

    [Fact]
    public void A_nested_consultation_goes_back_step_by_step_so_no_asker_is_lost()
    {
        var story = WithBob().Consulted(Cast.Bob, Cast.Gil).Consulted(Cast.Gil, Cast.Cleo).Answered(Cast.Cleo);

        Assert.Equal([Cast.Gil], story.Waiting);

        story.Answered(Cast.Gil);

        Assert.Equal([Cast.Bob], story.Waiting);
    }

    [Fact]
    public void An_answer_without_a_question_is_refused_and_orphans_nothing()
    {
        var story = WithBob();

        var result = Answer(story, Cast.Bob);

        Expect.Refused(TicketRefusals.NoConsultationOpen, result);
        Assert.Equal([Cast.Bob], story.Waiting);
    }

    [Fact]
    public void Nobody_outside_can_answer()
    {
        var story = WithBob().Consulted(Cast.Bob, Cast.Gil);

        Expect.Refused(TicketRefusals.NotAParticipant, Answer(story, Cast.Ann));
        Expect.Refused(TicketRefusals.NotAParticipant, Answer(story, Cast.Rita));
        Expect.Refused(TicketRefusals.NotFound, Answer(story, Cast.Eve));
    }

    [Fact]
    public void Only_an_active_other_person_can_be_consulted()
    {
        Expect.Refused(TicketRefusals.TargetIsYourself, Consult(WithBob(), Cast.Bob, Cast.Bob));
        Expect.Refused(TicketRefusals.TargetUnknown, Consult(WithBob(), Cast.Bob, Cast.Ivan));
        Expect.Refused(TicketRefusals.TargetUnknown, Consult(WithBob(), Cast.Bob, Cast.Stranger));
    }

    [Fact]
    public void Nobody_who_waits_for_an_answer_can_be_consulted()
    {
        var story = WithBob().Consulted(Cast.Bob, Cast.Gil).Consulted(Cast.Gil, Cast.Cleo);

        Expect.Refused(TicketRefusals.TargetIsAsking, Consult(story, Cast.Cleo, Cast.Bob));
        Expect.Refused(TicketRefusals.TargetIsAsking, Consult(story, Cast.Cleo, Cast.Gil));
    }

    [Fact]
    public void Questions_about_questions_have_an_end()
    {
        var crowd = Enumerable.Range(100, ConsultationRules.MaxDepth + 2).Select(number => new UserId(number)).ToArray();
        var story = WithBob();
        story.Company = new(
            [.. Cast.Company.Users, .. crowd.Select(id => new User { Id = id, UserName = $"u{id.Value}", Name = $"u{id.Value}" })],
            Cast.Company.Departments,
            Cast.Company.Roles);

        var asker = Cast.Bob;
        foreach (var asked in crowd[..ConsultationRules.MaxDepth])
        {
            story.Applied(Consult(story, asker, asked));
            asker = asked;
        }

        Expect.Refused(TicketRefusals.ConsultationOpen, Consult(story, asker, crowd[^1]));
        Expect.Accepted(Answer(story, asker));

        Result<TicketDecision> Consult(Story current, UserId by, UserId to) => ConsultationRules.Consult(
            current.SeenBy(LoonFlow.Domain.Access.Actor.Of(by, current.Company)!), current.Visit.Number, to, comment: null);

        Result<TicketDecision> Answer(Story current, UserId by) => ConsultationRules.Answer(
            current.SeenBy(LoonFlow.Domain.Access.Actor.Of(by, current.Company)!), current.Visit.Number, comment: null);
    }

    [Fact]
    public void Leaving_the_state_ends_every_consultation()
    {
        var story = WithBob().Consulted(Cast.Bob, Cast.Gil).Consulted(Cast.Gil, Cast.Cleo);
        var left = story.Visit;

        story.Withdrawn(Cast.Ann);

        Assert.Empty(left.Consultations);
        Assert.False(story.Visit.IsConsulting);
        Assert.Equal([Cast.Ann], story.Waiting);
    }

    [Fact]
    public void Closing_ends_every_consultation()
    {
        var story = WithBob().Consulted(Cast.Bob, Cast.Gil);
        var left = story.Visit;

        story.Closed(Cast.Rita);

        Assert.Empty(left.Consultations);
    }

    [Fact]
    public void The_answer_to_someone_who_has_left_goes_to_the_one_who_asked_them()
    {
        var story = WithBob().Consulted(Cast.Bob, Cast.Gil).Consulted(Cast.Gil, Cast.Cleo);
        story.Company = Cast.Without(Cast.Gil);

        story.Answered(Cast.Cleo);

        Assert.Equal([Cast.Bob], story.Waiting);
        Assert.False(story.Visit.IsConsulting);
    }

    [Fact]
    public void When_every_asker_has_left_the_answer_brings_the_ticket_back_to_those_whom_the_state_asks()
    {
        var story = WithBob().Taken(Cast.Bob, Leave.LeaderAgrees).Consulted(Cast.Dan, Cast.Gil);
        story.Company = Cast.Without(Cast.Dan);

        story.Answered(Cast.Gil);

        Assert.True(story.Visit.IsFor(Cast.Actor(Cast.Cleo)));
        Assert.False(story.Visit.IsConsulting);
    }

    [Fact]
    public void An_answer_that_nobody_is_left_to_receive_goes_to_the_administrators()
    {
        var story = WithBob().Consulted(Cast.Bob, Cast.Gil);
        story.Company = Cast.Without(Cast.Bob);

        story.Answered(Cast.Gil);

        Assert.Equal([Cast.Rita], story.Waiting);
    }

    [Fact]
    public void An_answer_that_nobody_at_all_is_left_to_receive_is_refused()
    {
        var story = WithBob().Consulted(Cast.Bob, Cast.Gil);
        story.Company = Cast.Without(Cast.Bob, Cast.Rita);

        var result = Answer(story, Cast.Gil);

        Expect.Refused(TicketRefusals.NobodyToAct, result);
    }

    private static Story WithBob() => new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2));

    private static Result<TicketDecision> Take(Story story, UserId by) =>
        TransitionRules.Take(story.SeenBy(by), story.Visit.Number, Leave.LeaderAgrees, FieldChanges.None, comment: null);

    private static Result<TicketDecision> Answer(Story story, UserId by) =>
        ConsultationRules.Answer(story.SeenBy(by), story.Visit.Number, comment: null);

    private static Result<TicketDecision> Consult(Story story, UserId by, UserId asked) =>
        ConsultationRules.Consult(story.SeenBy(by), story.Visit.Number, asked, comment: null);
}
