using Microsoft.AspNetCore.Identity;

namespace LoonFlow.Web.Identity;

/// <summary>
/// <c>LoonFlow.Web password USER</c>: gives someone a new password that lets them in once, to choose their own. For people
/// whose imported password was no hash, and for an administrator who locked themselves out.
/// </summary>
internal static class PasswordCommand
{
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

        var password = TemporaryPasswords.New();
        person.GiveTemporaryPassword(people.PasswordHasher.HashPassword(person, password));

        // The new stamp ends every session of theirs, and the update saves all of the above.
        await people.UpdateSecurityStampAsync(person);

        Console.WriteLine($"{person.Name} ({person.UserName}) signs in with {password} and then chooses a password of their own.");
        return 0;
    }
}
