using System.Text.Json;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Workflows;

namespace LoonFlow.Web.Api.V1;

/// <summary>Filing a ticket (spec B.1, C.2.2).</summary>
internal static class TicketFilingEndpoints
{
    public static void Map(RouteGroupBuilder tickets) =>
        tickets.MapPost("", FileAsync).Takes<FilingForm>().Gives<NewTicketShape>("Files a ticket; the fields of the workflow stand beside the other members");

    private static async Task<ApiAnswer> FileAsync(ApiRequest request, WorkflowStore workflows, UseCases useCases, CancellationToken ct)
    {
        var body = request.ReadBody();

        if (!body.Succeeded)
        {
            return body.Refusal;
        }

        if (IdOf(body.Value, "workflow_id") is not { } workflowId || IdOf(body.Value, "transition_id") is not { } transitionId)
        {
            return TicketCallRefusals.IdsWrong;
        }

        // What the published version does not know is told by the use case, so that a repeated request is answered as the first was.
        var version = await workflows.PublishedAsync(new WorkflowId(workflowId), ct);
        var call = TicketCall.Of(request, version);

        if (!call.Succeeded)
        {
            return call.Refusal == ApiRefusals.PersonMissing ? TicketCallRefusals.FilingIncomplete : call.Refusal;
        }

        var parent = ParentOf(call.Value.Body);
        var suggestion = call.Value.Suggestion;

        if (call.Value.Body.Refusal is { } wrong)
        {
            return wrong;
        }

        var command = new SubmitTicket(new WorkflowId(workflowId), new TransitionId(transitionId), call.Value.Fields(version), suggestion, parent);
        var filed = await useCases.RunAsync((SubmitTicketHandler handler) => handler.HandleAsync(command, call.Value.Person, ct), ct);

        return filed.Succeeded ? ApiAnswer.Ok(new NewTicketShape(filed.Value.Value)) : TicketMessages.OfFiling(filed.Refusal, version, call.Value.Person, request);
    }

    /// <summary>A JSON number, nothing else (spec B.1, step 2).</summary>
    private static long? IdOf(ApiInput body, string key) =>
        body.Raw(key) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var id) ? id : null;

    /// <summary>Null where it is nobody's child; 0 says that too.</summary>
    private static ParentLink? ParentOf(ApiInput body)
    {
        if (body.Integer("parent_ticket_id") is not ({ } ticket and not 0))
        {
            return null;
        }

        return new ParentLink(new TicketId(ticket), new StateId(body.RequiredInteger("parent_ticket_state_id")));
    }

    /// <summary>What every filing takes; the keys of the workflow's fields, title among them, come beside.</summary>
    internal sealed record FilingForm(long WorkflowId, long TransitionId, string? Title, string? Suggestion, long? ParentTicketId, long? ParentTicketStateId);
}
