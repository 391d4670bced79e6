using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Scripts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Settings.Scripts;

/// <summary>Adds a script, inactive, or changes one; its stored name stays, because workflows call it by that.</summary>
public sealed record SaveScript(long? Id, string Name, string StoredName, string Description, string Interpreter, string Content)
{
    /// <summary>The text as it was when the change began; what somebody else saved since is not overwritten. Null does not ask.</summary>
    public string? Seen { get; init; }

    /// <summary>Whether workflows may run it; null leaves that as it is.</summary>
    public bool? IsActive { get; init; }
}

public sealed class SaveScriptHandler(LoonFlowDb db, SettingsAccess access, IOptions<ScriptsOptions> options, TimeProvider clock)
{
    public async Task<Result<StoredScript>> HandleAsync(SaveScript command, Actor actor, CancellationToken ct)
    {
        if (await access.WhyNotAsync(actor, ct) is { } refusal)
        {
            return refusal;
        }

        var problems = ScriptFormRules.Problems(command, options.Value);

        if (problems is not [])
        {
            return ScriptSettingRefusals.FormIncomplete with { Fields = problems };
        }

        if (await FindOrAddAsync(command, ct) is not { } script)
        {
            return command.Id is null ? ScriptSettingRefusals.StoredNameTaken.With(command.StoredName.Trim()) : ScriptSettingRefusals.NotFound;
        }

        if (command.Seen is { } seen && command.Id is not null && seen != script.Content)
        {
            return ScriptSettingRefusals.ChangedMeanwhile;
        }

        script.Name = command.Name.Trim();
        script.Description = command.Description.Trim();
        script.Interpreter = command.Interpreter;
        script.Content = command.Content.ReplaceLineEndings("\n");
        script.IsActive = command.IsActive ?? script.IsActive;
        script.ChangedAt = clock.GetUtcNow();
        script.ChangedBy = (actor as Actor.Person)?.Id.Value;

        return script;
    }

    private async Task<StoredScript?> FindOrAddAsync(SaveScript command, CancellationToken ct)
    {
        if (command.Id is { } id)
        {
            return await db.Scripts.SingleOrDefaultAsync(row => row.Id == id, ct);
        }

        var storedName = command.StoredName.Trim();

        if (await db.Scripts.AnyAsync(row => row.StoredName == storedName, ct))
        {
            return null;
        }

        var script = new StoredScript { Name = command.Name, StoredName = storedName, Content = command.Content, ChangedAt = clock.GetUtcNow() };
        db.Scripts.Add(script);

        return script;
    }
}
