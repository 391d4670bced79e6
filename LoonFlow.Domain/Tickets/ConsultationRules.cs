using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Asking someone and getting the work back with their answer (加签, spec B.17). Consultations nest: each answer goes to its own asker.</summary>
public static class ConsultationRules
{
    /// <summary>How deep questions about questions may go, and how many may be open in one visit where several decide.</summary>
    public const int MaxDepth = 10;

    public static Result<TicketDecision> Consult(Situation situation, int visitNumber, UserId target, string? comment)
    {
        var visit = situation.Ticket.OpenVisit(visitNumber);

        if ((WhyNotConsult(situation, visit) ?? ForwardingRules.WhyNotTo(situation, visit!, target) ?? Comment.WhyNot(comment)) is { } refusal)
        {
            return refusal;
        }

        var asker = ((Actor.Person)situation.Actor).Id;

        return WithTimersPaused(situation, visit!)
            .Add(new TicketEvent.Consulted(visit!.Number, visit.State, asker, target, Comment.Cleaned(comment)))
            .DecidedBy(situation.Actor);
    }

    public static Result<TicketDecision> Answer(Situation situation, int visitNumber, string? comment)
    {
        var visit = situation.Ticket.OpenVisit(visitNumber);

        if ((WhyNotAnswer(situation, visit) ?? Comment.WhyNot(comment)) is { } refusal)
        {
            return refusal;
        }

        var asked = ((Actor.Person)situation.Actor).Id;
        var course = Course.Of(situation);

        return ReceiverOf(visit!, asked, situation.Facts.Company) is { } asker
            ? course.Add(Answered(visit!, asker, asked, comment)).DecidedBy(situation.Actor)
            : AnsweredToTheState(situation, course, visit!, asked, comment);
    }

    internal static Refusal? WhyNotConsult(Situation situation, Visit? visit) =>
        ForwardingRules.WhyNotWork(situation, visit)
        ?? (!situation.Workflow.State(visit!.State).Actions.HasFlag(StateActions.Consult) ? TicketRefusals.MayNotConsultHere
            : visit.Consultations.Count < MaxDepth ? null
            : TicketRefusals.ConsultationOpen);

    internal static Refusal? WhyNotAnswer(Situation situation, Visit? visit) =>
        ForwardingRules.WhyNotWork(situation, visit)
        ?? (visit!.ConsultationOf(((Actor.Person)situation.Actor).Id) is null ? TicketRefusals.NoConsultationOpen : null);

    /// <summary>The nearest of those who asked, one for the other, who is still there; null when all have left.</summary>
    internal static UserId? ReceiverOf(Visit visit, UserId asked, Company company)
    {
        for (var next = visit.ConsultationOf(asked); next is not null; next = visit.ConsultationOf(next.Asker))
        {
            if (company.IsActive(next.Asker))
            {
                return next.Asker;
            }
        }

        return null;
    }

    /// <summary>Clocks may stand still while a question is open; the first one stops them.</summary>
    private static Course WithTimersPaused(Situation situation, Visit visit)
    {
        var course = Course.Of(situation);
        var settings = situation.Workflow.State(visit.State).Timers;

        return settings.Any(setting => setting.PausesForConsultation)
            ? course.Add(new TicketEvent.TimersChanged(visit.Number, TimerRules.Pause(settings, visit.Timers, situation.Facts.Now, situation.Calendar)))
            : course;
    }

    private static TicketEvent.ConsultationAnswered Answered(Visit visit, UserId asker, UserId asked, string? comment) =>
        new(visit.Number, visit.State, asker, asked, Comment.Cleaned(comment));

    /// <summary>Every asker has left the company: without this, the answer would leave the ticket with nobody.</summary>
    private static Result<TicketDecision> AnsweredToTheState(Situation situation, Course course, Visit visit, UserId asked, string? comment)
    {
        course.Add(Answered(visit, FirstAsker(visit, asked), asked, comment));
        var here = course.Ticket.OpenVisit(visit.Number)!;

        return course.DecidedBy(situation.Actor, here.IsVoting ? ReconsiderationRules.DropSeats(course, here) : ReconsiderationRules.AskAnew(course, visit.Number));
    }

    private static UserId FirstAsker(Visit visit, UserId asked)
    {
        var first = asked;

        while (visit.ConsultationOf(first) is { } consultation)
        {
            first = consultation.Asker;
        }

        return first;
    }
}
