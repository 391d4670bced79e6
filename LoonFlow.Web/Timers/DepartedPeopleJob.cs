using Quartz;

namespace LoonFlow.Web.Timers;

/// <summary>Looks for tickets that wait for people who are gone.</summary>
[DisallowConcurrentExecution]
internal sealed class DepartedPeopleJob(DepartedPeople departed) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await departed.ReconsiderAsync(cancellationToken);
}
