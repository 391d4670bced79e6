using System.Globalization;
using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Scripts;

/// <summary>Every way in which a script does not run, or not to its end. Codes are stable; screens translate by code.</summary>
public static class ScriptRefusals
{
    public static readonly Refusal Disabled = new(
        RefusalKind.Conflict, "script.disabled", "Scripts are switched off on this server. An administrator can switch them on with the setting Scripts:Enabled.");

    public static readonly Refusal TooMuchMemory = new(
        RefusalKind.Invalid, "script.too_much_memory", "The script needed more memory than the setting Scripts:MemoryLimit allows.");

    public static Refusal Missing(string name) =>
        new Refusal(RefusalKind.Invalid, "script.missing", $"There is no script “{name}”. Upload it under Settings, or choose another in the workflow.").With(name);

    public static Refusal Inactive(string name) =>
        new Refusal(RefusalKind.Conflict, "script.inactive", $"The script “{name}” is not active. An administrator can activate it under Settings.").With(name);

    public static Refusal InterpreterUnknown(string name) => new Refusal(
        RefusalKind.Invalid, "script.interpreter_unknown", $"The setting Scripts:Interpreters names no interpreter “{name}”.").With(name);

    public static Refusal InterpreterMissing(string command) => new Refusal(
        RefusalKind.Invalid, "script.interpreter_missing", $"“{command}”, which should run the script, is not installed on this server.").With(command);

    public static Refusal TimedOut(TimeSpan limit) =>
        new Refusal(RefusalKind.Invalid, "script.timed_out", $"The script did not end within {Seconds(limit)} seconds and was stopped.").With(Seconds(limit));

    public static Refusal TooMuchOutput(int most) => new Refusal(
        RefusalKind.Invalid,
        "script.too_much_output",
        $"The script printed more than the {Number(most / 1_048_576)} MB that the setting Scripts:MostOutput allows, and was stopped.").With(Number(most / 1_048_576));

    public static Refusal Signalled(string signal) =>
        new Refusal(RefusalKind.Invalid, "script.signalled", $"The script was ended by the signal {signal}.").With(signal);

    public static Refusal Failed(string error) => new Refusal(RefusalKind.Invalid, "script.failed", $"The script failed: {error}").With(error);

    public static Refusal FailedSilently(int exitCode) => new Refusal(
        RefusalKind.Invalid, "script.failed_silently", $"The script failed with exit code {Number(exitCode)} and said nothing.").With(Number(exitCode));

    private static string Seconds(TimeSpan limit) => limit.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
