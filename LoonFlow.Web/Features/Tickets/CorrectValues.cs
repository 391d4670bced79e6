using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>Changes values without moving the ticket.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Revision">The revision that the actor decided on; null decides on whatever is there.</param>
/// <param name="Sent">What to change.</param>
/// <param name="Comment">Why.</param>
/// <param name="IsOpenToHandlers">Whether those who handle it may too, as far as its state lets them; else only those who step in.</param>
public sealed record CorrectValues(TicketId Ticket, int? Revision, FieldChanges Sent, string Comment, bool IsOpenToHandlers = false);

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

        Result<TicketDecision> Correct(Situation situation)
        {
            var equipped = situation with { Facts = situation.Facts with { UsableFiles = usable } };
            var sent = files.Named(command.Sent);

            return command.IsOpenToHandlers ? CorrectionRules.FillIn(equipped, sent, command.Comment) : CorrectionRules.Correct(equipped, sent, command.Comment);
        }
    }
}
