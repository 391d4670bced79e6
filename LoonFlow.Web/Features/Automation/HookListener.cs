using System.Text.Json;
using System.Text.Json.Nodes;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Hooks;
using LoonFlow.Web.Outbox;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Automation;

/// <summary>
/// Calls the hooks of tickets that came to a state with one (spec B.21). A failure that may pass is tried again by itself
/// a few times; what is final is written on the ticket.
/// </summary>
public sealed class HookListener(
    AutomationDesk desk, HookClient hooks, HookSecrets secrets, HookTokens tokens, IOptions<HooksOptions> options, IOptions<InstallationOptions> installation, TimeProvider clock) : IOutboxListener
{
    public string Name => Subscriptions.Hooks;

    public Lane Lane { get; } = Lane.Outside with { FirstRetry = TimeSpan.FromSeconds(2), LongestRetry = TimeSpan.FromMinutes(5) };

    public async Task HearAsync(OutboxMessage message, CancellationToken ct)
    {
        var due = DomainJson.Read<AutomationMessage>(message.Content);

        if (await desk.BeginAsync(new BeginAutomation(due.Ticket, due.Visit, due.Run, due.RetriedBy), ct) is not { Hook: { } hook } call)
        {
            return;
        }

        var reply = await CallAsync(call, hook, message.Id, ct);
        var problem = reply.Problem ?? WhyNotAccepted(reply);
        var triesAgain = reply.MayPass && call.Number <= options.Value.Retries;
        await desk.CompleteAsync(new CompleteAutomation(call.Attempt.Id, reply.Message, reply.Body, string.Empty, problem, hook.Waits, triesAgain));

        if (triesAgain)
        {
            throw new DeliveryPostponedException(clock.GetUtcNow() + options.Value.RetryAfter * Math.Pow(2, call.Number - 1), problem!.Message);
        }
    }

    private async Task<HookReply> CallAsync(AutomationCall call, ParticipantSpec.Hook hook, Guid delivery, CancellationToken ct)
    {
        var secret = await secrets.FindAsync(call.Workflow, hook.Call, ct);

        return secret.Succeeded
            ? await hooks.CallAsync(new HookRequest(hook.Call.Url, Body(call, hook)) { Secret = secret.Value.Text, Signature = hook.Call.Signature, Delivery = delivery }, ct)
            : HookReply.Failed(secret.Refusal);
    }

    private string Body(AutomationCall call, ParticipantSpec.Hook hook)
    {
        var body = call.Ticket;
        body["run_id"] = call.Name;
        body["action_from"] = call.ActionFrom;
        body["extra_info"] = ExtraOf(hook.Call);

        if (hook.Waits)
        {
            var token = tokens.Make(new HookToken(call.Attempt.Ticket, call.Attempt.Visit, call.Attempt.Run));
            body["answer_url"] = installation.Value.AddressOf($"/hooks/answers/{token}");
        }

        return body.ToJsonString();
    }

    private static JsonNode? ExtraOf(ExternalCall call)
    {
        try
        {
            return call.Extra.Length == 0 ? null : JsonNode.Parse(call.Extra);
        }
        catch (JsonException)
        {
            // Not JSON: the designer's words as they are.
            return call.Extra;
        }
    }

    private static Refusal? WhyNotAccepted(HookReply reply) => reply.Code switch
    {
        0 => null,
        null => HookRefusals.CodeMissing,
        { } code => HookRefusals.Declined(code, reply.Message),
    };
}
