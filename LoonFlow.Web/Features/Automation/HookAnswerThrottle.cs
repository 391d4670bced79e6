using System.Net;
using System.Threading.RateLimiting;
using LoonFlow.Web.Identity;

namespace LoonFlow.Web.Features.Automation;

/// <summary>
/// Slows down whoever tries out addresses to answer at. Only wrong ones count and only wrong ones are turned away, because
/// all systems of a company may answer from one address.
/// </summary>
public sealed class HookAnswerThrottle : IDisposable
{
    internal const int Most = 30;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<IPAddress> _wrong = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        address => RateLimitPartition.GetSlidingWindowLimiter(
            Neighbourhood.Of(address),
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = Most, Window = Window, SegmentsPerWindow = 5 }));

    /// <summary>Counts a wrong address to answer at, and says whether that was not one too many.</summary>
    public bool MayTry(IPAddress? from)
    {
        using var turn = _wrong.AttemptAcquire(from ?? IPAddress.None);

        return turn.IsAcquired;
    }

    public void Dispose() => _wrong.Dispose();
}
