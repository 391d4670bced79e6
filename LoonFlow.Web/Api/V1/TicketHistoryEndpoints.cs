using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features.Tickets.Lists;
using LoonFlow.Web.Resources;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Api.V1;

/// <summary>What happened to a ticket, as a list and as steps (spec B.24, C.2.6, C.2.7). Only for those who may see it.</summary>
internal static class TicketHistoryEndpoints
{
    public static void Map(RouteGroupBuilder tickets)
    {
        tickets.MapGet("/{id:long}/flowlogs", LogsAsync).Gives<ApiList<FlowLogShape>>("The history, the latest first; ticket_data=1 adds the values after each line")
            .Asks<bool>("ticket_data", "1 adds all values as they were after each line.");
        tickets.MapGet("/{id:long}/flowsteps", StepsAsync).Gives<FlowStepsShape>("The states in order, each with what happened in it, the oldest first");
    }

    private static async Task<ApiAnswer> LogsAsync(long id, ApiRequest request, TicketRecordQueries tickets, IStringLocalizer<Refusals> texts, CancellationToken ct)
    {
        var page = request.Query.Page();
        var withValues = request.Query.Flag("ticket_data") ?? false;

        if (request.Query.Refusal is { } wrong)
        {
            return wrong;
        }

        if (request.Person is not { Succeeded: true, Value: var person })
        {
            return ApiRefusals.PersonMissing;
        }

        var found = await tickets.HistoryAsync(new TicketId(id), person, page.SkipOf, page.Size, ct);

        if (!found.Succeeded)
        {
            return await TicketMessages.OfReadingAsync(found.Refusal, new TicketId(id), request, tickets, ct);
        }

        var writing = new FlowLogWriting(found.Value.Detail, texts, request.Zone);

        return ApiAnswer.Ok(ApiList.Of<FlowLogShape>([.. found.Value.Lines.Select(line => writing.Log(line, withValues))], found.Value.Total, page));
    }

    private static async Task<ApiAnswer> StepsAsync(long id, ApiRequest request, TicketRecordQueries tickets, IStringLocalizer<Refusals> texts, CancellationToken ct)
    {
        if (request.Person is not { Succeeded: true, Value: var person })
        {
            return ApiRefusals.PersonMissing;
        }

        var found = await tickets.HistoryAsync(new TicketId(id), person, _ => 0, int.MaxValue, ct);

        return found.Succeeded
            ? ApiAnswer.Ok(FlowStepsShape.Of(found.Value, new FlowLogWriting(found.Value.Detail, texts, request.Zone)))
            : await TicketMessages.OfReadingAsync(found.Refusal, new TicketId(id), request, tickets, ct);
    }
}
