using Microsoft.AspNetCore.Identity;

namespace LoonFlow.Web.Identity;

/// <summary>The engine acts as "loonrobot" towards callers; nobody else may bear that name or sign in with it.</summary>
internal sealed class ReservedUserNames : IUserValidator<UserAccount>
{
    public const string Engine = "loonrobot";

    public static bool Contains(string? userName) => string.Equals(userName, Engine, StringComparison.OrdinalIgnoreCase);

    public Task<IdentityResult> ValidateAsync(UserManager<UserAccount> manager, UserAccount user) => Task.FromResult(
        Contains(user.UserName) ? IdentityResult.Failed(manager.ErrorDescriber.InvalidUserName(user.UserName)) : IdentityResult.Success);
}
