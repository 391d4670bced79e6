using System.Text.Json;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Tickets;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Automation;

/// <summary>The answer of another system to the hook that a visit waits for: on with these values, or it failed.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Visit">The visit that waits; null is the one whose hook was called.</param>
/// <param name="Run">Its run; null is the latest.</param>
/// <param name="Result">Whether it did what it had to.</param>
/// <param name="Message">What it says.</param>
/// <param name="Values">Values that it found out.</param>
public sealed record AnswerAutomation(TicketId Ticket, int? Visit, int? Run, bool Result, string Message, IReadOnlyDictionary<string, JsonElement> Values)
{
    /// <summary>The application that answers, where one does; the ticket must be of its workflows.</summary>
    public ApplicationReach? Through { get; init; }
}

public sealed class AnswerAutomationHandler(TicketDecisions decisions, IOptions<InstallationOptions> installation)
{
    public Task<Result<TicketId>> HandleAsync(AnswerAutomation command, Actor actor, CancellationToken ct) => decisions.DecideAsync(
        command.Ticket,
        actor,
        revision: null,
        situation => Decide(command, situation),
        ct,
        situation => Waiting(command, situation) is { } visit ? TicketDecisions.BehindTheState(situation, visit.Number) : []);

    private Result<TicketDecision> Decide(AnswerAutomation command, Situation situation)
    {
        if (command.Through is { } reach && !reach.Includes(situation.Ticket.Workflow))
        {
            return ApplicationRefusals.WorkflowNotGranted;
        }

        if (Waiting(command, situation) is not { Automation: { } automation } visit)
        {
            return command.Visit is null ? AutomationRefusals.NothingWaits : TicketRefusals.RunOver;
        }

        var run = command.Run ?? automation.Run;

        return command.Result
            ? AutomationRules.Succeed(situation, visit.Number, run, command.Message, Sent(command, situation.Workflow))
            : AutomationRules.Fail(situation, visit.Number, run, command.Message);
    }

    private static Visit? Waiting(AnswerAutomation command, Situation situation) => command.Visit is { } number
        ? situation.Ticket.OpenVisit(number)
        : situation.Ticket.OpenVisits.FirstOrDefault(visit => visit.Automation is not null && situation.Workflow.State(visit.State).Automation is AutomationKind.Hook);

    private FieldChanges Sent(AnswerAutomation command, WorkflowVersion workflow) =>
        PlainValues.Read(workflow, key => command.Values.TryGetValue(key, out var sent) ? sent : null, installation.Value.Zone);
}
