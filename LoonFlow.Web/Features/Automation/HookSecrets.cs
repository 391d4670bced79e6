using LoonFlow.Domain.Common;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Hooks;

namespace LoonFlow.Web.Features.Automation;

/// <summary>The secret that a call is signed with; no text where the call is to be unsigned.</summary>
public readonly record struct HookSecret(string? Text);

/// <summary>Finds the secret that a workflow's call names. One that is named but not there is a failure: an unsigned call would be refused, or worse, accepted.</summary>
public sealed class HookSecrets(SecretStore store)
{
    public async Task<Result<HookSecret>> FindAsync(WorkflowId workflow, ExternalCall call, CancellationToken ct)
    {
        if (call.SecretName is not { Length: > 0 } name)
        {
            return new HookSecret(null);
        }

        return await store.FindAsync(SecretOwner.Of(workflow), name, ct) is { } text ? new HookSecret(text) : HookRefusals.SecretMissing(name);
    }
}
