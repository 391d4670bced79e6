using System.Data.Common;

namespace LoonFlow.Web.Features.Notices;

/// <summary>Sends the mails of the day when they are due, and forgets old notices.</summary>
internal sealed class NoticeRounds(UseCases useCases, TimeProvider clock, ILogger<NoticeRounds> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);

        do
        {
            try
            {
                while (await useCases.RunAsync((SendDigestsHandler handler) => handler.HandleAsync(stoppingToken), stoppingToken) is { Succeeded: true, Value: SendDigests.AtOnce })
                {
                }

                await useCases.RunAsync((RemoveOldNoticesHandler handler) => handler.HandleAsync(stoppingToken), stoppingToken);
            }
            catch (Exception exception) when (exception is DbException or Microsoft.EntityFrameworkCore.DbUpdateException)
            {
                // A job's edge: the database is away, or another instance was first; the next minute tries again.
                log.LogWarning(exception, "The mails of the day could not be sent.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
