namespace LoonFlow.Web.Api.V1;

/// <summary>Tickets (spec C.2), a file for each theme.</summary>
internal static class TicketEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var tickets = api.MapGroup("/tickets").WithTags("Tickets");
        TicketListEndpoints.Map(tickets);
        TicketFilingEndpoints.Map(tickets);
        TicketFileEndpoints.Map(tickets);
        TicketDetailEndpoints.Map(tickets);
        TicketHistoryEndpoints.Map(tickets);
        TicketHandlingEndpoints.Map(tickets);
        TicketInterventionEndpoints.Map(tickets);
        TicketAutomationEndpoints.Map(tickets);
        TicketCountEndpoints.Map(tickets, api.MapGroup("/workflows").WithTags("Tickets"));
    }
}
