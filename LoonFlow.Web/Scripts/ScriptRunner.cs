using System.Diagnostics;
using LoonFlow.Domain.Common;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Scripts;

/// <summary>Runs a script as a process of its own: limited in time, memory and output, and gone with all it started when it ends.</summary>
public sealed class ScriptRunner(IOptions<ScriptsOptions> options, ILogger<ScriptRunner> log) : IDisposable
{
    /// <summary>Whoever holds the output open after the script's end is not waited for longer.</summary>
    private static readonly TimeSpan GraceForOutput = TimeSpan.FromSeconds(1);

    private readonly ScriptStarter _starter = new();

    public async Task<ScriptRunResult> RunAsync(ScriptRequest request, CancellationToken ct)
    {
        if (!options.Value.Enabled)
        {
            return ScriptRunResult.Failed(ScriptRefusals.Disabled);
        }

        if (!options.Value.Commands.TryGetValue(request.Interpreter, out var command))
        {
            return ScriptRunResult.Failed(ScriptRefusals.InterpreterUnknown(request.Interpreter));
        }

        if (ScriptCommand.Find(command) is not { } interpreter)
        {
            return ScriptRunResult.Failed(ScriptRefusals.InterpreterMissing(command));
        }

        var mark = Guid.NewGuid().ToString("N");
        using var folder = new ScriptFolder(request.Run);
        using var process = new Process { StartInfo = ScriptCommand.For(request, interpreter, folder, mark, options.Value.MemoryLimit) };
        await _starter.StartAsync(process);
        log.LogInformation("Script run {Run} began as process {Process}", request.Run, process.Id);

        return await FinishAsync(process, request, mark, ct);
    }

    public void Dispose() => _starter.Dispose();

    private async Task<ScriptRunResult> FinishAsync(Process process, ScriptRequest request, string mark, CancellationToken ct)
    {
        using var pipes = new CancellationTokenSource();
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(ct);
        ends.CancelAfter(options.Value.TimeLimit);
        var (output, error) = (Output(ends.Cancel), Output(ends.Cancel));
        var floods = () => output.IsFlooded || error.IsFlooded;
        var reading = Task.WhenAll(
            output.ReadAsync(process.StandardOutput.BaseStream, pipes.Token),
            error.ReadAsync(process.StandardError.BaseStream, pipes.Token),
            WriteAsync(process, request.Input, pipes.Token));

        try
        {
            await process.WaitForExitAsync(ends.Token);
            await Task.WhenAny(reading, Task.Delay(GraceForOutput, CancellationToken.None));

            // One that was quicker than its end printed too much all the same.
            var problem = floods() ? ScriptRefusals.TooMuchOutput(options.Value.MostOutput) : Problem(process.ExitCode, error.ToString());

            return new ScriptRunResult(problem, output.ToString(), error.ToString());
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Only the limits are left as the reason.
            var limit = floods() ? ScriptRefusals.TooMuchOutput(options.Value.MostOutput) : ScriptRefusals.TimedOut(options.Value.TimeLimit);

            return new ScriptRunResult(limit, output.ToString(), error.ToString());
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            ScriptLeftovers.End(mark);
            await pipes.CancelAsync();
        }
    }

    private BoundedOutput Output(Action onFlood) => new(options.Value.OutputLimit, options.Value.MostOutput, onFlood);

    private static async Task WriteAsync(Process process, string input, CancellationToken ct)
    {
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), ct);
            process.StandardInput.Close();
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException)
        {
            // A script need not read what it is given.
        }
    }

    private static Refusal? Problem(int exitCode, string error) => exitCode switch
    {
        0 => null,

        // .NET tells a signal as the shell does.
        > 128 and < 193 when !OperatingSystem.IsWindows() => ScriptRefusals.Signalled(Signal(exitCode - 128)),
        _ when LastLine(error) is { Length: > 0 } said => said.StartsWith("MemoryError", StringComparison.Ordinal) ? ScriptRefusals.TooMuchMemory : ScriptRefusals.Failed(said),
        _ => ScriptRefusals.FailedSilently(exitCode),
    };

    private static string LastLine(string error)
    {
        var line = error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? string.Empty;

        return line.Length > 500 ? line[..500] + "…" : line;
    }

    private static string Signal(int number) => number switch
    {
        2 => "SIGINT (2)",
        6 => "SIGABRT (6)",
        9 => "SIGKILL (9)",
        11 => "SIGSEGV (11)",
        15 => "SIGTERM (15)",
        _ => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
