using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Tickets.Detail;

/// <summary>What a reader of the ticket page wants done. The comment beside the form goes with those that carry none of their own.</summary>
public abstract record TicketRequest
{
    private TicketRequest()
    {
    }

    public sealed record Take(TicketAction.Take Action) : TicketRequest;

    public sealed record Claim(int Visit) : TicketRequest;

    public sealed record AnswerConsultation(int Visit) : TicketRequest;

    public sealed record RetryAutomation(int Visit) : TicketRequest;

    public sealed record AddComment : TicketRequest;

    public sealed record Forward(int Visit, UserId To, string? Comment) : TicketRequest;

    public sealed record Consult(int Visit, UserId Asked, string? Comment) : TicketRequest;

    public sealed record Withdraw(string? Comment) : TicketRequest;

    public sealed record Close(string Comment) : TicketRequest;

    public sealed record Return(int Visit, StateId To, bool StraightBack, string Comment) : TicketRequest;

    public sealed record TakeBack : TicketRequest;

    public sealed record Jump(StateId To, UserId? Asked, string Comment) : TicketRequest;

    /// <param name="Visit">Where.</param>
    /// <param name="From">Whose place, where several decide.</param>
    /// <param name="To">Who gets it.</param>
    /// <param name="Comment">Why.</param>
    public sealed record ForceForward(int Visit, UserId? From, UserId To, string Comment) : TicketRequest;

    public sealed record Correct(FieldChanges Sent, string Comment) : TicketRequest;

    public sealed record Delete(string Comment) : TicketRequest;

    public sealed record Restore : TicketRequest;
}
