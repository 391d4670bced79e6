using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace LoonFlow.Web.Identity;

/// <summary>Signs people in: takes their turn, checks the password, hands out the cookie.</summary>
public sealed class SignInDesk(
    SignInThrottle throttle,
    PasswordCheck passwords,
    SignInManager<UserAccount> cookies,
    TimeProvider clock,
    ILogger<SignInDesk> log)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(14);

    public async Task<PasswordAnswer> SignInAsync(string userName, string password, bool keep, IPAddress? from, CancellationToken ct)
    {
        var answer = await CheckAsync(userName, password, from, ct);

        if (answer is PasswordAnswer.Right { Account: var account })
        {
            await cookies.SignInAsync(account, keep ? Kept(clock.GetUtcNow()) : new AuthenticationProperties());
            log.LogInformation("Person {Id} signed in from {Address}", account.Id, from);
        }

        return answer;
    }

    /// <summary>Checks without signing in, under the same limits: whoever finds an open screen may not guess either.</summary>
    public async Task<PasswordAnswer> CheckAsync(string userName, string password, IPAddress? from, CancellationToken ct)
    {
        var address = from ?? IPAddress.None;
        using var turn = await throttle.TakeTurnAsync(address, ct);

        if (turn is null)
        {
            log.LogWarning("Too many wrong passwords from {Address}", address);

            return new PasswordAnswer.TooMany();
        }

        var answer = await passwords.CheckAsync(userName, password, ct);

        if (answer is not PasswordAnswer.Right)
        {
            // Not the name: people type their password there.
            throttle.CountFailure(address);
            log.LogInformation("A sign-in from {Address} was turned down: {Answer}", address, answer.GetType().Name);
        }

        return answer;
    }

    private static AuthenticationProperties Kept(DateTimeOffset now) => new() { IsPersistent = true, IssuedUtc = now, ExpiresUtc = now + KeptFor };
}
