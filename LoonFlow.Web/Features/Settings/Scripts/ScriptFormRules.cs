using LoonFlow.Domain.Common;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Scripts;

namespace LoonFlow.Web.Features.Settings.Scripts;

/// <summary>What a script must have to be kept. The keys of problems are those of the page's inputs.</summary>
internal static class ScriptFormRules
{
    public const int MaxContentLength = 1_000_000;

    public static IReadOnlyList<FieldProblem> Problems(SaveScript script, ScriptsOptions options) =>
    [
        .. Text("name", script.Name, StoredScript.MaxNameLength, isRequired: true),
        .. Text("description", script.Description, StoredScript.MaxDescriptionLength, isRequired: false),
        .. Text("content", script.Content, MaxContentLength, isRequired: true),
        .. script.Id is null && !IsFileName(script.StoredName.Trim()) ? [ScriptSettingRefusals.StoredNameMalformed("stored-name")] : Array.Empty<FieldProblem>(),
        .. options.Commands.ContainsKey(script.Interpreter) ? Array.Empty<FieldProblem>() : [ScriptSettingRefusals.InterpreterUnknown("interpreter", script.Interpreter)],
    ];

    /// <summary>Whether workflows can call a script by this: a file's name without a folder.</summary>
    public static bool IsFileName(string name) =>
        name.Length is > 0 and <= StoredScript.MaxStoredNameLength && name[0] is not '.' && name.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '-');

    private static IEnumerable<FieldProblem> Text(string key, string text, int longest, bool isRequired)
    {
        if (isRequired && string.IsNullOrWhiteSpace(text))
        {
            yield return ScriptSettingRefusals.Missing(key);
        }
        else if (text.Length > longest)
        {
            yield return ScriptSettingRefusals.TooLong(key, longest);
        }
    }
}
