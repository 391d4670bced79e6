using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;

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
}
