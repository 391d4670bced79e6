using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace LoonFlow.Web.Identity;

/// <summary>
/// <c>LoonFlow.Web password USER</c>: gives someone a new password that lets them in once, to choose their own. For people
/// whose imported password was no hash, and for an administrator who locked themselves out.
/// </summary>
internal static class PasswordCommand
{
    private const int Length = 12;

    // Nothing that is mistaken for something else when read out.
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <returns>The program's exit code.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string userName)
    {
        await using var scope = services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();

        if (await people.FindByNameAsync(userName) is not { IsActive: true } person)
        {
            await Console.Error.WriteLineAsync($"There is no active person with the user name “{userName}”.");
            return 1;
        }

        var password = RandomNumberGenerator.GetString(Signs, Length);
        person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
        person.MustChangePassword = true;
        person.LockoutEnd = null;
        person.AccessFailedCount = 0;

        // The new stamp ends every session of theirs, and the update saves all of the above.
        await people.UpdateSecurityStampAsync(person);

        Console.WriteLine($"{person.Name} ({person.UserName}) signs in with {password} and then chooses a password of their own.");
        return 0;
    }
}
