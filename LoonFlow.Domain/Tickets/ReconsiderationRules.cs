using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;

namespace LoonFlow.Domain.Tickets;

/// <summary>What becomes of a visit when those who should act have left the company. Decided by the engine, so that no ticket waits for nobody.</summary>
public static class ReconsiderationRules
{
    public static Result<TicketDecision> Reconsider(Situation situation, int visitNumber)
    {
        if (WhyNot(situation, situation.Ticket.OpenVisit(visitNumber)) is { } refusal)
        {
            return refusal;
        }

        var course = Course.Of(situation);
        var visit = course.Ticket.OpenVisit(visitNumber)!;

        return course.DecidedBy(situation.Actor, visit.IsVoting ? DropSeats(course, visit) : GoOn(course, visit));
    }

    internal static Refusal? WhyNot(Situation situation, Visit? visit) =>
        situation.Actor is not Actor.Engine ? TicketRefusals.NotAParticipant
        : situation.WhyNotHandle(visit) ?? (IsWaitingForNobody(situation, visit!) ? null : TicketRefusals.NothingToClaim);

    /// <summary>Those whom the state asks are asked anew.</summary>
    internal static Refusal? AskAnew(Course course, int visitNumber)
    {
        var visit = course.Ticket.OpenVisit(visitNumber)!;
        var state = course.Workflow.State(visit.State);
        var found = EntryRules.Participants(state, course.Ticket, course.Facts);
        var asked = found is [] ? PermissionRules.Administrators(course.Facts.Access, course.Facts.Company) : found;

        if (asked is [])
        {
            return TicketRefusals.NobodyToAct.With(state.Name.Text);
        }

        course.Add(new TicketEvent.Reassigned(visit.Number, visit.State, asked));

        return null;
    }

    private static bool IsWaitingForNobody(Situation situation, Visit visit)
    {
        var company = situation.Facts.Company;
        var isAutomatic = situation.Workflow.State(visit.State).IsAutomatic;

        return !isAutomatic && (visit.IsVoting
            ? visit.Seats.Any(seat => seat.Choice is null && !company.IsActive(seat.Who)) || visit.Consultations.Any(one => !company.IsActive(one.Asked))
            : visit.Participants.All(participant => participant.Members(company).Count == 0));
    }

    /// <summary>A question to someone who left goes back to whoever asked; other work goes to those whom the state asks.</summary>
    private static Refusal? GoOn(Course course, Visit visit)
    {
        if (visit.Consultations is [.., { Asked: var gone }] && ConsultationRules.ReceiverOf(visit, gone, course.Facts.Company) is { } asker)
        {
            course.Add(new TicketEvent.ConsultationAnswered(visit.Number, visit.State, asker, gone, string.Empty));

            return null;
        }

        return AskAnew(course, visit.Number);
    }

    private static Refusal? DropSeats(Course course, Visit visit)
    {
        var company = course.Facts.Company;
        var isSequential = course.Workflow.State(visit.State).Distribution is Distribution.Sequential;

        foreach (var question in visit.Consultations.Where(one => !company.IsActive(one.Asked) && company.IsActive(one.Asker)).ToArray())
        {
            course.Add(new TicketEvent.ConsultationAnswered(visit.Number, visit.State, question.Asker, question.Asked, string.Empty));
        }

        UserId[] gone = [.. visit.Seats.Where(seat => seat.Choice is null && !company.IsActive(seat.Who)).Select(seat => seat.Who)];

        if (gone is not [])
        {
            course.Add(new TicketEvent.SeatsDropped(visit.Number, visit.State, gone, isSequential));
        }

        return course.Ticket.OpenVisit(visit.Number) is { Seats: [] } ? AskAnew(course, visit.Number) : VotingRules.Conclude(course, visit.Number);
    }
}
