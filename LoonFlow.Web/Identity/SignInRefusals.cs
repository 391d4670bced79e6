using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Identity;

/// <summary>Every way to be turned down when signing in without a page. Codes are stable.</summary>
public static class SignInRefusals
{
    /// <summary>Said of wrong passwords, unknown names and people who have left alike.</summary>
    public static readonly Refusal Wrong =
        new(RefusalKind.Invalid, "sign_in.wrong", "The user name or the password is wrong.");

    public static readonly Refusal LockedOut =
        new(RefusalKind.Conflict, "sign_in.locked_out", "Too many wrong passwords were given for this user name; try again in some minutes.");

    public static readonly Refusal TooMany =
        new(RefusalKind.Conflict, "sign_in.too_many", "Too many wrong passwords came from this address; try again later.");
}
