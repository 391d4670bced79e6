using LoonFlow.Domain.Tickets;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>How loonflow's later versions call where a ticket stands (spec A.5).</summary>
internal static class TicketStatusWords
{
    public static readonly IReadOnlyDictionary<string, TicketStatus> All = new Dictionary<string, TicketStatus>(StringComparer.Ordinal)
    {
        ["in_draft"] = TicketStatus.Draft,
        ["on_going"] = TicketStatus.Ongoing,
        ["rejected"] = TicketStatus.Returned,
        ["withdrawn"] = TicketStatus.Withdrawn,
        ["finished"] = TicketStatus.Finished,
        ["closed"] = TicketStatus.Closed,
    };

    public static string Of(TicketStatus status) => All.First(pair => pair.Value == status).Key;
}
