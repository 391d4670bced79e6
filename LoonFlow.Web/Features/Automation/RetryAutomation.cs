using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Features.Tickets;

namespace LoonFlow.Web.Features.Automation;

/// <summary>Runs a failed script or hook again, as another run.</summary>
public sealed record RetryAutomation(TicketId Ticket, int? Visit);

public sealed class RetryAutomationHandler(TicketDecisions decisions)
{
    public Task<Result<TicketId>> HandleAsync(RetryAutomation command, Actor actor, CancellationToken ct) =>
        decisions.DecideAsync(command.Ticket, actor, revision: null, situation => AutomationRules.Retry(situation, command.Visit ?? MeantVisit.OfRetrying(situation)), ct);
}
