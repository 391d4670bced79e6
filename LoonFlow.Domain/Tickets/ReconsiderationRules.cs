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

        if (!visit.IsVoting)
        {
            return course.DecidedBy(situation.Actor, GoOn(course, visit));
        }

        return DropSeats(course, visit) is null ? course.DecidedBy(situation.Actor) : LeftToAdministrators(situation, visitNumber);
    }

    internal static Refusal? WhyNot(Situation situation, Visit? visit) =>
        situation.Actor is not Actor.Engine ? TicketRefusals.NotAParticipant
        : situation.WhyNotHandle(visit) ?? (IsWaitingForNobody(situation, visit!) ? null : TicketRefusals.NothingToClaim);

    /// <summary>Those whom the state asks are asked anew.</summary>
    internal static Refusal? AskAnew(Course course, int visitNumber)
    {
        var visit = course.Ticket.OpenVisit(visitNumber)!;
        var state = course.Workflow.State(visit.State);
        var found = visit.IsUndecided ? [] : EntryRules.Participants(state, course.Ticket, course.Facts);
        var asked = found is [] ? PermissionRules.Administrators(course.Facts.Access, course.Facts.Company) : found;

        if (asked is [])
        {
            return TicketRefusals.NobodyToAct.With(state.Name.Text);
        }

        var seats = found is [] ? [] : EntryRules.Seats(state, asked);
        course.Add(new TicketEvent.Reassigned(visit.Number, visit.State, EntryRules.First(state, seats, asked)) { Seats = seats is [] ? null : seats });

        return null;
    }

    /// <summary>The places of those who left without choosing go; the others may have decided with that.</summary>
    internal static Refusal? DropSeats(Course course, Visit visit)
    {
        Drop(course, visit);

        return visit.Seats is [] ? AskAnew(course, visit.Number) : VotingRules.Conclude(course, visit.Number);
    }

    private static bool IsWaitingForNobody(Situation situation, Visit visit)
    {
        var company = situation.Facts.Company;
        var isAutomatic = situation.Workflow.State(visit.State).IsAutomatic;

        return !isAutomatic
            && ((visit.IsVoting
                && (visit.Seats.Any(seat => seat.Choice is null && !company.IsActive(seat.Who)) || Unanswered(visit, company) is not []))
            || HasNobody(visit, company));
    }

    private static bool HasNobody(Visit visit, Company company) => visit.Participants.All(participant => participant.Members(company).Count == 0);

    /// <summary>Questions whose turn it is and whose asked person has left.</summary>
    private static Consultation[] Unanswered(Visit visit, Company company) =>
        [.. visit.Consultations.Where(one => !company.IsActive(one.Asked) && visit.Participants.Contains(Participant.Of(one.Asked)))];

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

    /// <summary>Where the votes lead nobody is left either: without this, the ticket would wait for someone who has left.</summary>
    private static Result<TicketDecision> LeftToAdministrators(Situation situation, int visitNumber)
    {
        var course = Course.Of(situation);
        var visit = course.Ticket.OpenVisit(visitNumber)!;
        Drop(course, visit);

        return course.DecidedBy(situation.Actor, VotingRules.LeaveToAdministrators(course, visit));
    }

    private static void Drop(Course course, Visit visit)
    {
        var company = course.Facts.Company;
        var isSequential = course.Workflow.State(visit.State).Distribution is Distribution.Sequential;
        List<UserId> gone = [];

        foreach (var question in Unanswered(visit, company))
        {
            if (ConsultationRules.ReceiverOf(visit, question.Asked, company) is { } asker)
            {
                course.Add(new TicketEvent.ConsultationAnswered(visit.Number, visit.State, asker, question.Asked, string.Empty));
            }
            else
            {
                gone.Add(question.Asker);
            }
        }

        gone.AddRange(visit.Seats.Where(seat => seat.Choice is null && !company.IsActive(seat.Who)).Select(seat => seat.Who));

        if (gone is not [])
        {
            course.Add(new TicketEvent.SeatsDropped(visit.Number, visit.State, [.. gone.Distinct()], isSequential));
        }
    }
}
