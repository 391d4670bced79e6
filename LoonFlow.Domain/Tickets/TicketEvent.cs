using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Everything that can happen to a ticket. A ticket changes through these only.</summary>
public abstract record TicketEvent
{
    private TicketEvent()
    {
    }

    /// <summary>It was filed through a transition of the start state.</summary>
    public sealed record Submitted(TransitionId Transition, StateId Start, string Comment) : TicketEvent;

    public sealed record TransitionTaken(int Visit, TransitionId Transition, StateId From, string Comment) : TicketEvent;

    public sealed record TitleChanged(string Title) : TicketEvent;

    public sealed record ValuesChanged(IReadOnlyDictionary<string, FieldValue?> Changes) : TicketEvent;

    public sealed record StateLeft(int Visit) : TicketEvent;

    public sealed record StateEntered(int Visit, StateId State, IReadOnlyList<Participant> Participants) : TicketEvent;

    /// <summary>It reached an end state; nothing is open any more.</summary>
    public sealed record Ended(StateId State) : TicketEvent;

    public sealed record StatusChanged(TicketStatus Status) : TicketEvent;

    public sealed record Claimed(int Visit, StateId State, UserId By) : TicketEvent;

    public sealed record Forwarded(int Visit, StateId State, UserId To, string Comment) : TicketEvent;

    public sealed record Consulted(int Visit, StateId State, UserId Asker, UserId Asked, string Comment) : TicketEvent;

    public sealed record ConsultationAnswered(int Visit, StateId State, UserId Asker, string Comment) : TicketEvent;

    /// <summary>Whoever should have acted has left the company; those whom the state asks are asked anew.</summary>
    public sealed record Reassigned(int Visit, StateId State, IReadOnlyList<Participant> Participants) : TicketEvent;

    public sealed record Commented(StateId State, string Comment) : TicketEvent;

    public sealed record Withdrawn(StateId From, string Comment) : TicketEvent;

    public sealed record Closed(StateId From, string Comment) : TicketEvent;
}
