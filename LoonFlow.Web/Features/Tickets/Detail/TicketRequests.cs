using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Features.Automation;

namespace LoonFlow.Web.Features.Tickets.Detail;

/// <summary>Has a reader's request carried out, on the revision that they saw.</summary>
public sealed class TicketRequests(UseCases useCases)
{
    /// <param name="request">What is to be done.</param>
    /// <param name="seen">The ticket as its reader saw it when they asked.</param>
    /// <param name="sent">What they filled in; goes with a transition.</param>
    /// <param name="comment">What stands in the comment box.</param>
    /// <param name="actor">The reader.</param>
    public Task<Result<TicketId>> RunAsync(TicketRequest request, TicketView seen, FieldChanges sent, string? comment, Actor actor)
    {
        var (id, revision) = (seen.Id, seen.Revision);

        // Not bound to the page: whoever presses and leaves has pressed.
        return request switch
        {
            TicketRequest.Take r => useCases.RunAsync((TakeTransitionHandler handler) =>
                handler.HandleAsync(new TakeTransition(id, r.Action.Visit, r.Action.Transition.Id, revision, sent, comment), actor, CancellationToken.None)),
            TicketRequest.Claim r => useCases.RunAsync((ClaimTicketHandler handler) =>
                handler.HandleAsync(new ClaimTicket(id, r.Visit, revision), actor, CancellationToken.None)),
            TicketRequest.AnswerConsultation r => useCases.RunAsync((AnswerConsultationHandler handler) =>
                handler.HandleAsync(new AnswerConsultation(id, r.Visit, revision, comment), actor, CancellationToken.None)),
            TicketRequest.RetryAutomation r => useCases.RunAsync((RetryAutomationHandler handler) =>
                handler.HandleAsync(new RetryAutomation(id, r.Visit), actor, CancellationToken.None)),
            TicketRequest.AddComment => useCases.RunAsync((CommentOnTicketHandler handler) =>
                handler.HandleAsync(new CommentOnTicket(id, comment ?? string.Empty), actor, CancellationToken.None)),
            TicketRequest.Forward r => useCases.RunAsync((ForwardTicketHandler handler) =>
                handler.HandleAsync(new ForwardTicket(id, r.Visit, r.To, revision, r.Comment), actor, CancellationToken.None)),
            TicketRequest.Consult r => useCases.RunAsync((ConsultOnTicketHandler handler) =>
                handler.HandleAsync(new ConsultOnTicket(id, r.Visit, r.Asked, revision, r.Comment), actor, CancellationToken.None)),
            TicketRequest.Withdraw r => useCases.RunAsync((WithdrawTicketHandler handler) =>
                handler.HandleAsync(new WithdrawTicket(id, revision, r.Comment), actor, CancellationToken.None)),
            TicketRequest.Close r => useCases.RunAsync((CloseTicketHandler handler) =>
                handler.HandleAsync(new CloseTicket(id, revision, r.Comment), actor, CancellationToken.None)),
            _ => StepInAsync(request, id, revision, actor),
        };
    }

    private Task<Result<TicketId>> StepInAsync(TicketRequest request, TicketId id, int revision, Actor actor) => request switch
    {
        TicketRequest.Return r => useCases.RunAsync((ReturnTicketHandler handler) =>
            handler.HandleAsync(new ReturnTicket(id, r.Visit, r.To, r.StraightBack, revision, r.Comment), actor, CancellationToken.None)),
        TicketRequest.TakeBack => useCases.RunAsync((TakeBackTicketHandler handler) =>
            handler.HandleAsync(new TakeBackTicket(id, revision), actor, CancellationToken.None)),
        TicketRequest.Jump r => useCases.RunAsync((JumpTicketHandler handler) =>
            handler.HandleAsync(new JumpTicket(id, r.To, r.Asked, revision, r.Comment), actor, CancellationToken.None)),
        TicketRequest.ForceForward r => useCases.RunAsync((ForceForwardTicketHandler handler) =>
            handler.HandleAsync(new ForceForwardTicket(id, r.Visit, r.From, r.To, revision, r.Comment), actor, CancellationToken.None)),
        TicketRequest.Correct r => useCases.RunAsync((CorrectValuesHandler handler) =>
            handler.HandleAsync(new CorrectValues(id, revision, r.Sent, r.Comment), actor, CancellationToken.None)),
        TicketRequest.Delete r => useCases.RunAsync((DeleteTicketHandler handler) =>
            handler.HandleAsync(new DeleteTicket(id, revision, r.Comment), actor, CancellationToken.None)),
        TicketRequest.Restore => useCases.RunAsync((RestoreTicketHandler handler) =>
            handler.HandleAsync(new RestoreTicket(id, revision), actor, CancellationToken.None)),
        _ => throw new InvalidOperationException($"{request.GetType().Name} is not carried out by any use case."),
    };
}
