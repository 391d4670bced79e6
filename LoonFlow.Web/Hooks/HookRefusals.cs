using System.Globalization;
using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Hooks;

/// <summary>Every way in which a call to another system fails. Codes are stable; screens translate by code.</summary>
public static class HookRefusals
{
    public static readonly Refusal TooLarge =
        new(RefusalKind.Invalid, "hook.answer_too_large", $"The answer was larger than {HookClient.MaxAnswer / 1024} KB and was not read to its end.");

    public static readonly Refusal NotJson =
        new(RefusalKind.Invalid, "hook.answer_not_json", "The answer was not JSON. A hook answers with an object that has “code” and “msg”.");

    public static readonly Refusal CodeMissing =
        new(RefusalKind.Invalid, "hook.code_missing", "The answer has no “code”. A hook answers with code 0 when it agrees, and another number when it does not.");

    public static Refusal Declined(int code, string message) =>
        new Refusal(RefusalKind.Invalid, "hook.declined", $"The other system declined with code {Number(code)}: {message}").With(Number(code), message);

    public static Refusal SecretMissing(string name) => new Refusal(
        RefusalKind.Invalid, "hook.secret_missing", $"The secret “{name}”, which should sign the call, was never entered for this workflow.").With(name);

    public static Refusal UrlMalformed(string url) =>
        new Refusal(RefusalKind.Invalid, "hook.url_malformed", $"“{url}” is not an address that begins with http:// or https://.").With(url);

    public static Refusal PrivateAddress(string host) => new Refusal(
        RefusalKind.Invalid,
        "hook.private_address",
        $"{host} lies in a private network and is not called. An administrator can allow that with the setting Hooks:AllowPrivateAddresses.").With(host);

    public static Refusal TimedOut(string host, TimeSpan limit) =>
        new Refusal(RefusalKind.Invalid, "hook.timed_out", $"{host} did not answer within {Seconds(limit)} seconds.").With(host, Seconds(limit));

    public static Refusal Unreachable(string host, string reason) =>
        new Refusal(RefusalKind.Invalid, "hook.unreachable", $"{host} could not be reached: {reason}").With(host, reason);

    public static Refusal Redirected(string host) =>
        new Refusal(RefusalKind.Invalid, "hook.redirected", $"{host} sent the call on to another address, which is not followed. Enter the final address.").With(host);

    public static Refusal WrongStatus(string host, int status) => new Refusal(
        RefusalKind.Invalid, "hook.wrong_status", $"{host} answered with HTTP status {Number(status)} instead of success.").With(host, Number(status));

    private static string Seconds(TimeSpan limit) => limit.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
