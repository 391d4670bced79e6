namespace LoonFlow.Web.Identity;

/// <summary>What has become of a sign-in since it was made.</summary>
public enum Standing
{
    /// <summary>As it was.</summary>
    Good,

    /// <summary>The person may go on, but something that the sign-in says about them is no longer true.</summary>
    Outdated,

    /// <summary>The person has left, or the password was changed elsewhere.</summary>
    Over,
}
