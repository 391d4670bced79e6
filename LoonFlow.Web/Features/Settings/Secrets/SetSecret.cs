using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Hooks;

namespace LoonFlow.Web.Features.Settings.Secrets;

/// <summary>Enters a secret of a workflow, or another value for it.</summary>
public sealed record SetSecret(WorkflowId Workflow, string Name, string Value);

public sealed class SetSecretHandler(LoonFlowDb db, WorkflowStore workflows, SettingsAccess access, SecretStore secrets)
{
    public async Task<Result<WorkflowId>> HandleAsync(SetSecret command, Actor actor, CancellationToken ct)
    {
        if (await access.WhyNotAsync(actor, ct) is { } refusal)
        {
            return refusal;
        }

        var name = command.Name.Trim();

        if (name.Length is 0 or > StoredSecret.MaxNameLength)
        {
            return SecretRefusals.NameMissing;
        }

        if (string.IsNullOrWhiteSpace(command.Value) || command.Value.Length > SecretRefusals.MaxValueLength)
        {
            return SecretRefusals.ValueMissing;
        }

        if (!(await workflows.CatalogueAsync(ct)).ContainsKey(command.Workflow))
        {
            return WorkflowRefusals.UnknownWorkflow;
        }

        await secrets.SetAsync(db, SecretOwner.Of(command.Workflow), name, command.Value.Trim(), ct);

        return command.Workflow;
    }
}
