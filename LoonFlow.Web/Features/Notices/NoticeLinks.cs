using System.Globalization;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Features.Notices;

internal static class NoticeLinks
{
    /// <summary>Where a notice leads: to its ticket, or to all notices where the ticket is out of sight.</summary>
    public static string PathOf(NoticeEvent happened, TicketId ticket) =>
        happened is NoticeEvent.Deleted ? "/notices" : string.Create(CultureInfo.InvariantCulture, $"/tickets/{ticket.Value}");
}
