namespace LoonFlow.Web.Identity;

/// <summary>What came of a user name and a password.</summary>
public abstract record PasswordAnswer
{
    private PasswordAnswer()
    {
    }

    public sealed record Right(UserAccount Account) : PasswordAnswer;

    /// <summary>Said of wrong passwords, unknown names and people who have left alike.</summary>
    public sealed record Wrong : PasswordAnswer;

    public sealed record LockedOut(DateTimeOffset Until) : PasswordAnswer;

    /// <summary>Too many wrong ones from one address, whoever was meant.</summary>
    public sealed record TooMany : PasswordAnswer;
}
