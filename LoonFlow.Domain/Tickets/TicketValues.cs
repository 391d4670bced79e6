using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;

namespace LoonFlow.Domain.Tickets;

/// <summary>The values that conditions and participants are asked over: the ticket's own, and what is known of it and its creator.</summary>
public static class TicketValues
{
    public static Func<string, FieldValue?> Of(Ticket ticket, Company company) => key => key switch
    {
        BuiltInField.Title => ticket.Title.Length > 0 ? new FieldValue.Text(ticket.Title) : null,
        BuiltInField.Creator => company.User(ticket.Creator) is { } creator ? new FieldValue.Text(creator.UserName) : null,
        _ => ticket.Values[key] ?? CreatorFacts.Find(key, ticket.Creator, company),
    };
}
