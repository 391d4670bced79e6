using System.Threading.RateLimiting;
using LoonFlow.Domain.Access;

namespace LoonFlow.Web.Api;

/// <summary>Counts the requests of each application that may not send as many as it likes.</summary>
internal sealed class ApiThrottle : IDisposable
{
    private const int SegmentsPerMinute = 6;

    // A changed limit is another partition: it counts from the start.
    private readonly PartitionedRateLimiter<Application> _requests = PartitionedRateLimiter.Create<Application, (ApplicationId, int?)>(application =>
        application.RequestsPerMinute is { } most
            ? RateLimitPartition.GetSlidingWindowLimiter(
                (application.Id, (int?)most),
                _ => new SlidingWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = SegmentsPerMinute })
            : RateLimitPartition.GetNoLimiter((application.Id, (int?)null)));

    public bool MayPass(Application application)
    {
        using var turn = _requests.AttemptAcquire(application);

        return turn.IsAcquired;
    }

    public void Dispose() => _requests.Dispose();
}
