namespace LoonFlow.Web.Identity;

internal static class AccountPaths
{
    public const string All = "/account";
    public const string SignIn = "/account/sign-in";
    public const string SignOut = "/account/sign-out";
    public const string Password = "/account/password";
    public const string NotAllowed = "/not-allowed";

    public static string With(string page, string returnUrl) => $"{page}?returnUrl={Uri.EscapeDataString(returnUrl)}";
}
