using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Identity;

/// <summary>Locks names that do not exist as if they did; otherwise the lock would tell which names are real.</summary>
public sealed class StrangerLockouts(IOptions<IdentityOptions> options)
{
    /// <summary>Names are made up faster than they can be remembered.</summary>
    public const int MostNames = 10_000;

    private readonly LockoutOptions _lockout = options.Value.Lockout;
    private readonly Dictionary<string, (int Failures, DateTimeOffset? Until)> _names = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    public DateTimeOffset? LockedUntil(string name, DateTimeOffset now)
    {
        lock (_gate)
        {
            return _names.TryGetValue(name, out var entry) && entry.Until > now ? entry.Until : null;
        }
    }

    public void Count(string name, DateTimeOffset now)
    {
        if (name.Length > Domain.Organization.User.MaxUserNameLength)
        {
            return;
        }

        lock (_gate)
        {
            if (_names.Count >= MostNames)
            {
                _names.Clear();
            }

            var failures = _names.GetValueOrDefault(name).Failures + 1;
            _names[name] = failures >= _lockout.MaxFailedAccessAttempts ? (0, now + _lockout.DefaultLockoutTimeSpan) : (failures, null);
        }
    }
}
