using System.Collections.Concurrent;
using System.Diagnostics;

namespace LoonFlow.Tests.Crash;

/// <summary>A worker as the test sees it: what it wanted, what it confirmed, and the end that the test gives it.</summary>
internal sealed class CrashProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task _reading;
    private readonly Task<string> _errors;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private CrashProcess(Process process)
    {
        _process = process;
        _reading = Task.Run(ReadAsync);
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>By token; the worker may be killed before it says what came of one.</summary>
    public ConcurrentDictionary<string, CrashAttempt> Wanted { get; } = new();

    public ConcurrentQueue<string> Confirmed { get; } = new();

    public ConcurrentQueue<string> Refused { get; } = new();

    public static async Task<CrashProcess> StartAsync(string connectionString, Uri receiver, string run, IEnumerable<CrashAttempt> unanswered)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(typeof(CrashProcess).Assembly.Location);
        start.ArgumentList.Add("crash-worker");
        start.ArgumentList.Add(receiver.ToString());
        start.ArgumentList.Add(run);
        start.Environment[CrashWorker.Database] = connectionString;

        // It never lives long enough to earn back what profiling costs.
        start.Environment["DOTNET_TieredPGO"] = "0";

        var process = new CrashProcess(Process.Start(start)!);

        foreach (var attempt in unanswered)
        {
            await process._process.StandardInput.WriteLineAsync(attempt.ToString());
        }

        await process._process.StandardInput.WriteLineAsync();
        await process._process.StandardInput.FlushAsync();

        return process;
    }

    /// <summary>Waits until it is under load; a worker that ends by itself fails the test with what it had to say.</summary>
    public async Task ReadyAsync()
    {
        if (await Task.WhenAny(_ready.Task, _process.WaitForExitAsync(), Task.Delay(TimeSpan.FromMinutes(3))) != _ready.Task)
        {
            _process.Kill();
            Assert.Fail($"The worker never came to work: {await _errors}");
        }
    }

    /// <summary>Waits until it confirmed so many decisions, but not longer than given.</summary>
    public async Task ConfirmedAsync(int decisions, TimeSpan atMost)
    {
        for (var waited = Stopwatch.StartNew(); Confirmed.Count < decisions && waited.Elapsed < atMost;)
        {
            await Task.Delay(1);
        }
    }

    /// <summary>SIGKILL: nothing in it runs any more.</summary>
    public async Task KillAsync()
    {
        Assert.False(_process.HasExited, _process.HasExited ? await _errors : null);
        _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
    }

    public async Task EndAsync()
    {
        await _process.WaitForExitAsync();
        await _reading;
        Assert.True(_process.ExitCode == 0, $"The last worker ended with {_process.ExitCode}: {await _errors}");
    }

    public void Dispose() => _process.Dispose();

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            // A line without its full stop was cut off by the kill.
            if (!line.EndsWith(" .", StringComparison.Ordinal))
            {
                continue;
            }

            var (word, rest) = (line.Split(' ')[0], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..^1].TrimEnd());

            switch (word)
            {
                case "ready":
                    _ready.TrySetResult();
                    break;
                case "want":
                    var attempt = CrashAttempt.Parse(rest);
                    Wanted[attempt.Token] = attempt;
                    break;
                case "done":
                    Confirmed.Enqueue(rest);
                    break;
                case "refused":
                    Refused.Enqueue(rest);
                    break;
            }
        }
    }
}
