using LoonFlow.Domain.Organization;

namespace LoonFlow.Web.Import.Workflows;

/// <summary>What a workflow of the dump refers to: rows taken in before, the people who are here now, and the dump's scripts.</summary>
internal sealed record WorkflowSurroundings(ImportedIds Ids, Company Company, SourceRows Source)
{
    /// <summary>The row of a script by its id or by the name of its file; null when there is none.</summary>
    public SourceRow? Script(string named) =>
        long.TryParse(named, out var id)
            ? Source.Find(SourceTable.Scripts, id)
            : Source[SourceTable.Scripts].FirstOrDefault(row => string.Equals(FileName(row), ScriptFile(named), StringComparison.Ordinal));

    /// <summary>The file of a script, without the folder in which loonflow keeps all of them.</summary>
    public static string FileName(SourceRow script) => ScriptFile(script.Text("saved_name", int.MaxValue));

    public static string ScriptFile(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
