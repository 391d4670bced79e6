using System.Text.Json.Nodes;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Hooks;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Automation;

/// <summary>Asks those systems that must agree before a ticket is filed. Outside of any transaction: they may take their time.</summary>
public sealed class CreationVeto(CompanyStore companies, HookClient hooks, HookSecrets secrets, IOptions<InstallationOptions> installation)
{
    /// <summary>Why the ticket may not be filed; null when everybody asked agrees.</summary>
    public async Task<Refusal?> AskAsync(WorkflowVersion workflow, Actor.Person creator, TicketDecision decision, CancellationToken ct)
    {
        foreach (var hook in workflow.Document.EventHooks.Where(hook => hook.Triggers.Contains(EventHookTrigger.BeforeCreation)))
        {
            var reply = await CallAsync(workflow, creator, decision, hook, ct);

            if (reply.Problem is { } problem && !hook.AllowsWhenUnreachable)
            {
                return EventHookRefusals.Unreachable(hook.Name, problem);
            }

            if (reply is { Problem: null, Code: not (0 or null) })
            {
                return EventHookRefusals.Vetoed(hook.Name, reply.Message);
            }
        }

        return null;
    }

    private async Task<HookReply> CallAsync(WorkflowVersion workflow, Actor.Person creator, TicketDecision decision, EventHook hook, CancellationToken ct)
    {
        if (await secrets.FindAsync(workflow.Workflow, hook.Call, ct) is not { Succeeded: true } secret)
        {
            return HookReply.Failed(HookRefusals.SecretMissing(hook.Call.SecretName!));
        }

        var company = await companies.GetAsync(ct);
        var title = decision.Events.OfType<TicketEvent.TitleChanged>().LastOrDefault()?.Title ?? workflow.Name.Text;
        var values = decision.Events.OfType<TicketEvent.ValuesChanged>().Aggregate(FieldValues.None, (sum, changed) => sum.With(changed.Changes));
        var body = new JsonObject
        {
            ["event"] = "before_creation",
            ["at"] = decision.At.ToUnixTimeSeconds(),
            ["by"] = company.User(creator.Id)?.UserName,
            ["ticket"] = TicketPayload.Of(workflow, title, company.User(creator.Id)?.UserName, values, installation.Value.Zone),
        };

        return await hooks.CallAsync(new HookRequest(hook.Call.Url, body.ToJsonString()) { Secret = secret.Value.Text, Signature = hook.Call.Signature }, ct);
    }
}
