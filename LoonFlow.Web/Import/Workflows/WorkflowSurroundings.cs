using System.Globalization;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Import.Workflows;

/// <summary>What a workflow of the dump refers to: rows taken in before, the people who are here now, and the dump's scripts.</summary>
internal sealed record WorkflowSurroundings(ImportedIds Ids, Company Company, SourceRows Source) : ILoonflowReferences
{
    private readonly Dictionary<string, string> _secrets = new(StringComparer.Ordinal);

    /// <summary>Tokens that the workflow being read signs its calls with, by the name that its document gives them.</summary>
    public IReadOnlyDictionary<string, string> Secrets => _secrets;

    /// <summary>Takes a token out of a state; its document only names it.</summary>
    public string? Keep(LoonflowRecord state, string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"state-{((SourceRow)state).Id}");
        _secrets[name] = token;

        return name;
    }

    public void ForgetSecrets() => _secrets.Clear();

    public DepartmentId? Department(long id) =>
        Ids.Find(SourceTable.Departments, id) is { } target && Company.Department(new DepartmentId(target)) is { } department ? department.Id : null;

    public RoleId? Role(long id) => Ids.Find(SourceTable.Roles, id) is { } target && Company.Role(new RoleId(target)) is { } role ? role.Id : null;

    public WorkflowId? Workflow(LoonflowRecord row, long id) => Ids.Find(SourceTable.Workflows, id) is { } workflow ? new WorkflowId(workflow) : null;

    public NamedScript? Script(string named)
    {
        var row = long.TryParse(named, out var id)
            ? Source.Find(SourceTable.Scripts, id)
            : Source[SourceTable.Scripts].FirstOrDefault(script => string.Equals(FileName(script), ScriptFile.Named(named), StringComparison.Ordinal));

        return row is null ? null : new NamedScript(FileName(row), row.Flag("is_active", otherwise: true));
    }

    /// <summary>The file of a script, without the folder in which loonflow keeps all of them.</summary>
    public static string FileName(SourceRow script) => ScriptFile.Named(script.Text("saved_name", int.MaxValue));
}
