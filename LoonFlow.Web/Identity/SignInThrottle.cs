using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Identity;

/// <summary>
/// Slows down whoever tries many names from one address. Only failures count, because an office signs in from one
/// address too; and few are looked at side by side, because each costs some work.
/// </summary>
public sealed class SignInThrottle : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> _failures;
    private readonly PartitionedRateLimiter<IPAddress> _turns;

    public SignInThrottle(IOptions<SignInOptions> options)
    {
        _failures = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetSlidingWindowLimiter(
            Neighbourhood.Of(address),
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = options.Value.FailuresPerAddress,
                Window = TimeSpan.FromMinutes(5),
                SegmentsPerWindow = 5,
            }));

        _turns = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetConcurrencyLimiter(
            Neighbourhood.Of(address),
            _ => new ConcurrencyLimiterOptions { PermitLimit = 4, QueueLimit = 100 }));
    }

    /// <summary>A turn to try a password, kept until it is disposed; null when this address has to wait.</summary>
    public async ValueTask<IDisposable?> TakeTurnAsync(IPAddress address, CancellationToken ct)
    {
        var turn = await _turns.AcquireAsync(address, 1, ct);

        if (turn.IsAcquired)
        {
            // Asking for no permit tells whether one is left.
            using var left = _failures.AttemptAcquire(address, 0);

            if (left.IsAcquired)
            {
                return turn;
            }
        }

        turn.Dispose();

        return null;
    }

    public void CountFailure(IPAddress address) => _failures.AttemptAcquire(address).Dispose();

    public void Dispose()
    {
        _failures.Dispose();
        _turns.Dispose();
    }
}
