using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Outbox;

/// <summary>What a decision amounts to for other systems. Event hooks and the change feed tell the same, under these names.</summary>
public enum TicketNewsKind
{
    Created,
    Moved,
    Returned,
    Finished,
    Closed,
    Voted,
    Undecided,
    Claimed,
    Forwarded,
    Consulted,
    ConsultationAnswered,
    Commented,
    Corrected,
    Deleted,
    Restored,
    Reassigned,
    Escalated,
    Reminded,
    Failed,
}

/// <summary>Something that other systems hear of a ticket, as the ticket was at that moment.</summary>
/// <param name="By">Who did it; null when it was LoonFlow itself.</param>
public sealed record TicketNews(
    TicketNewsKind Kind,
    DateTimeOffset At,
    UserId? By,
    string Comment,
    StateId State,
    TicketStatus Status,
    int Revision,
    string Title,
    FieldValues Values)
{
    /// <summary>One entry per kind, however many events spell it out, of a decision that was just applied to the ticket.</summary>
    public static IReadOnlyList<TicketNews> Of(Ticket ticket, TicketDecision decision) =>
    [
        .. decision.Events
            .Select(happened => (Kind: KindOf(happened, decision), Comment: CommentOf(happened, decision)))
            .Where(told => told.Kind is not null)
            .DistinctBy(told => told.Kind)
            .Select(told => new TicketNews(
                told.Kind!.Value, decision.At, (decision.By as Actor.Person)?.Id, told.Comment, ticket.State, ticket.Status, ticket.Revision, ticket.Title, ticket.Values)),
    ];

    private static TicketNewsKind? KindOf(TicketEvent happened, TicketDecision decision) => happened switch
    {
        TicketEvent.Submitted => TicketNewsKind.Created,
        TicketEvent.TransitionTaken { Kind: TransitionKind.Refuse } or TicketEvent.VoteDecided { Kind: TransitionKind.Refuse } => TicketNewsKind.Returned,
        TicketEvent.Returned or TicketEvent.TakenBack or TicketEvent.Withdrawn => TicketNewsKind.Returned,
        TicketEvent.TransitionTaken or TicketEvent.VoteDecided or TicketEvent.Jumped or TicketEvent.Reopened => TicketNewsKind.Moved,

        // Whatever ends a ticket outside the flow closes it: closing, deleting, a move to an end.
        TicketEvent.Closed => TicketNewsKind.Closed,
        TicketEvent.Ended => decision.Events.Any(other => other is TicketEvent.StatusChanged { Status: TicketStatus.Closed }) ? TicketNewsKind.Closed : TicketNewsKind.Finished,
        TicketEvent.Voted => TicketNewsKind.Voted,
        TicketEvent.VoteUndecided => TicketNewsKind.Undecided,
        TicketEvent.Claimed => TicketNewsKind.Claimed,
        TicketEvent.Forwarded => TicketNewsKind.Forwarded,
        TicketEvent.Consulted => TicketNewsKind.Consulted,
        TicketEvent.ConsultationAnswered => TicketNewsKind.ConsultationAnswered,
        TicketEvent.Commented => TicketNewsKind.Commented,
        TicketEvent.ValuesCorrected => TicketNewsKind.Corrected,
        TicketEvent.Deleted => TicketNewsKind.Deleted,
        TicketEvent.Restored => TicketNewsKind.Restored,
        TicketEvent.Reassigned or TicketEvent.SeatsDropped => TicketNewsKind.Reassigned,
        TicketEvent.Escalated => TicketNewsKind.Escalated,
        TicketEvent.Reminded => TicketNewsKind.Reminded,
        TicketEvent.AutomationFailed or TicketEvent.TimerFailed => TicketNewsKind.Failed,
        _ => null,
    };

    private static string CommentOf(TicketEvent happened, TicketDecision decision) => happened switch
    {
        TicketEvent.Submitted e => e.Comment,
        TicketEvent.TransitionTaken e => e.Comment,
        TicketEvent.Returned e => e.Comment,
        TicketEvent.TakenBack e => e.Comment,
        TicketEvent.Withdrawn e => e.Comment,
        TicketEvent.Jumped e => e.Comment,
        TicketEvent.Reopened e => e.Comment,
        TicketEvent.Closed e => e.Comment,
        TicketEvent.Ended => decision.Events.OfType<TicketEvent.Deleted>().FirstOrDefault()?.Comment ?? string.Empty,
        TicketEvent.Voted e => e.Comment,
        TicketEvent.Forwarded e => e.Comment,
        TicketEvent.Consulted e => e.Comment,
        TicketEvent.ConsultationAnswered e => e.Comment,
        TicketEvent.Commented e => e.Comment,
        TicketEvent.ValuesCorrected e => e.Comment,
        TicketEvent.Deleted e => e.Comment,
        TicketEvent.Restored e => e.Comment,
        TicketEvent.AutomationFailed e => e.Message,
        TicketEvent.TimerFailed e => e.Message,
        _ => string.Empty,
    };
}
