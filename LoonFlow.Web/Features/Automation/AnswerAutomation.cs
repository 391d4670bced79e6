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
public sealed record AnswerAutomation(TicketId Ticket, int Visit, int Run, bool Result, string Message, IReadOnlyDictionary<string, JsonElement> Values);

public sealed class AnswerAutomationHandler(TicketDecisions decisions, IOptions<InstallationOptions> installation)
{
    public Task<Result<TicketId>> HandleAsync(AnswerAutomation command, Actor actor, CancellationToken ct) => decisions.DecideAsync(
        command.Ticket,
        actor,
        revision: null,
        situation => command.Result
            ? AutomationRules.Succeed(situation, command.Visit, command.Run, command.Message, Sent(command, situation.Workflow))
            : AutomationRules.Fail(situation, command.Visit, command.Run, command.Message),
        ct,
        situation => TicketDecisions.BehindTheState(situation, command.Visit));

    private FieldChanges Sent(AnswerAutomation command, WorkflowVersion workflow)
    {
        var values = command.Values
            .Where(pair => pair.Key != BuiltInField.Title && workflow.Field(pair.Key) is not null)
            .ToDictionary(pair => pair.Key, pair => PlainValues.Read(workflow.Field(pair.Key)!, pair.Value, installation.Value.Zone), StringComparer.Ordinal);
        var title = command.Values.TryGetValue(BuiltInField.Title, out var sent) && sent.ValueKind is JsonValueKind.String ? sent.GetString() : null;

        return new FieldChanges(title, values);
    }
}
