using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace LoonFlow.Web.Data.Embedded;

/// <summary>How a finished program ended and what it said.</summary>
internal sealed record ProgramRun(int ExitCode, string Output)
{
    private static readonly TimeSpan GraceForOutput = TimeSpan.FromMilliseconds(500);

    public bool Succeeded => ExitCode == 0;

    public static async Task<ProgramRun> RunAsync(string program, IEnumerable<string> arguments, ProgramSurroundings surroundings, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = surroundings.Folder,
        };
        surroundings.ApplyTo(start.Environment);

        var output = new StringBuilder();
        var exited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        using var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.Exited += (_, _) => exited.TrySetResult();
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);

        try
        {
            process.Start();
        }
        catch (Win32Exception missing)
        {
            // Not there, or not to be run on this machine: the caller tries the next or says so.
            return new ProgramRun(-1, missing.Message);
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        await using (ct.Register(() => process.Kill(entireProcessTree: true)))
        {
            await exited.Task;
        }

        ct.ThrowIfCancellationRequested();

        // On Windows a server that was started inherits the pipe, so its end may never come.
        await Task.WhenAny(process.WaitForExitAsync(CancellationToken.None), Task.Delay(GraceForOutput, CancellationToken.None));

        lock (output)
        {
            return new ProgramRun(process.ExitCode, output.ToString().Trim());
        }

        void Append(string? line)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }
    }
}
