using Quartz;

namespace LoonFlow.Web.Timers;

/// <summary>Looks for timers that are due.</summary>
[DisallowConcurrentExecution]
internal sealed class DueTimersJob(DueTimers timers) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await timers.FireAsync(cancellationToken);
}
