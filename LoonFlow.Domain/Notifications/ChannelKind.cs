namespace LoonFlow.Domain.Notifications;

/// <summary>The ways a notice reaches somebody; the numbers are stored.</summary>
public enum ChannelKind
{
    Bell = 1,
    Email = 2,
    Webhook = 3,
    WeCom = 4,
    DingTalk = 5,
    Feishu = 6,
}
