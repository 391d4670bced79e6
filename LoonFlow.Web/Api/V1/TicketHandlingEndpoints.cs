using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Tickets.Lists;

namespace LoonFlow.Web.Api.V1;

/// <summary>What those do for whom a ticket waits, and a comment by whoever may see it (spec B.10, B.15 to B.17, C.2.4, C.2.8).</summary>
internal static class TicketHandlingEndpoints
{
    /// <summary>What loonflow writes where it asks for no reason and we do.</summary>
    private const string Accepting = "接单处理";
    private const string Delivering = "转交";

    private const string Commented = "add ticket comment successful";

    public static void Map(RouteGroupBuilder tickets)
    {
        tickets.MapPatch("/{id:long}", TakeAsync).Takes<HandlingForm>().Gives<ValueShape<bool>>("Handles a ticket by a transition; the fields of the workflow stand beside the other members");
        tickets.MapPost("/{id:long}/accept", AcceptAsync).Takes<AcceptForm>().Gives<bool>("Claims a ticket for which several people may act");
        tickets.MapPost("/{id:long}/deliver", DeliverAsync).Takes<DeliverForm>().Gives<bool>("Hands the work to somebody else");
        tickets.MapPost("/{id:long}/add_node", ConsultAsync).Takes<TargetForm>().Gives<bool>("Asks somebody and gets the work back with the answer");
        tickets.MapPost("/{id:long}/add_node_end", AnswerAsync).Takes<SuggestionForm>().Gives<bool>("Answers who asked");
        tickets.MapPost("/{id:long}/comments", CommentAsync).Takes<SuggestionForm>().Gives<string>("Adds a comment");
    }

    private static async Task<ApiAnswer> TakeAsync(long id, ApiRequest request, TicketRecordQueries tickets, UseCases useCases, CancellationToken ct)
    {
        var ticket = new TicketId(id);
        var version = await tickets.VersionOfAsync(ticket, ct);
        var call = TicketCall.Of(request, version);

        if (!call.Succeeded)
        {
            return call.Refusal == ApiRefusals.PersonMissing ? TicketCallRefusals.HandlingIncomplete : call.Refusal;
        }

        var (person, body, revision, visit, _) = call.Value;
        var transition = body.Integer("transition_id");
        var suggestion = call.Value.Suggestion;

        if (body.Refusal is { } wrong)
        {
            return wrong;
        }

        if (transition is null)
        {
            return TicketCallRefusals.HandlingIncomplete;
        }

        var command = new TakeTransition(ticket, visit, new TransitionId(transition.Value), revision, call.Value.Fields(version), suggestion);
        var taken = await useCases.RunAsync((TakeTransitionHandler handler) => handler.HandleAsync(command, person, ct), ct);

        return taken.Succeeded ? ApiAnswer.Ok(new ValueShape<bool>(true)) : TicketMessages.OfForm(taken.Refusal, version, StateOf(version, command.Transition));
    }

    private static State? StateOf(WorkflowVersion? version, TransitionId transition) => version?.Transition(transition) is { } way ? version.State(way.From) : null;

    private static async Task<ApiAnswer> AcceptAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct)
    {
        var call = TicketCall.Of(request);

        if (!call.Succeeded)
        {
            return call.Refusal;
        }

        var (person, body, revision, visit, _) = call.Value;

        var isForced = body.Flag("from_admin") is true;

        // loonflow 1.0: whoever steps in takes the work from the others.
        return body.Refusal is { } wrong ? wrong
            : isForced ? await ForceAsync(useCases, new ForceForwardTicket(new TicketId(id), visit, From: null, person.Id, revision, Accepting), call.Value, ct)
            : Answered(await useCases.RunAsync((ClaimTicketHandler handler) => handler.HandleAsync(new ClaimTicket(new TicketId(id), visit, revision), person, ct), ct));
    }

    private static async Task<ApiAnswer> DeliverAsync(long id, ApiRequest request, CompanyStore companies, UseCases useCases, CancellationToken ct)
    {
        var call = TicketCall.Of(request);

        if (!call.Succeeded)
        {
            return call.Refusal;
        }

        var (person, body, revision, visit, _) = call.Value;
        var company = await companies.GetAsync(ct);
        var suggestion = call.Value.Suggestion;
        var isForced = body.Flag("from_admin") is true;
        var target = call.Value.Target("target_username", company);

        if (!target.Succeeded)
        {
            return target.Refusal;
        }

        if (!isForced)
        {
            var command = new ForwardTicket(new TicketId(id), visit, target.Value, revision, suggestion);

            return Answered(await useCases.RunAsync((ForwardTicketHandler handler) => handler.HandleAsync(command, person, ct), ct));
        }

        // Somebody who left may be named: their work is what is handed over.
        var name = body.Text("from_username");
        var from = name is null ? null : company.UserNamed(name);

        return name is not null && from is null
            ? TicketRefusals.TargetUnknown
            : await ForceAsync(useCases, new ForceForwardTicket(new TicketId(id), visit, from?.Id, target.Value, revision, suggestion ?? Delivering), call.Value, ct);
    }

    private static async Task<ApiAnswer> ConsultAsync(long id, ApiRequest request, CompanyStore companies, UseCases useCases, CancellationToken ct)
    {
        var call = TicketCall.Of(request);

        if (!call.Succeeded)
        {
            return call.Refusal;
        }

        var (person, _, revision, visit, _) = call.Value;
        var suggestion = call.Value.Suggestion;
        var target = call.Value.Target("target_username", await companies.GetAsync(ct));

        if (!target.Succeeded)
        {
            return target.Refusal;
        }

        var command = new ConsultOnTicket(new TicketId(id), visit, target.Value, revision, suggestion);

        return Answered(await useCases.RunAsync((ConsultOnTicketHandler handler) => handler.HandleAsync(command, person, ct), ct));
    }

    private static Task<ApiAnswer> AnswerAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct) => TicketCall.DoAsync(
        request,
        useCases,
        call => new AnswerConsultation(new TicketId(id), call.Visit, call.Revision, call.Suggestion),
        (AnswerConsultationHandler handler, AnswerConsultation command, Actor.Person person) => handler.HandleAsync(command, person, ct),
        ApiAnswer.Ok(true));

    private static async Task<ApiAnswer> CommentAsync(long id, ApiRequest request, TicketRecordQueries tickets, UseCases useCases, CancellationToken ct)
    {
        var call = TicketCall.Of(request);

        if (!call.Succeeded)
        {
            return call.Refusal == ApiRefusals.PersonMissing ? TicketCallRefusals.CommentIncomplete : call.Refusal;
        }

        var command = new CommentOnTicket(new TicketId(id), call.Value.Suggestion ?? string.Empty);

        if (call.Value.Body.Refusal is { } wrong)
        {
            return wrong;
        }

        var commented = await useCases.RunAsync((CommentOnTicketHandler handler) => handler.HandleAsync(command, call.Value.Person, ct), ct);

        return commented.Succeeded ? ApiAnswer.Done(Commented) : await TicketMessages.OfReadingAsync(commented.Refusal, command.Ticket, request, tickets, ct);
    }

    private static async Task<ApiAnswer> ForceAsync(UseCases useCases, ForceForwardTicket command, TicketCall call, CancellationToken ct) => call.Body.Refusal is { } wrong
        ? wrong
        : Answered(await useCases.RunAsync((ForceForwardTicketHandler handler) => handler.HandleAsync(command, call.Person, ct), ct));

    private static ApiAnswer Answered(Result<TicketId> result) => ApiAnswer.Of(result, _ => true);

    /// <summary>What every handling takes; the keys of the workflow's fields come beside.</summary>
    /// <param name="TransitionId">One of the buttons.</param>
    /// <param name="Suggestion">A comment.</param>
    /// <param name="Revision">The revision that was decided on; a later one refuses.</param>
    /// <param name="Visit">The stay in a state that is meant, where branches run side by side.</param>
    internal sealed record HandlingForm(long TransitionId, string? Suggestion, int? Revision, int? Visit);

    /// <summary>Claiming.</summary>
    internal sealed record AcceptForm(bool? FromAdmin, int? Revision, int? Visit);

    /// <summary>Handing over; from_admin for whoever steps in, from_username where several decide.</summary>
    internal sealed record DeliverForm(string TargetUsername, string? Suggestion, bool? FromAdmin, string? FromUsername, int? Revision, int? Visit);

    /// <summary>Asking somebody.</summary>
    internal sealed record TargetForm(string TargetUsername, string? Suggestion, int? Revision, int? Visit);

    /// <summary>A comment.</summary>
    internal sealed record SuggestionForm(string? Suggestion, int? Revision, int? Visit);
}
