namespace LoonFlow.Web.Features.Account;

/// <summary>Why somebody finds themselves on the sign-in page; known words only, since they stand in the address.</summary>
internal static class SignInNotes
{
    public const string SignedOut = "signed-out";
    public const string Ended = "ended";
    public const string Again = "again";
}
