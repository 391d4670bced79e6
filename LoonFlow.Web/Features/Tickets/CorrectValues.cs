using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Features.Tickets;

public sealed record CorrectValues(TicketId Ticket, int? Revision, FieldChanges Sent, string Comment);

public sealed class CorrectValuesHandler(TicketDecisions decisions, AttachedFiles files)
{
    public async Task<Result<TicketId>> HandleAsync(CorrectValues command, Actor actor, CancellationToken ct)
    {
        var usable = await files.UsableAsync(command.Sent, actor, command.Ticket, ct);

        var result = await decisions.DecideAsync(command.Ticket, actor, command.Revision, Correct, ct);

        if (result.Succeeded)
        {
            files.Bind(command.Ticket);
        }

        return result;

        Result<TicketDecision> Correct(Situation situation) => CorrectionRules.Correct(
            situation with { Facts = situation.Facts with { UsableFiles = usable } }, command.Sent, command.Comment);
    }
}
