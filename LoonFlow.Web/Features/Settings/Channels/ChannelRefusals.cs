using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Data.Rows;

namespace LoonFlow.Web.Features.Settings.Channels;

/// <summary>Every way in which a channel is not changed. Codes are stable; screens translate by code.</summary>
public static class ChannelRefusals
{
    public static readonly Refusal NotAllowed = new(RefusalKind.Forbidden, "channel.not_allowed", "Only administrators change channels.");

    public static readonly Refusal Unknown = new(RefusalKind.NotFound, "channel.unknown", "There is no such channel; it may have been removed meanwhile.");

    public static readonly Refusal NotValid = new(RefusalKind.Invalid, "channel.not_valid", "Some fields are missing or wrong.");

    public static readonly Refusal ScriptNotRun = new(
        RefusalKind.Invalid, "channel.script_not_run", "LoonFlow runs no scripts for notices; register an address instead, as JSON with name, hook_url and hook_token.");

    public static readonly Refusal NoOwnAddress = new(
        RefusalKind.Invalid, "mail.no_own_address", "Your account has no e-mail address to send a test mail to.");

    internal static FieldProblem KindWrong => new("kind", "channel.kind_wrong", "Choose a kind of channel: Webhook, WeCom, DingTalk or Feishu.");

    internal static FieldProblem NameMissing => new("name", "channel.name_missing", "Give the channel a name.");

    internal static FieldProblem NameTooLong => TooLong("name", "channel.name_too_long", NoticeChannelRow.MaxNameLength);

    internal static FieldProblem UrlMissing => new("url", "channel.url_missing", "Enter the address.");

    internal static FieldProblem UrlWrong => new("url", "channel.url_wrong", "Enter a whole address that begins with https:// or http://.");

    internal static FieldProblem SecretTooLong => TooLong("secret", "channel.secret_too_long", SaveChannel.MaxSecretLength);

    private static FieldProblem TooLong(string key, string code, int limit) =>
        new(key, code, $"At most {limit} characters.") { Arguments = [limit.ToString(CultureInfo.InvariantCulture)] };
}
