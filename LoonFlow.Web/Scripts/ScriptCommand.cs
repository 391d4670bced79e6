using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LoonFlow.Web.Scripts;

/// <summary>How a script is started: in an environment that holds nothing of ours, within limits, and to end when LoonFlow is killed.</summary>
internal static class ScriptCommand
{
    private static readonly string[] Kept = ["PATH", "LANG", "LC_ALL", "TZ", "SystemRoot", "PATHEXT"];

    /// <summary>The program's file; null when it is not there.</summary>
    public static string? Find(string command)
    {
        if (command.Contains('/', StringComparison.Ordinal) || Path.IsPathRooted(command))
        {
            return File.Exists(command) ? command : null;
        }

        string[] endings = OperatingSystem.IsWindows() ? [".exe", string.Empty] : [string.Empty];

        return (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, command + ending)))
            .FirstOrDefault(File.Exists);
    }

    public static ProcessStartInfo For(ScriptRequest request, string interpreter, ScriptFolder folder, string mark, long memoryLimit)
    {
        var script = folder.Write("script" + (PythonPrelude.Fits(interpreter) ? ".py" : string.Empty), request.Content);
        string[] run = PythonPrelude.Fits(interpreter) ? [interpreter, folder.Write("prelude.py", PythonPrelude.Text), script] : [interpreter, script];
        string[] all = [.. Limits(memoryLimit), .. run];

        var start = new ProcessStartInfo(all[0], all[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            WorkingDirectory = folder.Path,
        };
        Surround(start.Environment, request, folder, mark);

        return start;
    }

    private static IEnumerable<string> Limits(long memoryLimit)
    {
        if (OperatingSystem.IsWindows())
        {
            return [];
        }

        // In kilobytes; a system without this limit goes on without. The shell becomes the program, so nothing lies between.
        var memory = memoryLimit == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"ulimit -v {memoryLimit / 1024} 2>/dev/null; ");
        string[] shell = ["/bin/sh", "-c", $"ulimit -c 0; {memory}exec \"$@\"", "script"];

        return Find("setpriv") is { } setpriv ? [.. shell, setpriv, "--pdeathsig", "KILL", "--"] : shell;
    }

    private static void Surround(IDictionary<string, string?> environment, ScriptRequest request, ScriptFolder folder, string mark)
    {
        var kept = Kept.Where(environment.ContainsKey).ToDictionary(name => name, name => environment[name], StringComparer.Ordinal);
        environment.Clear();

        foreach (var (name, value) in kept)
        {
            environment[name] = value;
        }

        foreach (var name in (string[])["HOME", "TMPDIR", "TMP", "TEMP"])
        {
            environment[name] = folder.Path;
        }

        environment["PYTHONIOENCODING"] = "utf-8";
        environment["PYTHONDONTWRITEBYTECODE"] = "1";
        environment["LOONFLOW_RUN_ID"] = request.Run;
        environment[ScriptLeftovers.Mark] = mark;
    }
}
