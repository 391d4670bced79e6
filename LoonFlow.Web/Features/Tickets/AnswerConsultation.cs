using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;

namespace LoonFlow.Web.Features.Tickets;

public sealed record AnswerConsultation(TicketId Ticket, int Visit, int? Revision, string? Comment = null);

public sealed class AnswerConsultationHandler(LoonFlowDb db, SituationLoader situations)
{
    public async Task<Result<TicketId>> HandleAsync(AnswerConsultation command, Actor actor, CancellationToken ct)
    {
        var loaded = await situations.LoadAsync(command.Ticket, actor, command.Revision, ct);

        if (!loaded.Succeeded)
        {
            return loaded.Refusal;
        }

        var situation = loaded.Value;
        var decision = ConsultationRules.Answer(situation, command.Visit, command.Comment);

        return decision.Succeeded ? db.Record(situation.Workflow, situation.Ticket, decision.Value) : decision.Refusal;
    }
}
