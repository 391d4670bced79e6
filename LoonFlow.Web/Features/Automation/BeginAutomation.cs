using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Scripts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Automation;

/// <summary>Begins a run of the script or hook that a visit waits for; begins it again after a crash. Refused when it is over.</summary>
public sealed record BeginAutomation(TicketId Ticket, int Visit, int Run, UserId? RetriedBy);

public sealed class BeginAutomationHandler(LoonFlowDb db, TicketDecisions decisions, IOptions<InstallationOptions> installation, TimeProvider clock)
{
    public async Task<Result<AutomationCall>> HandleAsync(BeginAutomation command, Actor actor, CancellationToken ct)
    {
        Situation? decided = null;
        var begun = await decisions.DecideAsync(
            command.Ticket, actor, revision: null, situation => AutomationRules.Begin(decided = situation, command.Visit, command.Run), ct);

        return begun.Succeeded ? await CallAsync(command, decided!, ct) : begun.Refusal;
    }

    private async Task<AutomationCall> CallAsync(BeginAutomation command, Situation situation, CancellationToken ct)
    {
        var (workflow, ticket, _, facts) = situation;
        var visit = ticket.OpenVisit(command.Visit)!;
        var participants = workflow.State(visit.State).Participants;
        var attempt = new AutomationAttempt
        {
            Ticket = ticket.Id,
            Visit = command.Visit,
            Run = command.Run,
            IsScript = participants is ParticipantSpec.Script,
            Target = TargetOf(participants),
            StartedAt = clock.GetUtcNow(),
        };
        db.AutomationAttempts.Add(attempt);

        var call = new AutomationCall(
            attempt,
            visit.Automation!.Attempts,
            workflow.Workflow,
            ActionFrom(command.RetriedBy, facts.Company),
            TicketPayload.Of(workflow, ticket, visit.State, facts.Company, installation.Value.Zone));

        return participants switch
        {
            ParticipantSpec.Script script => await WithScriptAsync(call, script.Name, ct),
            ParticipantSpec.Hook hook => call with { Hook = hook },
            _ => call with { Problem = ScriptRefusals.Missing(string.Empty) },
        };
    }

    private async Task<AutomationCall> WithScriptAsync(AutomationCall call, string name, CancellationToken ct) =>
        await db.Scripts.AsNoTracking().SingleOrDefaultAsync(row => row.StoredName == name, ct) switch
        {
            null => call with { Problem = ScriptRefusals.Missing(name) },
            { IsActive: false } script => call with { Script = script, Problem = ScriptRefusals.Inactive(script.Name) },
            var script => call with { Script = script },
        };

    private static string TargetOf(ParticipantSpec participants)
    {
        var target = participants switch
        {
            ParticipantSpec.Script script => script.Name,

            // What follows the path may be a token.
            ParticipantSpec.Hook hook => hook.Call.Url.Split('?', '#')[0],
            _ => string.Empty,
        };

        return target.Length > AutomationAttempt.MaxTargetLength ? target[..AutomationAttempt.MaxTargetLength] : target;
    }

    private static string ActionFrom(UserId? retriedBy, Company company) => retriedBy is { } id
        ? $"{company.User(id)?.UserName ?? id.Value.ToString(CultureInfo.InvariantCulture)}_retry"
        : "loonrobot";
}
