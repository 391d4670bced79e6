using System.Text.Json;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Hooks;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Automation;

/// <summary>
/// Asks a service of the company who acts in a state (spec A.5, type 11). It is sent what a hook is sent and answers
/// {"code": 0, "data": "wu,zhao"}, or a list of user names.
/// </summary>
public sealed class ExternalPeople(HookClient hooks, HookSecrets secrets, IOptions<InstallationOptions> installation)
{
    /// <summary>Somebody waits for the answer with the ticket on the screen.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(5);

    /// <summary>The active people whom it named; a refusal says in words why there are none.</summary>
    public async Task<Result<IReadOnlyList<UserId>>> AskAsync(WorkflowVersion workflow, State state, TicketSketch ticket, Company company, CancellationToken ct)
    {
        var call = Call(state.Participants)!;
        var secret = await secrets.FindAsync(workflow.Workflow, call, ct);

        if (!secret.Succeeded)
        {
            return secret.Refusal;
        }

        var body = TicketPayload.Of(workflow, ticket.Title, company.User(ticket.Creator)?.UserName, ticket.Values, installation.Value.Zone);
        body["state_id"] = state.Id.Value;
        body["state_name"] = state.Name.Text;
        body["extra_info"] = call.Extra;

        var reply = await hooks.CallAsync(
            new HookRequest(call.Url, body.ToJsonString()) { Secret = secret.Value.Text, Signature = call.Signature, TimeLimit = TimeLimit }, ct);

        return reply.Problem is { } problem ? problem : Read(reply.Json!.Value, company);
    }

    private static ExternalCall? Call(ParticipantSpec spec) => spec switch
    {
        ParticipantSpec.External external => external.Call,
        ParticipantSpec.Union union => union.Parts.Select(Call).FirstOrDefault(call => call is not null),
        _ => null,
    };

    private static Result<IReadOnlyList<UserId>> Read(JsonElement answer, Company company)
    {
        if (!answer.TryGetProperty("code", out var code) || code.ValueKind is not JsonValueKind.Number || !code.TryGetInt32(out var number) || number != 0)
        {
            return AutomationRefusals.ResolverRefused(answer.TryGetProperty("msg", out var message) ? message.ToString() : string.Empty);
        }

        if (!answer.TryGetProperty("data", out var data) || Names(data) is not { } names)
        {
            // Not the same as naming nobody: a state that may be skipped must not be skipped over a mistake.
            return AutomationRefusals.ResolverMalformed;
        }

        User[] found = [.. names.Select(company.UserNamed).OfType<User>().Where(user => user.IsActive).DistinctBy(user => user.Id)];

        return names is not [] && found is []
            ? AutomationRefusals.ResolverNamesUnknown(string.Join(", ", names.Take(5)))
            : found.Select(user => user.Id).ToArray();
    }

    private static string[]? Names(JsonElement data) => data.ValueKind switch
    {
        JsonValueKind.String => data.GetString()!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        JsonValueKind.Array when data.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String) =>
            [.. data.EnumerateArray().Select(item => item.GetString()!.Trim())],
        _ => null,
    };
}
