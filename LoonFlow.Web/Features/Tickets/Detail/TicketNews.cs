namespace LoonFlow.Web.Features.Tickets.Detail;

/// <summary>What is said above a ticket.</summary>
public abstract record TicketNews
{
    private TicketNews()
    {
    }

    /// <summary>The reader's last request was not carried out; perhaps because of what someone else did meanwhile.</summary>
    public sealed record Setback(string Text, HistoryLine? Line, string State) : TicketNews;

    /// <summary>The reader has done their part; what waits for them next.</summary>
    public sealed record Done(string Text, NextTicket? Next) : TicketNews;

    /// <summary>Someone else changed the ticket while the reader was typing.</summary>
    public sealed record Changed(HistoryLine? Line) : TicketNews;
}
