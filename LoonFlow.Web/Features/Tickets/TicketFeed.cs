using LoonFlow.Domain.Access;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>Tells open screens that a ticket changed.</summary>
public sealed class TicketFeed() : ScreenFeed<TicketChange>(Subscriptions.Feed)
{
    /// <summary>Whether a change may alter this person's inbox.</summary>
    public static bool Concerns(TicketChange change, Actor.Person person) => change.Audience.Any(participant => participant.Includes(person));
}
