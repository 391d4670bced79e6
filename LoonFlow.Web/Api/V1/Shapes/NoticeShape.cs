using LoonFlow.Domain.Notifications;
using LoonFlow.Web.Features.Settings.Channels;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>A notice in the list (spec C.3.7), with the names of loonflow 0.3 and of 1.0. Its token is never told, its address without what is secret of it.</summary>
internal sealed record NoticeShape(
    long Id,
    string Name,
    string Description,
    string Script,
    string TitleTemplate,
    string ContentTemplate,
    int TypeId,
    string HookUrl,
    string HookToken,
    string Creator,
    string GmtCreated)
{
    private static readonly ChannelKind[] Kinds = [ChannelKind.Webhook, ChannelKind.WeCom, ChannelKind.DingTalk, ChannelKind.Feishu];

    /// <param name="channel">The channel.</param>
    /// <param name="showsAddress">Where it leads is for administrators.</param>
    public static NoticeShape Of(ChannelItem channel, bool showsAddress) => new(
        channel.Id,
        channel.Name,
        Description: string.Empty,
        Script: string.Empty,
        TitleTemplate: string.Empty,
        ContentTemplate: string.Empty,
        Array.IndexOf(Kinds, channel.Kind) + 1,
        showsAddress && channel.Place is { } place ? place : string.Empty,
        HookToken: string.Empty,
        Creator: string.Empty,
        GmtCreated: string.Empty);

    /// <summary>What a type is here (spec A.5); null for one that nobody has.</summary>
    public static ChannelKind? KindOf(long type) => type >= 1 && type <= Kinds.Length ? Kinds[type - 1] : null;
}

/// <summary>The body of a new or changed notice.</summary>
/// <param name="TypeId">1 an address, 2 WeCom, 3 DingTalk, 4 Feishu.</param>
internal sealed record NoticeBody(string Name, string? HookUrl, string? HookToken, int? TypeId);

/// <summary>The notice that was made, changed or removed.</summary>
internal sealed record NoticeIdShape(long NoticeId);
