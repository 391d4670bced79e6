using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data.Json;

namespace LoonFlow.Web.Outbox;

/// <summary>Who hears which event: all of it, on one screen.</summary>
public static class Subscriptions
{
    /// <summary>Open screens.</summary>
    public const string Feed = "feed";

    /// <summary>Those whom it concerns, by bell, mail and chat group.</summary>
    public const string Notices = "notices";

    /// <summary>Open bells.</summary>
    public const string Bell = "bell";

    /// <summary>Single notices on their way to mail, webhooks and robots.</summary>
    public const string Deliveries = "deliveries";

    /// <summary>Mails of the day.</summary>
    public const string Digests = "digests";

    /// <summary>Scripts of states, told by <see cref="AutomationSubscriptions"/>.</summary>
    public const string Scripts = "scripts";

    /// <summary>Hooks of states, told by <see cref="AutomationSubscriptions"/>.</summary>
    public const string Hooks = "hooks";

    /// <summary>Other systems that hear what happens to tickets, told by <see cref="EventHookSubscriptions"/>.</summary>
    public const string EventHooks = "event_hooks";

    /// <summary>Child tickets and their parents, told by <see cref="ChildrenSubscriptions"/>.</summary>
    public const string Children = "children";

    /// <summary>The listeners of an event. Events that only spell out another one of the same decision are silent.</summary>
    public static IReadOnlyList<string> ListenersOf(TicketEvent happened) => happened switch
    {
        TicketEvent.Submitted or TicketEvent.TransitionTaken or TicketEvent.Voted or TicketEvent.VoteUndecided => [Feed, Notices],
        TicketEvent.Claimed or TicketEvent.Forwarded or TicketEvent.Consulted or TicketEvent.ConsultationAnswered => [Feed, Notices],
        TicketEvent.Commented or TicketEvent.Returned or TicketEvent.TakenBack or TicketEvent.Withdrawn or TicketEvent.Closed => [Feed, Notices],
        TicketEvent.Jumped or TicketEvent.Reopened or TicketEvent.Deleted or TicketEvent.Restored or TicketEvent.ValuesCorrected => [Feed, Notices],
        TicketEvent.Reassigned or TicketEvent.SeatsDropped or TicketEvent.Reminded or TicketEvent.Escalated or TicketEvent.TimerFailed => [Feed, Notices],
        TicketEvent.AutomationFailed => [Feed, Notices],
        TicketEvent.VersionMoved => [Feed],
        TicketEvent.AutomationDue or TicketEvent.AutomationStarted or TicketEvent.AutomationAwaitsAnswer or TicketEvent.AutomationDone => [Feed],
        TicketEvent.TitleChanged or TicketEvent.ValuesChanged or TicketEvent.StatusChanged or TicketEvent.StateLeft or TicketEvent.StateEntered
            or TicketEvent.Forked or TicketEvent.BranchArrived or TicketEvent.BranchesJoined or TicketEvent.VoteDecided
            or TicketEvent.Skipped or TicketEvent.PassedAutomatically or TicketEvent.Ended or TicketEvent.TimersChanged => [],
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is neither subscribed nor silent."),
    };

    /// <summary>One message per listener for a decision that was just applied to the ticket.</summary>
    internal static IEnumerable<OutboxMessage> Messages(WorkflowVersion workflow, Ticket ticket, TicketDecision decision) =>
        from listener in decision.Events.SelectMany(ListenersOf).Distinct()
        let content = Content(listener, workflow, ticket, decision)
        where content is not null
        select new OutboxMessage
        {
            Id = Guid.CreateVersion7(decision.At),
            Listener = listener,
            Ticket = ticket.Id,
            Content = content,
            CreatedAt = decision.At,
            DueAt = decision.At,
        };

    /// <summary>What a listener is told; null when the decision is nothing to it.</summary>
    private static string? Content(string listener, WorkflowVersion workflow, Ticket ticket, TicketDecision decision) => listener switch
    {
        Notices => NoticeRules.For(workflow, ticket, decision) is [_, ..] notices ? DomainJson.Write(new NoticesDue(ticket.Id, notices)) : null,
        _ => DomainJson.Write(new TicketChange(ticket.Id, ticket.Revision, Audience(ticket))),
    };

    /// <summary>The creator, everyone whose turn it is, and everyone whose turn may just have passed.</summary>
    private static IReadOnlyList<Participant> Audience(Ticket ticket) =>
        [.. ticket.Visits.SelectMany(visit => visit.Asked).Select(asked => asked.Who).Append(Participant.Of(ticket.Creator)).Distinct()];
}

/// <summary>A ticket changed; those of the audience may want to look again.</summary>
public sealed record TicketChange(TicketId Ticket, int Revision, IReadOnlyList<Participant> Audience);

/// <summary>What a decision gives people to hear of; the words are found when they are told.</summary>
public sealed record NoticesDue(TicketId Ticket, IReadOnlyList<Notice> Notices);
