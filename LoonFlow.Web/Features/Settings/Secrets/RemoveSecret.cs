using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Hooks;

namespace LoonFlow.Web.Features.Settings.Secrets;

/// <summary>Forgets a secret of a workflow; calls that should be signed with it fail from then on.</summary>
public sealed record RemoveSecret(WorkflowId Workflow, string Name);

public sealed class RemoveSecretHandler(LoonFlowDb db, SettingsAccess access, SecretStore secrets)
{
    public async Task<Result<WorkflowId>> HandleAsync(RemoveSecret command, Actor actor, CancellationToken ct)
    {
        if (await access.WhyNotAsync(actor, ct) is { } refusal)
        {
            return refusal;
        }

        await secrets.RemoveAsync(db, SecretOwner.Of(command.Workflow), command.Name, ct);

        return command.Workflow;
    }
}
