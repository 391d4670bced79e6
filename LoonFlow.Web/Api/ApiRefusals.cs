using System.Globalization;
using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Api;

/// <summary>Every way in which a request to the API is turned down before anybody looks at what it wants. Codes are stable.</summary>
public static class ApiRefusals
{
    public static readonly Refusal NothingHere =
        new(RefusalKind.NotFound, "api.nothing_here", "There is nothing at this address; see /api/docs.");

    public static readonly Refusal MethodNotAllowed =
        new(RefusalKind.Invalid, "api.method_not_allowed", "This address does not take this method; see /api/docs.");

    public static readonly Refusal CallerMissing =
        new(RefusalKind.Unproven, "api.caller_missing", "Say who calls: with the headers appname, timestamp, signature and username, with a bearer token, or signed in.");

    public static readonly Refusal CallerUnknown =
        new(RefusalKind.Unproven, "api.caller_unknown", "There is no application of this name, or it is switched off.");

    public static readonly Refusal SignatureWrong =
        new(RefusalKind.Unproven, "api.signature_wrong", "The signature does not fit the request and the application's secret.");

    public static readonly Refusal TimestampMalformed =
        new(RefusalKind.Unproven, "api.timestamp_malformed", "The header timestamp takes the seconds since 1970 as digits.");

    public static readonly Refusal TimestampStale =
        new(RefusalKind.Unproven, "api.timestamp_stale", "The time of the request is more than 120 seconds away from the server's; set the clock right.");

    public static readonly Refusal NonceMissing =
        new(RefusalKind.Unproven, "api.nonce_missing", "A signed request bears a nonce of 1 to 100 characters that was never used before.");

    public static readonly Refusal NonceReplayed =
        new(RefusalKind.Unproven, "api.nonce_replayed", "A request with this nonce was received before.");

    public static readonly Refusal TokenWrong =
        new(RefusalKind.Unproven, "api.token_wrong", "The token is not known, has expired or was revoked.");

    public static readonly Refusal PasswordChangeDue =
        new(RefusalKind.Forbidden, "api.password_change_due", "Sign in in the browser and choose a password of your own first.");

    public static readonly Refusal AntiforgeryMissing =
        new(RefusalKind.Forbidden, "api.antiforgery_missing", "A signed-in browser sends the antiforgery token with every change, in the header RequestVerificationToken.");

    public static readonly Refusal ScopeMissing =
        new(RefusalKind.Forbidden, "api.scope_missing", "The personal token was not made for this; make one with the scope that it needs.");

    public static readonly Refusal PersonMissing =
        new(RefusalKind.Invalid, "api.person_missing", "Name the person for whom you act in the header username.");

    public static readonly Refusal BodyMissing =
        new(RefusalKind.Invalid, "api.body_missing", "The request needs a JSON object as its body; an empty one is written {}.");

    public static readonly Refusal BodyMalformed =
        new(RefusalKind.Invalid, "api.body_malformed", "The body is not a JSON object in UTF-8.");

    public static readonly Refusal FormMissing =
        new(RefusalKind.Invalid, "api.form_missing", "The request needs a form with parts (multipart/form-data) as its body.");

    public static readonly Refusal MembersWrong =
        new(RefusalKind.Invalid, "api.members_wrong", "Some parameters are missing or wrong.");

    public static readonly Refusal KeyMalformed =
        new(RefusalKind.Invalid, "api.key_malformed", "An Idempotency-Key has 1 to 100 visible characters.");

    public static readonly Refusal KeyReused =
        new(RefusalKind.Conflict, "api.key_reused", "This Idempotency-Key was used for another request; take a new one.");

    public static readonly Refusal HeaderMalformed =
        new(RefusalKind.Invalid, "api.header_malformed", "A header holds characters that it may not.");

    public static readonly Refusal Failed =
        new(RefusalKind.Conflict, "api.failed", "Something went wrong on the server and was written down there; nothing was changed. Try again later.");

    public static Refusal BodyTooLarge(int limit) =>
        new Refusal(RefusalKind.Invalid, "api.body_too_large", $"The body is larger than {Number(limit)} bytes.").With(Number(limit));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
