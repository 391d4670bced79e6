using System.Globalization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features.Tickets.Lists;

namespace LoonFlow.Web.Api.V1;

/// <summary>One ticket: its form, its buttons, and whom to ask about it (spec B.9, B.25, C.2.3, C.2.5, C.2.9).</summary>
internal static class TicketDetailEndpoints
{
    private const string MayNotHandle = "用户当前无处理权限";

    public static void Map(RouteGroupBuilder tickets)
    {
        tickets.MapGet("/{id:long}", FindAsync).Gives<ValueShape<TicketDetailShape>>("One ticket with the form that its reader sees");
        tickets.MapGet("/{id:long}/transitions", TransitionsAsync).Gives<ValueShape<IReadOnlyList<TicketTransitionShape>>>("The buttons that the reader is offered");
        tickets.MapGet("/{id:long}/participant_info", ParticipantsAsync).Gives<ContactsShape>("Who is to act, and how to reach them");
    }

    private static async Task<ApiAnswer> FindAsync(long id, ApiRequest request, TicketRecordQueries tickets, CancellationToken ct)
    {
        if (request.Person is not { Succeeded: true, Value: var person })
        {
            return ApiRefusals.PersonMissing;
        }

        var found = await tickets.FindAsync(new TicketId(id), person, ct);

        if (!found.Succeeded)
        {
            return await TicketMessages.OfReadingAsync(found.Refusal, new TicketId(id), request, tickets, ct);
        }

        request.Context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{found.Value.Record.Ticket.Revision}\"");

        return ApiAnswer.Ok(new ValueShape<TicketDetailShape>(TicketDetailShape.Of(found.Value, request.Zone)));
    }

    private static async Task<ApiAnswer> TransitionsAsync(long id, ApiRequest request, TicketRecordQueries tickets, CancellationToken ct)
    {
        if (request.Person is not { Succeeded: true, Value: var person })
        {
            return ApiRefusals.PersonMissing;
        }

        var found = await tickets.FindAsync(new TicketId(id), person, ct);

        if (!found.Succeeded)
        {
            var refusal = await TicketMessages.OfReadingAsync(found.Refusal, new TicketId(id), request, tickets, ct);

            return refusal == TicketCallRefusals.NotRelated ? ApiAnswer.Ok(new ValueShape<IReadOnlyList<TicketTransitionShape>>([]), MayNotHandle) : refusal;
        }

        var buttons = TicketTransitionShape.Of(found.Value.Actions);

        return ApiAnswer.Ok(new ValueShape<IReadOnlyList<TicketTransitionShape>>(buttons), buttons is [] ? MayNotHandle : string.Empty);
    }

    private static async Task<ApiAnswer> ParticipantsAsync(long id, ApiRequest request, TicketRecordQueries tickets, CancellationToken ct)
    {
        var found = await tickets.FindAsync(new TicketId(id), request.Caller.Reader, ct);

        return ApiAnswer.Of(found, ContactsShape.Of);
    }
}
