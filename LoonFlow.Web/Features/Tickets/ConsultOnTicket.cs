using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Features.Tickets;

public sealed record ConsultOnTicket(TicketId Ticket, int? Visit, UserId Asked, int? Revision, string? Comment = null);

public sealed class ConsultOnTicketHandler(TicketDecisions decisions)
{
    public Task<Result<TicketId>> HandleAsync(ConsultOnTicket command, Actor actor, CancellationToken ct) => decisions.DecideAsync(
        command.Ticket, actor, command.Revision, situation => ConsultationRules.Consult(situation, command.Visit ?? MeantVisit.OfConsulting(situation), command.Asked, command.Comment), ct);
}
