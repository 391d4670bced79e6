namespace LoonFlow.Web.Features.Account;

/// <summary>What the sign-in page sends.</summary>
public sealed class SignInForm
{
    public string? UserName { get; set; }

    public string? Password { get; set; }

    public bool Keep { get; set; }

    /// <summary>The person of the demo whose button was pressed, by user name.</summary>
    public string? As { get; set; }
}
