using LoonFlow.Domain.Notifications;

namespace LoonFlow.Web.Data.Rows;

/// <summary>A webhook or a group's robot. Whoever knows a robot's address may speak through it, so that is kept like a secret.</summary>
public sealed class NoticeChannelRow
{
    public const int MaxNameLength = 100;

    public required long Id { get; init; }

    public required ChannelKind Kind { get; set; }

    public required string Name { get; set; }

    public string ProtectedUrl { get; set; } = string.Empty;

    /// <summary>Empty when the receiver wants no signature.</summary>
    public string ProtectedSecret { get; set; } = string.Empty;

    public ChannelMention Mention { get; set; }

    public bool IsActive { get; set; } = true;
}
