using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Data.Rows;

namespace LoonFlow.Web.Features.Settings.Scripts;

/// <summary>Every way in which a script is not kept. Codes are stable; screens translate by code.</summary>
public static class ScriptSettingRefusals
{
    public static readonly Refusal NotFound = new(RefusalKind.NotFound, "script.not_found", "There is no such script.");

    public static readonly Refusal FormIncomplete = new(RefusalKind.Invalid, "script.form_incomplete", "The script is not complete.");

    public static readonly Refusal ChangedMeanwhile =
        new(RefusalKind.Conflict, "script.changed_meanwhile", "Somebody else has changed this script since you opened it; keep your text, open the script again, and make your changes there.");

    public static readonly Refusal StoredNameTaken = new(RefusalKind.Conflict, "script.stored_name_taken", "Another script is stored under this name; choose another one.");

    public static readonly Refusal InUse = new(RefusalKind.Conflict, "script.in_use", "A workflow runs this script; change the workflow first, or switch the script off.");

    public static FieldProblem Missing(string key) => new(key, "script.text_missing", "Please fill this in.");

    public static FieldProblem TooLong(string key, int longest) =>
        new(key, "script.text_too_long", $"At most {Number(longest)} characters.") { Arguments = [Number(longest)] };

    public static FieldProblem StoredNameMalformed(string key) =>
        new(key, "script.stored_name_malformed", $"A file's name of at most {StoredScript.MaxStoredNameLength} letters, digits, dots, hyphens and underscores, such as grant_access.py.");

    public static FieldProblem InterpreterUnknown(string key, string name) =>
        new(key, "script.interpreter_unknown", $"The setting Scripts:Interpreters names no interpreter “{name}”.") { Arguments = [name] };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
