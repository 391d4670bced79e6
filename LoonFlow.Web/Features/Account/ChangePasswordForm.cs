namespace LoonFlow.Web.Features.Account;

/// <summary>What the password page sends.</summary>
public sealed class ChangePasswordForm
{
    public string? Current { get; set; }

    public string? New { get; set; }

    public string? Again { get; set; }
}
