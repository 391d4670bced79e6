using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data.Json;

namespace LoonFlow.Web.Outbox;

/// <summary>Who hears which event: all of it, on one screen.</summary>
public static class Subscriptions
{
    /// <summary>Open screens.</summary>
    public const string Feed = "feed";

    /// <summary>The listeners of an event. Events that only spell out another one of the same decision are silent.</summary>
    public static IReadOnlyList<string> ListenersOf(TicketEvent happened) => happened switch
    {
        TicketEvent.Submitted => [Feed],
        TicketEvent.TransitionTaken => [Feed],
        TicketEvent.Claimed => [Feed],
        TicketEvent.Forwarded => [Feed],
        TicketEvent.Consulted => [Feed],
        TicketEvent.ConsultationAnswered => [Feed],
        TicketEvent.Commented => [Feed],
        TicketEvent.Withdrawn => [Feed],
        TicketEvent.Closed => [Feed],
        TicketEvent.TitleChanged or TicketEvent.ValuesChanged or TicketEvent.StateLeft or TicketEvent.StateEntered
            or TicketEvent.Reassigned or TicketEvent.Ended or TicketEvent.StatusChanged => [],
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is neither subscribed nor silent."),
    };

    /// <summary>One message per listener for a decision that was just applied to the ticket.</summary>
    internal static IEnumerable<OutboxMessage> Messages(Ticket ticket, TicketDecision decision)
    {
        var content = new Lazy<string>(() => DomainJson.Write(new TicketChange(ticket.Id, ticket.Revision, Audience(ticket))));

        return decision.Events.SelectMany(ListenersOf).Distinct().Select(listener => new OutboxMessage
        {
            Id = Guid.CreateVersion7(decision.At),
            Listener = listener,
            Ticket = ticket.Id,
            Content = content.Value,
            CreatedAt = decision.At,
            DueAt = decision.At,
        });
    }

    /// <summary>The creator, everyone whose turn it is, and everyone whose turn may just have passed.</summary>
    private static IReadOnlyList<Participant> Audience(Ticket ticket) =>
        [.. ticket.Visits.SelectMany(visit => visit.Asked).Select(asked => asked.Who).Append(Participant.Of(ticket.Creator)).Distinct()];
}

/// <summary>A ticket changed; those of the audience may want to look again.</summary>
public sealed record TicketChange(TicketId Ticket, int Revision, IReadOnlyList<Participant> Audience);
