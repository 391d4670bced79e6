namespace LoonFlow.Domain.Notifications;

/// <summary>When a notice comes by e-mail; the bell rings in any case.</summary>
public enum EmailChoice
{
    AtOnce = 1,

    /// <summary>With the others of the day, in one mail.</summary>
    Daily = 2,

    Off = 3,
}

/// <summary>How one person wants to hear of things.</summary>
/// <param name="WaitsForMe">When mail comes of what they must do.</param>
/// <param name="AboutMyTickets">When mail comes of what became of their tickets.</param>
/// <param name="Comments">When mail comes of what others write.</param>
/// <param name="Language">The culture of their mails ("en", "zh-CN"); null takes the installation's.</param>
public sealed record NoticePreferences(EmailChoice WaitsForMe, EmailChoice AboutMyTickets, EmailChoice Comments, string? Language)
{
    /// <summary>Of whoever never chose.</summary>
    public static readonly NoticePreferences Default = new(EmailChoice.AtOnce, EmailChoice.Off, EmailChoice.Off, Language: null);

    public EmailChoice EmailFor(NoticeGroup group) => group switch
    {
        NoticeGroup.WaitsForMe => WaitsForMe,
        NoticeGroup.AboutMyTickets => AboutMyTickets,
        _ => Comments,
    };
}
