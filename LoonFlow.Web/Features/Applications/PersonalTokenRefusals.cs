using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Features.Applications;

/// <summary>Every way in which a person's own token is not made or revoked. Codes are stable; screens translate by code.</summary>
public static class PersonalTokenRefusals
{
    public static readonly Refusal NotOwn =
        new(RefusalKind.Forbidden, "token.not_own", "Only a person who is signed in makes and revokes tokens of their own.");

    public static readonly Refusal NotValid =
        new(RefusalKind.Invalid, "token.not_valid", "Some fields are missing or wrong.");

    public static readonly Refusal TooMany =
        new(RefusalKind.Conflict, "token.too_many", "A person may have 20 tokens at once; revoke one that is not needed any more.");

    public static readonly Refusal Unknown =
        new(RefusalKind.NotFound, "token.unknown", "There is no such token; it may have been revoked meanwhile.");
}
