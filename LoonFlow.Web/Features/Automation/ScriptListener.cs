using System.Text.Json.Nodes;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Outbox;
using LoonFlow.Web.Scripts;

namespace LoonFlow.Web.Features.Automation;

/// <summary>Runs scripts of tickets that came to a state with one. The run number decides: a message heard again begins nothing twice.</summary>
public sealed class ScriptListener(AutomationDesk desk, ScriptRunner runner) : IOutboxListener
{
    public string Name => Subscriptions.Scripts;

    public Lane Lane { get; } = Lane.Outside with { FirstRetry = TimeSpan.FromSeconds(2), LongestRetry = TimeSpan.FromMinutes(5) };

    public async Task HearAsync(OutboxMessage message, CancellationToken ct)
    {
        var due = DomainJson.Read<AutomationMessage>(message.Content);

        if (await desk.BeginAsync(new BeginAutomation(due.Ticket, due.Visit, due.Run, due.RetriedBy), ct) is not { } call)
        {
            return;
        }

        var ended = call is { Problem: null, Script: { } script }
            ? await runner.RunAsync(new ScriptRequest(call.Name, script.Interpreter, script.Content, Input(call)), ct)
            : ScriptRunResult.Failed(call.Problem ?? ScriptRefusals.Missing(call.Attempt.Target));

        await desk.CompleteAsync(new CompleteAutomation(call.Attempt.Id, ended.Output, ended.Output, ended.Error, ended.Problem));
    }

    private static string Input(AutomationCall call) => new JsonObject
    {
        ["ticket_id"] = call.Attempt.Ticket.Value,
        ["action_from"] = call.ActionFrom,
        ["run_id"] = call.Name,
        ["ticket"] = call.Ticket,
    }.ToJsonString();
}
