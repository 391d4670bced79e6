using System.Globalization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Tickets.Drafts;

/// <summary>Which form a draft belongs to.</summary>
public static class FormKeys
{
    public static string New(WorkflowId workflow) => string.Create(CultureInfo.InvariantCulture, $"new:{workflow.Value}");

    public static string Of(TicketId ticket) => string.Create(CultureInfo.InvariantCulture, $"ticket:{ticket.Value}");
}
