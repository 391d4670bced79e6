using System.Data.Common;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Applications;
using LoonFlow.Web.Features.Events;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Api;

/// <summary>Looks every ten minutes for what is kept of requests and no longer needed. Instances may do so at once.</summary>
internal sealed class ApiSweep(UseCases useCases, EventDesk events, IOptions<ApiOptions> options, TimeProvider clock, ILogger<ApiSweep> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var command = new RemoveOldRequests(clock.GetUtcNow() - options.Value.RepeatsKept);
                await useCases.RunAsync((RemoveOldRequestsHandler handler) => handler.HandleAsync(command, stoppingToken), stoppingToken);
                await events.SweepAsync(clock.GetUtcNow() - options.Value.EventsKept, stoppingToken);
            }
            catch (DbException exception)
            {
                // A job's edge: the database is away, and the next round tries again.
                log.LogWarning(exception, "What is kept of old requests and events could not be removed.");
            }
        }
    }
}
