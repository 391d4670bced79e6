using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Features.Tickets;

public sealed record AnswerConsultation(TicketId Ticket, int? Visit, int? Revision, string? Comment = null);

public sealed class AnswerConsultationHandler(TicketDecisions decisions)
{
    public Task<Result<TicketId>> HandleAsync(AnswerConsultation command, Actor actor, CancellationToken ct) => decisions.DecideAsync(
        command.Ticket, actor, command.Revision, situation => ConsultationRules.Answer(situation, command.Visit ?? MeantVisit.OfAnswering(situation), command.Comment), ct);
}
