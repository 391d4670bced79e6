using LoonFlow.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Identity;

/// <summary>
/// Whether a user name and a password belong together. A name that does not exist behaves in every way like one that
/// does: it costs as much, and it is locked after as many failures.
/// </summary>
public sealed class PasswordCheck(
    LoonFlowDb db,
    ILookupNormalizer names,
    IPasswordHasher<UserAccount> hasher,
    StrangerLockouts strangers,
    IOptions<IdentityOptions> options,
    TimeProvider clock)
{
    /// <summary>Longer ones are refused when chosen, so that none has to be hashed when tried.</summary>
    public const int MaxPasswordLength = 200;

    private static string? _decoy;

    private readonly LockoutOptions _lockout = options.Value.Lockout;

    public async Task<PasswordAnswer> CheckAsync(string userName, string password, CancellationToken ct)
    {
        var name = names.NormalizeName(userName.Trim());
        var now = clock.GetUtcNow();
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.NormalizedUserName == name, ct);
        var id = account?.Id ?? 0;

        if ((account is null ? strangers.LockedUntil(name, now) : account.LockoutEnd) is { } until && until > now)
        {
            return new PasswordAnswer.LockedOut(until);
        }

        // Counted before the password is looked at: guesses sent side by side must not slip past the limit.
        var counted = await CountAsync(id, now, ct);

        if (account is null)
        {
            strangers.Count(name, now);
        }

        if ((counted || account is null) && Fits(account, password) is { } fit)
        {
            await ForgetFailuresAsync(id, fit is PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(account!, password) : null, ct);

            return new PasswordAnswer.Right(account!);
        }

        var lockedUntil = account is null
            ? strangers.LockedUntil(name, now)
            : await db.Users.Where(user => user.Id == id).Select(user => user.LockoutEnd).SingleOrDefaultAsync(ct);

        return lockedUntil is { } end && end > now ? new PasswordAnswer.LockedOut(end) : new PasswordAnswer.Wrong();
    }

    /// <summary>Counts one more failure, the last of which locks; false when somebody else's did so meanwhile.</summary>
    private async Task<bool> CountAsync(long id, DateTimeOffset now, CancellationToken ct)
    {
        var most = _lockout.MaxFailedAccessAttempts;
        DateTimeOffset? until = now + _lockout.DefaultLockoutTimeSpan;

        var counted = await db.Users
            .Where(user => user.Id == id && (user.LockoutEnd == null || user.LockoutEnd <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(user => user.LockoutEnd, user => user.AccessFailedCount + 1 >= most ? until : null)
                    .SetProperty(user => user.AccessFailedCount, user => user.AccessFailedCount + 1 >= most ? 0 : user.AccessFailedCount + 1),
                ct);

        return counted > 0;
    }

    private PasswordVerificationResult? Fits(UserAccount? account, string password)
    {
        var maySignIn = account is { IsActive: true, PasswordHash: not null }
            && !ReservedUserNames.Contains(account.UserName)
            && password.Length <= MaxPasswordLength;

        // Something is always verified, so that the time taken tells nothing.
        _decoy ??= hasher.HashPassword(new UserAccount(), Guid.NewGuid().ToString());
        var fit = hasher.VerifyHashedPassword(
            account ?? new UserAccount(),
            maySignIn ? account!.PasswordHash! : _decoy,
            password.Length <= MaxPasswordLength ? password : string.Empty);

        return maySignIn && fit is not PasswordVerificationResult.Failed ? fit : null;
    }

    private Task<int> ForgetFailuresAsync(long id, string? upgradedHash, CancellationToken ct) =>
        db.Users.Where(user => user.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(user => user.AccessFailedCount, 0)
                .SetProperty(user => user.LockoutEnd, (DateTimeOffset?)null)
                .SetProperty(user => user.PasswordHash, user => upgradedHash ?? user.PasswordHash),
            ct);
}
