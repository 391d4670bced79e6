using System.Globalization;
using System.Text.Json;
using LoonFlow.Web.Hooks;

namespace LoonFlow.Web.Notifiers;

/// <summary>Speaks to robots of chat groups, which answer every call with HTTP status 200 and say in their JSON whether they did it.</summary>
public sealed class RobotCalls(HookClient hooks)
{
    /// <summary>The names under which robots say that all is well (0) or not: WeCom and DingTalk, Feishu, Feishu of old.</summary>
    private static readonly string[] CodeNames = ["errcode", "code", "StatusCode"];

    private static readonly string[] MessageNames = ["errmsg", "msg", "StatusMessage"];

    internal async Task PostAsync(NoticeChannel channel, string url, object content, CancellationToken ct)
    {
        var reply = await hooks.CallAsync(new HookRequest(url, RobotJson.Of(content)), ct);

        if (reply.Problem is { } problem)
        {
            throw new NoticeNotDeliveredException(problem == HookRefusals.NotJson ? DeliveryRefusals.NotARobot(channel.Host) : problem);
        }

        var code = CodeNames.Select(name => Text(reply.Json!.Value, name)).FirstOrDefault(text => text is not null)
            ?? throw new NoticeNotDeliveredException(DeliveryRefusals.NotARobot(channel.Host));

        if (code != "0")
        {
            var message = MessageNames.Select(name => Text(reply.Json!.Value, name)).FirstOrDefault(text => text is not null);

            throw new NoticeNotDeliveredException(DeliveryRefusals.RobotRefused(channel.Host, code, message ?? string.Empty));
        }
    }

    private static string? Text(JsonElement answer, string name) => answer.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => RobotText.Cut(value.GetString()!, 500),
            JsonValueKind.Number => value.TryGetInt64(out var number) ? number.ToString(CultureInfo.InvariantCulture) : value.GetRawText(),
            _ => null,
        }
        : null;
}
