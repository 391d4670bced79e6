using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Access;

/// <summary>Every way in which an application is turned down for what it is, not for what it asks. Codes are stable.</summary>
public static class ApplicationRefusals
{
    public static readonly Refusal WorkflowNotGranted =
        new(RefusalKind.Forbidden, "application.workflow_not_granted", "The application was not given this workflow.");

    public static readonly Refusal PersonNotGranted =
        new(RefusalKind.Forbidden, "application.person_not_granted", "The application may not act for this person, or there is no such active person.");

    public static readonly Refusal GrantMissing =
        new(RefusalKind.Forbidden, "application.grant_missing", "The application was not given the right to do this; an administrator can give it.");

    public static readonly Refusal SchemeNotAllowed =
        new(RefusalKind.Unproven, "application.scheme_not_allowed", "The application may not prove itself in this way; an administrator can allow it.");

    public static readonly Refusal AddressNotAllowed =
        new(RefusalKind.Unproven, "application.address_not_allowed", "The application may not call from this address.");

    public static readonly Refusal TooManyRequests =
        new(RefusalKind.TooMany, "application.too_many_requests", "The application has sent more requests than it may in a minute; wait and try again.");
}
