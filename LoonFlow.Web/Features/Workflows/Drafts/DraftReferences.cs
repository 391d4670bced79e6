using System.Globalization;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Features.Workflows.Drafts;

/// <summary>What ids and names in an edit mean: those of this installation. Tokens that callers send become secrets of the workflow.</summary>
internal sealed class DraftReferences(
    Company company, IReadOnlyCollection<WorkflowId> workflows, IReadOnlyList<KnownScript> scripts, IReadOnlySet<long> channels) : ILoonflowReferences
{
    private readonly Dictionary<string, string> _secrets = new(StringComparer.Ordinal);
    private State? _state;

    public Company Company => company;

    /// <summary>Tokens by the names that the document gives them.</summary>
    public IReadOnlyDictionary<string, string> Secrets => _secrets;

    /// <summary>Says which state is being read, as it is before: a token that is not sent again stays.</summary>
    public DraftReferences For(State state)
    {
        _state = state;

        return this;
    }

    public DepartmentId? Department(long id) => company.Department(new DepartmentId(id))?.Id;

    public RoleId? Role(long id) => company.Role(new RoleId(id))?.Id;

    public WorkflowId? Workflow(LoonflowRecord row, long id)
    {
        if (workflows.Contains(new WorkflowId(id)))
        {
            return new WorkflowId(id);
        }

        row.Note("sub_workflow_id", $"there is no workflow {id}", "callers may file any");

        return null;
    }

    public NamedScript? Script(string named) =>
        (long.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? scripts.FirstOrDefault(script => script.Id == id)
            : scripts.FirstOrDefault(script => script.StoredName == ScriptFile.Named(named))) is { } found
            ? new NamedScript(found.StoredName, found.IsActive)
            : null;

    public string? Keep(LoonflowRecord state, string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return _state?.Participants switch
            {
                ParticipantSpec.Hook hook => hook.Call.SecretName,
                ParticipantSpec.External external => external.Call.SecretName,
                _ => null,
            };
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"state-{_state!.Id.Value}");
        _secrets[name] = token;

        return name;
    }

    /// <summary>The channels that a workflow's notices also go to, by their ids.</summary>
    public IReadOnlyList<long> Channels(LoonflowRecord row)
    {
        var named = new List<long>();

        foreach (var text in SourceText.Listed(row.Text("notices", int.MaxValue)))
        {
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && channels.Contains(id))
            {
                named.Add(id);
            }
            else
            {
                row.Note("notices", $"there is no notice “{SourceText.Cut(text, 50)}”", "it was left out");
            }
        }

        return [.. named.Distinct()];
    }
}
