using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Participants;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Workflows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Settings.Scripts;

/// <summary>Takes a script away that no workflow in use runs.</summary>
public sealed record RemoveScript(long Id);

public sealed class RemoveScriptHandler(LoonFlowDb db, SettingsAccess access, WorkflowStore workflows)
{
    public async Task<Result<StoredScript>> HandleAsync(RemoveScript command, Actor actor, CancellationToken ct)
    {
        if (await access.WhyNotAsync(actor, ct) is { } refusal)
        {
            return refusal;
        }

        if (await db.Scripts.SingleOrDefaultAsync(row => row.Id == command.Id, ct) is not { } script)
        {
            return ScriptSettingRefusals.NotFound;
        }

        if (await UserAsync(script.StoredName, ct) is { } workflow)
        {
            return ScriptSettingRefusals.InUse.With(workflow);
        }

        db.Scripts.Remove(script);

        return script;
    }

    /// <summary>The name of a workflow that runs it.</summary>
    private async Task<string?> UserAsync(string storedName, CancellationToken ct)
    {
        var published = (await workflows.CatalogueAsync(ct)).Values.Where(workflow => workflow.TakesTickets).Select(workflow => workflow.Published!.Value);

        return (await workflows.VersionsAsync(published, ct)).Values
            .FirstOrDefault(version => version.States.Any(state => state.Participants is ParticipantSpec.Script script && script.Name == storedName))?.Name.Text;
    }
}
