using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Notifications;

/// <summary>Who hears of what (spec B.23 [R]).</summary>
public static class NoticeRules
{
    /// <summary>What follows from a decision that was just applied to the ticket; what the workflow keeps silent about is left out.</summary>
    public static IReadOnlyList<Notice> For(WorkflowVersion workflow, Ticket ticket, TicketDecision decision)
    {
        var comment = decision.Events.Select(CommentOf).OfType<string>().FirstOrDefault(text => text.Length > 0) ?? string.Empty;
        var transition = decision.Events.Select(TransitionOf).FirstOrDefault(id => id is not null);
        var template = new Notice(default, ticket.State, Visit: null, [], (decision.By as Actor.Person)?.Id, comment, transition);

        IEnumerable<Notice> notices = decision.Events.SelectMany(happened => Of(workflow, ticket, decision, happened, template));

        // What an automation puts out calls nobody.
        if (decision.By is Actor.Person && comment.Contains('@', StringComparison.Ordinal))
        {
            notices = notices.Append(template with { Event = NoticeEvent.Mentioned });
        }

        return [.. notices.Where(notice => !workflow.Document.Notices.Silent.Contains(notice.Event)).OrderBy(notice => notice.Event)];
    }

    /// <summary>
    /// The people behind notices of one decision: active, able to view the ticket, never whoever did it; each of them
    /// once, with what concerns them most.
    /// </summary>
    /// <param name="notices">All notices of one decision.</param>
    /// <param name="ticket">The ticket with all its visits.</param>
    /// <param name="access">Who may do what with the workflow's tickets.</param>
    /// <param name="company">Who is there.</param>
    public static IReadOnlyList<PersonalNotice> Recipients(IReadOnlyList<Notice> notices, Ticket ticket, WorkflowAccess access, Company company) =>
    [
        .. notices
            .OrderBy(notice => notice.Event)
            .SelectMany(notice => People(notice, ticket, access, company).Where(id => id != notice.Actor), (notice, id) => new PersonalNotice(id, notice))
            .DistinctBy(personal => personal.Recipient)
            .Where(personal => MayView(personal.Recipient, ticket, access, company)),
    ];

    /// <summary>The events that people choose about together.</summary>
    public static NoticeGroup GroupOf(NoticeEvent happened) => happened switch
    {
        NoticeEvent.Commented or NoticeEvent.Mentioned => NoticeGroup.Comments,
        NoticeEvent.Finished or NoticeEvent.Closed or NoticeEvent.Withdrawn or NoticeEvent.ClaimedByAnother => NoticeGroup.AboutMyTickets,
        NoticeEvent.HandedOver or NoticeEvent.Moved or NoticeEvent.Reopened or NoticeEvent.Corrected => NoticeGroup.AboutMyTickets,
        NoticeEvent.Deleted or NoticeEvent.Restored => NoticeGroup.AboutMyTickets,
        _ => NoticeGroup.WaitsForMe,
    };

    private static IEnumerable<Notice> Of(WorkflowVersion workflow, Ticket ticket, TicketDecision decision, TicketEvent happened, Notice template)
    {
        Participant creator = Participant.Of(ticket.Creator);

        Notice Told(NoticeEvent what, StateId state, int? visit, params IEnumerable<Participant> who) =>
            template with { Event = what, State = state, Visit = visit, Who = [.. who.Distinct()] };

        return happened switch
        {
            TicketEvent.StateEntered e when workflow.State(e.State).IsAutomatic || Waiting(ticket, e.Visit) is not [_, ..] => [],
            TicketEvent.StateEntered e when IsReturn(decision) => [Told(NoticeEvent.Returned, e.State, e.Visit, [.. Waiting(ticket, e.Visit), creator])],
            TicketEvent.StateEntered e => [Told(NoticeEvent.Arrival, e.State, e.Visit, Waiting(ticket, e.Visit))],
            TicketEvent.Reassigned e => [Told(NoticeEvent.Arrival, e.State, e.Visit, e.Participants)],
            TicketEvent.VoteUndecided e => [Told(NoticeEvent.Arrival, e.State, e.Visit, e.Administrators)],
            TicketEvent.Voted { IsSequential: true, IsAutomatic: false } e when Waiting(ticket, e.Visit) is [_, ..] next => [Told(NoticeEvent.Arrival, e.State, e.Visit, next)],
            TicketEvent.SeatsDropped { IsSequential: true } e when Waiting(ticket, e.Visit) is [_, ..] next => [Told(NoticeEvent.Arrival, e.State, e.Visit, next)],
            TicketEvent.Claimed e => [Told(NoticeEvent.ClaimedByAnother, e.State, e.Visit, Asked(ticket, e.Visit))],
            TicketEvent.Forwarded e =>
                [Told(NoticeEvent.Forwarded, e.State, e.Visit, Participant.Of(e.To)), .. e.Relieved is [] ? [] : new[] { Told(NoticeEvent.HandedOver, e.State, e.Visit, e.Relieved) }],
            TicketEvent.Consulted e => [Told(NoticeEvent.Consulted, e.State, e.Visit, Participant.Of(e.Asked))],
            TicketEvent.ConsultationAnswered e => [Told(NoticeEvent.Answered, e.State, e.Visit, Participant.Of(e.Asker))],
            TicketEvent.Commented e => [Told(NoticeEvent.Commented, e.State, null, [.. ticket.OpenVisits.SelectMany(visit => visit.Participants), creator])],
            TicketEvent.Reminded e => [Told(NoticeEvent.Reminder, e.State, e.Visit, Waiting(ticket, e.Visit))],
            TicketEvent.Escalated e => [Told(NoticeEvent.Escalated, e.State, e.Visit, e.To), .. e.Relieved is [] ? [] : new[] { Told(NoticeEvent.HandedOver, e.State, e.Visit, e.Relieved) }],
            TicketEvent.AutomationFailed e => [Told(NoticeEvent.Failed, e.State, e.Visit)],
            TicketEvent.TimerFailed e => [Told(NoticeEvent.Failed, e.State, e.Visit)],
            TicketEvent.TakenBack e => [Told(NoticeEvent.Withdrawn, e.From, null, Relieved(ticket, decision))],
            TicketEvent.Withdrawn e => [Told(NoticeEvent.Withdrawn, e.From, null, Relieved(ticket, decision))],
            TicketEvent.Closed e => [Told(NoticeEvent.Closed, e.From, null, [.. Relieved(ticket, decision), creator])],
            TicketEvent.Jumped e => [Told(Ends(decision) ? NoticeEvent.Closed : NoticeEvent.Moved, Ends(decision) ? e.From : e.To, null, [.. Relieved(ticket, decision), creator])],
            TicketEvent.Reopened e => [Told(NoticeEvent.Reopened, e.To, null, creator)],
            TicketEvent.ValuesCorrected e => [Told(NoticeEvent.Corrected, e.State, null, [.. ticket.OpenVisits.SelectMany(visit => visit.Participants), creator])],
            TicketEvent.Deleted e => [Told(NoticeEvent.Deleted, e.State, null, [.. Relieved(ticket, decision), creator])],
            TicketEvent.Restored e => [Told(NoticeEvent.Restored, e.State, null, creator)],
            TicketEvent.Ended e when !decision.Events.Any(other => other is TicketEvent.Closed or TicketEvent.Jumped or TicketEvent.Deleted) =>
                [Told(NoticeEvent.Finished, e.State, null, [.. Claimants(ticket, decision), creator])],
            _ => [],
        };
    }

    private static string? CommentOf(TicketEvent happened) => happened switch
    {
        TicketEvent.Submitted e => e.Comment,
        TicketEvent.TransitionTaken e => e.Comment,
        TicketEvent.Forwarded e => e.Comment,
        TicketEvent.Consulted e => e.Comment,
        TicketEvent.ConsultationAnswered e => e.Comment,
        TicketEvent.Commented e => e.Comment,
        TicketEvent.Voted e => e.Comment,
        TicketEvent.Returned e => e.Comment,
        TicketEvent.TakenBack e => e.Comment,
        TicketEvent.Withdrawn e => e.Comment,
        TicketEvent.Closed e => e.Comment,
        TicketEvent.Jumped e => e.Comment,
        TicketEvent.Reopened e => e.Comment,
        TicketEvent.ValuesCorrected e => e.Comment,
        TicketEvent.Deleted e => e.Comment,
        TicketEvent.Restored e => e.Comment,
        TicketEvent.AutomationFailed e => e.Message,
        TicketEvent.TimerFailed e => e.Message,
        _ => null,
    };

    private static TransitionId? TransitionOf(TicketEvent happened) => happened switch
    {
        TicketEvent.Submitted e => e.Transition,
        TicketEvent.TransitionTaken e => e.Transition,
        TicketEvent.VoteDecided e => e.Transition,
        TicketEvent.Voted e => e.Transition,
        _ => null,
    };

    /// <summary>Whether the decision sent the ticket back: by a return, by a refusal, or by the votes for one.</summary>
    private static bool IsReturn(TicketDecision decision) => decision.Events.Any(happened => happened
        is TicketEvent.Returned
        or TicketEvent.TransitionTaken { Kind: TransitionKind.Refuse }
        or TicketEvent.VoteDecided { Kind: TransitionKind.Refuse });

    private static bool Ends(TicketDecision decision) => decision.Events.Any(happened => happened is TicketEvent.Ended);

    private static IEnumerable<Participant> Asked(Ticket ticket, int visit) =>
        ticket.Visits.Where(other => other.Number == visit).SelectMany(other => other.Asked).Select(asked => asked.Who);

    /// <summary>Those whose turn it is after the decision; nobody where the ticket has moved on within it.</summary>
    private static Participant[] Waiting(Ticket ticket, int visit) => [.. ticket.OpenVisit(visit)?.Participants ?? []];

    private static IEnumerable<Visit> Left(Ticket ticket, TicketDecision decision)
    {
        HashSet<int> left = [.. decision.Events.OfType<TicketEvent.StateLeft>().Select(happened => happened.Visit)];

        return ticket.Visits.Where(visit => left.Contains(visit.Number));
    }

    /// <summary>Those who need not act any more: who had claimed the work, or else all who were asked.</summary>
    private static IEnumerable<Participant> Relieved(Ticket ticket, TicketDecision decision) => Left(ticket, decision).SelectMany(AtWork);

    /// <summary>Those who were at it when it was left for the last time.</summary>
    private static IEnumerable<Participant> Last(Ticket ticket)
    {
        var left = ticket.Visits.Max(visit => visit.LeftAt);

        return ticket.Visits.Where(visit => visit.LeftAt == left).SelectMany(AtWork);
    }

    private static IEnumerable<Participant> AtWork(Visit visit) =>
        visit.ClaimedBy is { } claimant ? [Participant.Of(claimant)] : visit.Asked.Select(asked => asked.Who);

    private static IEnumerable<Participant> Claimants(Ticket ticket, TicketDecision decision) =>
        Left(ticket, decision).Select(visit => visit.ClaimedBy).OfType<UserId>().Select(Participant.Of);

    private static IEnumerable<UserId> People(Notice notice, Ticket ticket, WorkflowAccess access, Company company) => notice.Event switch
    {
        NoticeEvent.Mentioned => Mentions.In(notice.Comment, company),
        NoticeEvent.Failed => PermissionRules.Administrators(access, company).SelectMany(who => who.Members(company)),

        // Whoever was told that it went: a decision sees open visits only, and there are none.
        NoticeEvent.Restored => Last(ticket).Concat(notice.Who).SelectMany(who => who.Members(company)),
        _ => notice.Who.SelectMany(who => who.Members(company)),
    };

    private static bool MayView(UserId id, Ticket ticket, WorkflowAccess access, Company company) =>
        Actor.Of(id, company) is { } person
        && PermissionRules.MayView(
            access, ticket, person, isRelated: ticket.Visits.SelectMany(visit => visit.Asked).Any(asked => asked.Who.Includes(person)));
}
