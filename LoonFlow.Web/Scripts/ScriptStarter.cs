using System.Collections.Concurrent;
using System.Diagnostics;

namespace LoonFlow.Web.Scripts;

/// <summary>
/// Starts programs from one thread that lives as long as LoonFlow: the kernel ends a child that asked for it together
/// with the thread that started it, and threads of the pool come and go.
/// </summary>
internal sealed class ScriptStarter : IDisposable
{
    private readonly BlockingCollection<Action> _starts = [];

    public ScriptStarter() => new Thread(Work) { IsBackground = true, Name = "Scripts" }.Start();

    public Task StartAsync(Process process)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _starts.Add(() =>
        {
            try
            {
                process.Start();
                started.SetResult();
            }
            catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or InvalidOperationException)
            {
                // The caller is told on its own thread.
                started.SetException(failure);
            }
        });

        return started.Task;
    }

    public void Dispose() => _starts.CompleteAdding();

    private void Work()
    {
        foreach (var start in _starts.GetConsumingEnumerable())
        {
            start();
        }
    }
}
