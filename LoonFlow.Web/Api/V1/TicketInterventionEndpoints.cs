using LoonFlow.Domain.Access;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Tickets.Lists;

namespace LoonFlow.Web.Api.V1;

/// <summary>Stepping in from outside the flow, and what its creator may still do (spec B.22, C.2.8).</summary>
internal static class TicketInterventionEndpoints
{
    // loonflow asks for no reason; these stand in the history where a caller gives none.
    private const string Jumping = "强制修改工单状态";
    private const string Closing = "强制关闭工单";
    private const string Deleting = "删除工单";
    private const string Correcting = "修改工单字段";

    private const string Jumped = "修改工单状态成功";

    public static void Map(RouteGroupBuilder tickets)
    {
        tickets.MapPut("/{id:long}/state", JumpAsync).Takes<StateForm>().Gives<string>("Moves a ticket outside the flow; one that is over is opened again");
        tickets.MapPatch("/{id:long}/fields", CorrectAsync).Takes<FieldsForm>().Gives<bool>("Changes values; the keys of the workflow's fields stand beside the comment");
        tickets.MapPost("/{id:long}/close", CloseAsync).Takes<TicketHandlingEndpoints.SuggestionForm>().Gives<string>("Ends a ticket outside the flow");
        tickets.MapPost("/{id:long}/retreat", WithdrawAsync).Takes<TicketHandlingEndpoints.SuggestionForm>().Gives<string>("Pulls a ticket back to its creator");
        tickets.MapDelete("/{id:long}", DeleteAsync).Takes<TicketHandlingEndpoints.SuggestionForm>().Gives<string>("Takes a ticket out of sight");
    }

    private static async Task<ApiAnswer> JumpAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct)
    {
        var call = TicketCall.Of(request);

        if (!call.Succeeded)
        {
            return call.Refusal;
        }

        var state = call.Value.Body.Integer("state_id");
        var suggestion = call.Value.Suggestion;

        if (call.Value.Body.Refusal is { } wrong)
        {
            return wrong;
        }

        if (state is null)
        {
            return TicketCallRefusals.StateMissing;
        }

        var command = new JumpTicket(new TicketId(id), new StateId(state.Value), Asked: null, call.Value.Revision, suggestion ?? Jumping);
        var jumped = await useCases.RunAsync((JumpTicketHandler handler) => handler.HandleAsync(command, call.Value.Person, ct), ct);

        return jumped.Succeeded ? ApiAnswer.Done(Jumped) : jumped.Refusal;
    }

    private static async Task<ApiAnswer> CorrectAsync(long id, ApiRequest request, TicketRecordQueries tickets, UseCases useCases, CancellationToken ct)
    {
        var ticket = new TicketId(id);
        var version = await tickets.VersionOfAsync(ticket, ct);
        var call = TicketCall.Of(request, version);

        if (!call.Succeeded)
        {
            return call.Refusal;
        }

        var suggestion = call.Value.Suggestion;

        if (call.Value.Body.Refusal is { } wrong)
        {
            return wrong;
        }

        var command = new CorrectValues(ticket, call.Value.Revision, call.Value.Fields(version), suggestion ?? Correcting, IsOpenToHandlers: true);
        var corrected = await useCases.RunAsync((CorrectValuesHandler handler) => handler.HandleAsync(command, call.Value.Person, ct), ct);

        // What is so already is done; a request that names nothing that could be changed is told.
        return corrected.Succeeded || (corrected.Refusal == TicketRefusals.NothingToCorrect && (command.Sent.Title is not null || command.Sent.Values.Count > 0))
            ? ApiAnswer.Ok(true)
            : corrected.Refusal;
    }

    private static Task<ApiAnswer> CloseAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct) => TicketCall.DoAsync(
        request,
        useCases,
        call => new CloseTicket(new TicketId(id), call.Revision, call.Suggestion is { } reason ? $"{Closing}:{reason}" : Closing),
        (CloseTicketHandler handler, CloseTicket command, Actor.Person person) => handler.HandleAsync(command, person, ct),
        ApiAnswer.Done());

    private static Task<ApiAnswer> WithdrawAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct) => TicketCall.DoAsync(
        request,
        useCases,
        call => new WithdrawTicket(new TicketId(id), call.Revision, call.Suggestion),
        (WithdrawTicketHandler handler, WithdrawTicket command, Actor.Person person) => handler.HandleAsync(command, person, ct),
        ApiAnswer.Done());

    private static Task<ApiAnswer> DeleteAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct) => TicketCall.DoAsync(
        request,
        useCases,
        call => new DeleteTicket(new TicketId(id), call.Revision, call.Suggestion ?? Deleting),
        (DeleteTicketHandler handler, DeleteTicket command, Actor.Person person) => handler.HandleAsync(command, person, ct),
        ApiAnswer.Done());

    /// <summary>Where to.</summary>
    internal sealed record StateForm(long StateId, string? Suggestion, int? Revision);

    /// <summary>What every change of values takes; the keys of the workflow's fields, title among them, come beside.</summary>
    internal sealed record FieldsForm(string? Title, string? Suggestion, int? Revision);
}
