using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Features.Applications;

/// <summary>Every way in which an application or a token is not changed. Codes are stable; screens translate by code.</summary>
public static class ApplicationSettingRefusals
{
    public static readonly Refusal Unknown =
        new(RefusalKind.NotFound, "application.unknown", "There is no such application; it may have been removed meanwhile.");

    public static readonly Refusal NotValid =
        new(RefusalKind.Invalid, "application.not_valid", "Some fields are missing or wrong.");

    public static readonly Refusal ChangedMeanwhile =
        new(RefusalKind.Conflict, "application.changed_meanwhile", "Somebody else changed the application meanwhile; look again and decide anew.");

    public static readonly Refusal SecretUnknown =
        new(RefusalKind.NotFound, "application.secret_unknown", "There is no such secret; it may have been revoked meanwhile.");

    public static readonly Refusal TooManySecrets =
        new(RefusalKind.Conflict, "application.too_many_secrets", "Two secrets of a kind may be good at once; revoke one first.");

    public static readonly Refusal ExpiryWrong =
        new(RefusalKind.Invalid, "application.expiry_wrong", "Choose a day to come, within the next ten years.");
}
