using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Settings.Scripts;

/// <summary>Lets workflows run a script, or no longer.</summary>
public sealed record SetScriptActive(long Id, bool IsActive);

public sealed class SetScriptActiveHandler(LoonFlowDb db, SettingsAccess access, TimeProvider clock)
{
    public async Task<Result<StoredScript>> HandleAsync(SetScriptActive command, Actor actor, CancellationToken ct)
    {
        if (await access.WhyNotAsync(actor, ct) is { } refusal)
        {
            return refusal;
        }

        if (await db.Scripts.SingleOrDefaultAsync(row => row.Id == command.Id, ct) is not { } script)
        {
            return ScriptSettingRefusals.NotFound;
        }

        script.IsActive = command.IsActive;
        script.ChangedAt = clock.GetUtcNow();
        script.ChangedBy = (actor as Actor.Person)?.Id.Value;

        return script;
    }
}
