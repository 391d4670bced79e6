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

    /// <summary>Sends the ticket back to one of these states, the nearest first.</summary>
    public sealed record Return(int Visit, IReadOnlyList<ReturnTarget> Targets) : TicketAction;

    /// <summary>Takes back what the reader did last.</summary>
    public sealed record TakeBack : TicketAction;

    /// <summary>Lets a script, hook or children try again.</summary>
    public sealed record RetryAutomation(int Visit) : TicketAction;

    /// <summary>Hands over work that is somebody else's.</summary>
    public sealed record ForceForward(int Visit) : TicketAction;

    /// <summary>Moves the ticket outside the flow; a ticket that is over is opened again.</summary>
    public sealed record Jump(IReadOnlyList<StateId> Targets, bool IsReopening) : TicketAction;

    /// <summary>Corrects values outside the flow.</summary>
    public sealed record Correct : TicketAction;

    public sealed record Delete : TicketAction;

    public sealed record Restore : TicketAction;

    public sealed record AddComment : TicketAction;

    public sealed record Withdraw : TicketAction;

    public sealed record Close : TicketAction;
}
