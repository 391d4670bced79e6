using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>What a line of the history tells.</summary>
public enum FlowLogAction
{
    Submitted = 1,
    TransitionTaken = 2,
    Claimed = 3,
    Forwarded = 4,
    Consulted = 5,
    ConsultationAnswered = 6,
    Commented = 7,
    Withdrawn = 8,
    Closed = 9,
}

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

    public FlowLogAction Action { get; private set; }

    /// <summary>The state that the ticket was in before.</summary>
    public StateId State { get; private set; }

    public Caption StateName { get; private set; } = Caption.Empty;

    public TransitionId? Transition { get; private set; }

    public Caption? TransitionName { get; private set; }

    public TransitionKind? TransitionKind { get; private set; }

    /// <summary>To whom it was forwarded, who was consulted, or who gets the answer.</summary>
    public UserId? Target { get; private set; }

    public string Comment { get; private set; } = string.Empty;

    /// <summary>All values after the change.</summary>
    public FieldValues Values { get; private set; } = FieldValues.None;

    /// <summary>The lines that a decision adds to the history of a ticket it was just applied to.</summary>
    public static IReadOnlyList<FlowLogEntry> For(WorkflowVersion workflow, Ticket ticket, TicketDecision decision) =>
        [.. decision.Events.Select(happened => For(workflow, ticket, decision, happened)).OfType<FlowLogEntry>()];

    private static FlowLogEntry? For(WorkflowVersion workflow, Ticket ticket, TicketDecision decision, TicketEvent happened)
    {
        FlowLogEntry Entry(FlowLogAction action, StateId state, string comment, TransitionId? taken = null, UserId? target = null)
        {
            var transition = taken is { } id ? workflow.Transition(id) : null;

            return new FlowLogEntry
            {
                Ticket = ticket.Id,
                At = decision.At,
                By = (decision.By as Actor.Person)?.Id,
                Action = action,
                State = state,
                StateName = workflow.State(state).Name,
                Transition = taken,
                TransitionName = transition?.Name,
                TransitionKind = transition?.Kind,
                Target = target,
                Comment = comment,
                Values = ticket.Values,
            };
        }

        return happened switch
        {
            TicketEvent.Submitted e => Entry(FlowLogAction.Submitted, e.Start, e.Comment, e.Transition),
            TicketEvent.TransitionTaken e => Entry(FlowLogAction.TransitionTaken, e.From, e.Comment, e.Transition),
            TicketEvent.Claimed e => Entry(FlowLogAction.Claimed, e.State, string.Empty),
            TicketEvent.Forwarded e => Entry(FlowLogAction.Forwarded, e.State, e.Comment, target: e.To),
            TicketEvent.Consulted e => Entry(FlowLogAction.Consulted, e.State, e.Comment, target: e.Asked),
            TicketEvent.ConsultationAnswered e => Entry(FlowLogAction.ConsultationAnswered, e.State, e.Comment, target: e.Asker),
            TicketEvent.Commented e => Entry(FlowLogAction.Commented, e.State, e.Comment),
            TicketEvent.Withdrawn e => Entry(FlowLogAction.Withdrawn, e.From, e.Comment),
            TicketEvent.Closed e => Entry(FlowLogAction.Closed, e.From, e.Comment),
            _ => null,
        };
    }
}
