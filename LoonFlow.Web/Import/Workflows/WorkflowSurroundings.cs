using System.Globalization;
using LoonFlow.Domain.Organization;

namespace LoonFlow.Web.Import.Workflows;

/// <summary>What a workflow of the dump refers to: rows taken in before, the people who are here now, and the dump's scripts.</summary>
internal sealed record WorkflowSurroundings(ImportedIds Ids, Company Company, SourceRows Source)
{
    private readonly Dictionary<string, string> _secrets = new(StringComparer.Ordinal);

    /// <summary>Tokens that the workflow being read signs its calls with, by the name that its document gives them.</summary>
    public IReadOnlyDictionary<string, string> Secrets => _secrets;

    /// <summary>Takes a token out of a state; its document only names it.</summary>
    public string? Keep(SourceRow state, string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"state-{state.Id}");
        _secrets[name] = token;

        return name;
    }

    public void ForgetSecrets() => _secrets.Clear();

    /// <summary>The row of a script by its id or by the name of its file; null when there is none.</summary>
    public SourceRow? Script(string named) =>
        long.TryParse(named, out var id)
            ? Source.Find(SourceTable.Scripts, id)
            : Source[SourceTable.Scripts].FirstOrDefault(row => string.Equals(FileName(row), ScriptFile(named), StringComparison.Ordinal));

    /// <summary>The file of a script, without the folder in which loonflow keeps all of them.</summary>
    public static string FileName(SourceRow script) => ScriptFile(script.Text("saved_name", int.MaxValue));

    public static string ScriptFile(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
