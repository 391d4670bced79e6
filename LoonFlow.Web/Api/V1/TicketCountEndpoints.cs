using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features.Tickets.Lists;

namespace LoonFlow.Web.Api.V1;

/// <summary>How many tickets are filed, and who may step in: what later versions of loonflow added (spec C.5).</summary>
internal static class TicketCountEndpoints
{
    private const int MaxDays = 1_000;

    /// <summary>How far back it looks where no start is given.</summary>
    private const int UsualDays = 30;

    public static void Map(RouteGroupBuilder tickets, RouteGroupBuilder workflows)
    {
        tickets.MapGet("/num_statistics", AllAsync).Gives<IReadOnlyList<TicketCountShape>>("How many tickets of each workflow were filed on each day; 30 days unless start_date and end_date say otherwise")
            .Asks<DateTimeOffset>("start_date", "The first day.").Asks<DateTimeOffset>("end_date", "The last day; today unless given.");
        workflows.MapGet("/{id:long}/statistics", OneAsync).Gives<WorkflowCountsShape>("The same of one workflow")
            .Asks<DateTimeOffset>("start_date", "The first day.").Asks<DateTimeOffset>("end_date", "The last day; today unless given.");
        workflows.MapGet("/{id:long}/can_intervene", MayInterveneAsync).Gives<MayInterveneShape>("Whether the person may step in on the workflow's tickets");
    }

    private static async Task<ApiAnswer> AllAsync(ApiRequest request, TicketCountQueries counts, TimeProvider clock, CancellationToken ct)
    {
        var found = await CountAsync(request, counts, only: null, clock, ct);

        return ApiAnswer.Of(found, days => days.Select(TicketCountShape.Of).ToArray());
    }

    private static async Task<ApiAnswer> OneAsync(long id, ApiRequest request, TicketCountQueries counts, TimeProvider clock, CancellationToken ct)
    {
        var only = new WorkflowId(id);

        if (!request.Caller.Reader.Reaches(only))
        {
            return ApplicationRefusals.WorkflowNotGranted;
        }

        var found = await CountAsync(request, counts, only, clock, ct);

        return ApiAnswer.Of(found, days => new WorkflowCountsShape([.. days.Select(day => new DayCountShape(TicketCountShape.Written(day.Day), day.Count))]));
    }

    private static async Task<ApiAnswer> MayInterveneAsync(long id, ApiRequest request, TicketCountQueries counts, CancellationToken ct) =>
        request.Person is not { Succeeded: true, Value: var person } ? ApiRefusals.PersonMissing
        : !person.Reaches(new WorkflowId(id)) ? ApplicationRefusals.WorkflowNotGranted
        : await counts.MayInterveneAsync(new WorkflowId(id), person, ct) is { } may ? ApiAnswer.Ok(new MayInterveneShape(may))
        : TicketRefusals.WorkflowNotFound;

    private static async Task<Result<IReadOnlyList<TicketCount>>> CountAsync(
        ApiRequest request, TicketCountQueries counts, WorkflowId? only, TimeProvider clock, CancellationToken ct)
    {
        var today = DayOf(clock.GetUtcNow(), request.Zone);
        var to = (request.Query.Moment("end_date") ?? request.Query.Moment("end_time")) is { } end ? DayOf(end, request.Zone) : today;
        var from = (request.Query.Moment("start_date") ?? request.Query.Moment("start_time")) is { } start ? DayOf(start, request.Zone) : to.AddDays(1 - UsualDays);

        return request.Query.Refusal is { } wrong ? wrong
            : to < from || to.DayNumber - from.DayNumber >= MaxDays ? TicketCallRefusals.PeriodTooLong
            : await counts.PerDayAsync(from, to, only, request.Caller.Reader, ct);
    }

    private static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
