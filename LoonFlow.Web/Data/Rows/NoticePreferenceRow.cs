using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Organization;

namespace LoonFlow.Web.Data.Rows;

/// <summary>What one person chose about notices; nobody who never chose has a row.</summary>
public sealed class NoticePreferenceRow
{
    public required UserId UserId { get; init; }

    public EmailChoice WaitsForMe { get; set; }

    public EmailChoice AboutMyTickets { get; set; }

    public EmailChoice Comments { get; set; }

    public string? Language { get; set; }

    public NoticePreferences Preferences => new(WaitsForMe, AboutMyTickets, Comments, Language);

    public void Take(NoticePreferences chosen)
    {
        WaitsForMe = chosen.WaitsForMe;
        AboutMyTickets = chosen.AboutMyTickets;
        Comments = chosen.Comments;
        Language = chosen.Language;
    }
}
