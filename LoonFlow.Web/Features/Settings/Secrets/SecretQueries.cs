using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Hooks;

namespace LoonFlow.Web.Features.Settings.Secrets;

/// <summary>A secret by name: entered, or only named by the workflow. Its value is nowhere to be read.</summary>
public sealed record SecretLine(WorkflowId Workflow, Caption WorkflowName, string Name, bool IsEntered);

/// <summary>Which secrets workflows have and which they still need, for administrators. Anybody else gets null.</summary>
public sealed class SecretQueries(WorkflowStore workflows, SecretStore secrets, SettingsAccess access)
{
    public async Task<IReadOnlyList<SecretLine>?> ListAsync(Actor reader, CancellationToken ct)
    {
        if (await access.WhyNotAsync(reader, ct) is not null)
        {
            return null;
        }

        var lines = new List<SecretLine>();

        foreach (var workflow in (await workflows.CatalogueAsync(ct)).Values.OrderBy(workflow => workflow.Id.Value))
        {
            var entered = await secrets.NamesAsync(SecretOwner.Of(workflow.Id), ct);
            var named = workflow.Published is { } version ? Named((await workflows.VersionAsync(version, ct)).Document) : [];
            lines.AddRange(entered.Union(named, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(name => new SecretLine(workflow.Id, workflow.Name, name, entered.Contains(name, StringComparer.Ordinal))));
        }

        return lines;
    }

    /// <summary>Workflows by name, to enter a secret for.</summary>
    public async Task<IReadOnlyList<Workflow>> WorkflowsAsync(CancellationToken ct) => [.. (await workflows.CatalogueAsync(ct)).Values.OrderBy(workflow => workflow.Id.Value)];

    private static IEnumerable<string> Named(WorkflowDocument document) => document.States
        .SelectMany(state => Calls(state.Participants))
        .Select(call => call.SecretName)
        .Concat(document.EventHooks.Select(hook => hook.Call.SecretName))
        .Where(name => !string.IsNullOrWhiteSpace(name))
        .OfType<string>();

    private static IEnumerable<ExternalCall> Calls(ParticipantSpec participants) => participants switch
    {
        ParticipantSpec.Hook hook => [hook.Call],
        ParticipantSpec.External external => [external.Call],
        ParticipantSpec.Union union => union.Parts.SelectMany(Calls),
        _ => [],
    };
}
