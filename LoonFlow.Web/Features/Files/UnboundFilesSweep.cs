using System.Data.Common;

namespace LoonFlow.Web.Features.Files;

/// <summary>Looks every hour for uploads that were never sent.</summary>
internal sealed class UnboundFilesSweep(UseCases useCases, TimeProvider clock, ILogger<UnboundFilesSweep> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while ((await useCases.RunAsync((RemoveUnboundFilesHandler handler) => handler.HandleAsync(stoppingToken), stoppingToken)) is { Succeeded: true, Value: RemoveUnboundFiles.AtOnce })
                {
                }
            }
            catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
            {
                // A job's edge: the database or the disk is away, and the next hour tries again.
                log.LogWarning(exception, "Uploads that were never sent could not be removed.");
            }
        }
    }
}
