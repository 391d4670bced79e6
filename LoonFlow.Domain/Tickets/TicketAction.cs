using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Something that the reader of a ticket is offered to do.</summary>
public abstract record TicketAction
{
    private TicketAction()
    {
    }

    public sealed record Take(int Visit, Transition Transition) : TicketAction;

    public sealed record Claim(int Visit) : TicketAction;

    public sealed record Forward(int Visit) : TicketAction;

    public sealed record Consult(int Visit) : TicketAction;

    public sealed record AnswerConsultation(int Visit) : TicketAction;

    public sealed record AddComment : TicketAction;

    public sealed record Withdraw : TicketAction;

    public sealed record Close : TicketAction;
}
