using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>
/// One line of a ticket's history, written once and never changed: who did what in which state, with the words that the
/// state and the transition had then, and all values after it (spec B.24).
/// </summary>
public sealed class FlowLogEntry
{
    private FlowLogEntry()
    {
    }

    public long Id { get; private set; }

    public TicketId Ticket { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Who did it; null when it was the engine.</summary>
    public UserId? By { get; private set; }

    /// <summary>The application that spoke for them; null when none did.</summary>
    public ApplicationId? Through { get; private set; }

    public FlowLogAction Action { get; private set; }

    /// <summary>The state that the ticket was in before.</summary>
    public StateId State { get; private set; }

    public Caption StateName { get; private set; } = Caption.Empty;

    public TransitionId? Transition { get; private set; }

    public Caption? TransitionName { get; private set; }

    public TransitionKind? TransitionKind { get; private set; }

    /// <summary>To whom it was forwarded, who was consulted, or who gets the answer.</summary>
    public UserId? Target { get; private set; }

    /// <summary>Whose work or place it was, where that was not who did it.</summary>
    public UserId? Of { get; private set; }

    /// <summary>Where it was sent outside the flow.</summary>
    public StateId? TargetState { get; private set; }

    public Caption? TargetStateName { get; private set; }

    public string Comment { get; private set; } = string.Empty;

    /// <summary>All values after the change.</summary>
    public FieldValues Values { get; private set; } = FieldValues.None;

    /// <summary>The lines that a decision adds to the history of a ticket it was just applied to.</summary>
    public static IReadOnlyList<FlowLogEntry> For(WorkflowVersion workflow, Ticket ticket, TicketDecision decision) =>
        [.. decision.Events.Select(happened => For(workflow, ticket, decision, happened)).OfType<FlowLogEntry>()];

    /// <summary>A line that was written in another system.</summary>
    public static FlowLogEntry Imported(ImportedFlowLogEntry imported) => new()
    {
        Ticket = imported.Ticket,
        At = imported.At,
        By = imported.By,
        Action = imported.Action,
        State = imported.State,
        StateName = imported.StateName,
        Transition = imported.Transition,
        TransitionName = imported.TransitionName,
        TransitionKind = imported.TransitionKind,
        Target = imported.Target,
        TargetState = imported.TargetState,
        TargetStateName = imported.TargetStateName,
        Comment = imported.Comment,
        Values = imported.Values,
    };

    private static FlowLogEntry? For(WorkflowVersion workflow, Ticket ticket, TicketDecision decision, TicketEvent happened)
    {
        var line = Line(happened);

        if (line is null)
        {
            return null;
        }

        var transition = line.Transition is { } id ? workflow.Transition(id) : null;

        return new FlowLogEntry
        {
            Ticket = ticket.Id,
            At = decision.At,
            By = line.IsByItself ? null : (decision.By as Actor.Person)?.Id,
            Through = line.IsByItself ? null : decision.By.Application?.Application,
            Action = line.Action,
            State = line.State,
            StateName = line.StateName ?? workflow.State(line.State).Name,
            Transition = line.Transition,
            TransitionName = transition?.Name,
            TransitionKind = transition?.Kind,
            Target = line.Target,
            Of = line.Of,
            TargetState = line.To,
            TargetStateName = line.To is { } to ? workflow.State(to).Name : line.ToName,
            Comment = line.Comment,
            Values = ticket.Values,
        };
    }

    private static FlowLogLine? Line(TicketEvent happened) => happened switch
    {
        TicketEvent.Submitted e => new(FlowLogAction.Submitted, e.Start, e.Comment) { Transition = e.Transition },
        TicketEvent.TransitionTaken e => new(FlowLogAction.TransitionTaken, e.From, e.Comment) { Transition = e.Transition },
        TicketEvent.Voted e => new(FlowLogAction.Voted, e.State, e.Comment) { Transition = e.Transition, Of = e.IsAutomatic ? e.By : null, IsByItself = e.IsAutomatic },
        TicketEvent.VoteDecided e => new(FlowLogAction.VoteDecided, e.State) { Transition = e.Transition, IsByItself = true },
        TicketEvent.VoteUndecided e => new(FlowLogAction.VoteUndecided, e.State) { IsByItself = true },
        TicketEvent.Skipped e => new(FlowLogAction.Skipped, e.State) { Transition = e.Transition, IsByItself = true },
        TicketEvent.PassedAutomatically e => new(FlowLogAction.PassedAutomatically, e.State) { Transition = e.Transition, Of = e.Person, IsByItself = true },
        TicketEvent.BranchesJoined e => new(FlowLogAction.BranchesJoined, e.Join) { IsByItself = true },
        TicketEvent.Claimed e => new(FlowLogAction.Claimed, e.State),
        TicketEvent.Forwarded { IsForced: true } e => new(FlowLogAction.ForwardingForced, e.State, e.Comment) { Target = e.To, Of = e.From },
        TicketEvent.Forwarded e => new(FlowLogAction.Forwarded, e.State, e.Comment) { Target = e.To },
        TicketEvent.Consulted e => new(FlowLogAction.Consulted, e.State, e.Comment) { Target = e.Asked },
        TicketEvent.ConsultationAnswered e => new(FlowLogAction.ConsultationAnswered, e.State, e.Comment) { Target = e.Asker },
        TicketEvent.Reassigned e => new(FlowLogAction.Reassigned, e.State) { IsByItself = true },
        TicketEvent.SeatsDropped e => new(FlowLogAction.SeatsDropped, e.State) { Of = e.Who[0], IsByItself = true },
        TicketEvent.Commented e => new(FlowLogAction.Commented, e.State, e.Comment),
        TicketEvent.Returned e => new(FlowLogAction.Returned, e.From, e.Comment) { To = e.To },
        TicketEvent.TakenBack e => new(FlowLogAction.TakenBack, e.From, e.Comment) { To = e.To },
        TicketEvent.Withdrawn e => new(FlowLogAction.Withdrawn, e.From, e.Comment),
        TicketEvent.Closed e => new(FlowLogAction.Closed, e.From, e.Comment),
        TicketEvent.Jumped e => new(FlowLogAction.Jumped, e.From, e.Comment) { To = e.To },
        TicketEvent.Reopened e => new(FlowLogAction.Reopened, e.From, e.Comment) { To = e.To },
        TicketEvent.VersionMoved e => new(FlowLogAction.VersionMoved, e.State) { StateName = e.StateName, ToName = VersionName(e.Number) },
        TicketEvent.Deleted e => new(FlowLogAction.Deleted, e.State, e.Comment),
        TicketEvent.Restored e => new(FlowLogAction.Restored, e.State, e.Comment),
        TicketEvent.ValuesCorrected e => new(FlowLogAction.ValuesCorrected, e.State, e.Comment),
        TicketEvent.Reminded e => new(FlowLogAction.Reminded, e.State) { IsByItself = true },
        TicketEvent.Escalated e => new(FlowLogAction.Escalated, e.State) { IsByItself = true, Target = e.To is [{ Kind: ParticipantKind.Person, Key: var person }] ? new UserId(person) : null },
        TicketEvent.TimerFailed e => new(FlowLogAction.TimerFailed, e.State, e.Message) { IsByItself = true },
        TicketEvent.AutomationAwaitsAnswer e => new(FlowLogAction.AutomationAwaitsAnswer, e.State, e.Message) { IsByItself = true },
        TicketEvent.AutomationDone e => new(FlowLogAction.AutomationDone, e.State, e.Message) { IsByItself = true },
        TicketEvent.AutomationFailed e => new(FlowLogAction.AutomationFailed, e.State, e.Message) { IsByItself = true },
        TicketEvent.AutomationDue { Run: > 1 } e => new(FlowLogAction.AutomationRetried, e.State),
        _ => null,
    };

    private static Caption VersionName(int number) => new($"版本 {number}", $"version {number}");

    private sealed record FlowLogLine(FlowLogAction Action, StateId State, string Comment = "")
    {
        public TransitionId? Transition { get; init; }

        public UserId? Target { get; init; }

        public UserId? Of { get; init; }

        public StateId? To { get; init; }

        /// <summary>Where it went, when that is no state.</summary>
        public Caption? ToName { get; init; }

        /// <summary>The words of a state that the version may not have any more.</summary>
        public Caption? StateName { get; init; }

        /// <summary>It followed from what somebody did, or from nobody's doing.</summary>
        public bool IsByItself { get; init; }
    }
}
