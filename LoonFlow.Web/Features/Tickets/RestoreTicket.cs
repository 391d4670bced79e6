using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Features.Tickets;

public sealed record RestoreTicket(TicketId Ticket, int? Revision, string? Comment = null);

public sealed class RestoreTicketHandler(TicketDecisions decisions)
{
    public Task<Result<TicketId>> HandleAsync(RestoreTicket command, Actor actor, CancellationToken ct) => decisions.DecideAsync(
        command.Ticket, actor, command.Revision, situation => DeletionRules.Restore(situation, command.Comment), ct);
}
