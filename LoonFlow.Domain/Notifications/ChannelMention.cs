namespace LoonFlow.Domain.Notifications;

/// <summary>Whom a robot calls by name in its group; the numbers are stored.</summary>
public enum ChannelMention
{
    Nobody = 0,

    /// <summary>Whoever the notice is for, by phone number.</summary>
    Recipient = 1,

    Everyone = 2,
}
