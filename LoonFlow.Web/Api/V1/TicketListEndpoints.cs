using System.Globalization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features.Tickets.Lists;

namespace LoonFlow.Web.Api.V1;

/// <summary>Lists of tickets (spec B.26, C.2.1, C.2.9).</summary>
internal static class TicketListEndpoints
{
    public static void Map(RouteGroupBuilder tickets)
    {
        tickets.MapGet("", ListAsync).Gives<ApiList<TicketShape>>("Tickets of a category, filtered and in pages")
            .Asks("category", "all, owner, duty, relation, worked, view or intervene.")
            .Asks("sn", "Serial numbers that begin with this.")
            .Asks("title", "Titles that contain this.")
            .Asks<DateTimeOffset>("create_start", "Filed then or later.")
            .Asks<DateTimeOffset>("create_end", "Filed then or earlier.")
            .Asks<long[]>("workflow_ids", "Of these workflows.")
            .Asks<long[]>("state_ids", "In these states.")
            .Asks<long[]>("ticket_ids", "These tickets.")
            .Asks<bool>("is_end", "Whether they are over.")
            .Asks<bool>("is_rejected", "Whether they were sent back to their creator.")
            .Asks<long>("act_state_id", "Of this standing: 0 draft, 1 ongoing, 2 returned, 3 withdrawn, 4 finished, 5 closed.")
            .Asks<long>("parent_ticket_id", "Children of this ticket.")
            .Asks<long>("parent_ticket_state_id", "Children of this state of their parent.")
            .Asks<bool>("from_admin", "Only of workflows that the person administers.")
            .Asks<bool>("reverse", "1, which is usual, begins with the newest; 0 with the oldest.");
        tickets.MapGet("/states", StatesAsync).Gives<Dictionary<string, TicketStandingShape>>("The states of many tickets by their ids").Asks<long[]>("ticket_ids", "The tickets, at most 1000.");
    }

    private static async Task<ApiAnswer> ListAsync(ApiRequest request, TicketRecordQueries tickets, CancellationToken ct)
    {
        if (request.Caller.Application is { Workflows: [] })
        {
            return TicketCallRefusals.NoWorkflows;
        }

        if (CategoryOf(request.Query.Text("category")) is not { } category)
        {
            return TicketCallRefusals.CategoryUnknown;
        }

        var page = request.Query.Page();
        var filter = Filter(request.Query, category);

        if (request.Query.Refusal is { } wrong)
        {
            return wrong;
        }

        // An application may look at all of its tickets; a list that is somebody's needs somebody.
        if (category is not TicketCategory.All && !request.Person.Succeeded)
        {
            return request.Person.Refusal;
        }

        var found = await tickets.ListAsync(filter, request.Caller.Reader, page.SkipOf, page.Size, ct);

        return ApiAnswer.Of(found, listing => ApiList.Of<TicketShape>(
            [.. listing.Rows.Select(row => TicketShape.Of(row, listing.Company, listing.Scripts, request.Zone))], listing.Total, page));
    }

    private static async Task<ApiAnswer> StatesAsync(ApiRequest request, TicketRecordQueries tickets, CancellationToken ct)
    {
        var ids = request.Query.Ids("ticket_ids");

        if (ids is null && request.Query.Refusal is null)
        {
            request.Query.Add(ApiProblems.Missing("ticket_ids"));
        }

        if (request.Query.Refusal is { } wrong)
        {
            return wrong;
        }

        var filter = new TicketFilter { Category = TicketCategory.All, Tickets = [.. ids!.Select(id => new TicketId(id))] };
        var found = await tickets.ListAsync(filter, request.Caller.Reader, _ => 0, ApiInput.MaxIds, ct);

        return !found.Succeeded ? found.Refusal
            : found.Value.Rows is [] ? TicketRefusals.NotFound
            : ApiAnswer.Ok(found.Value.Rows.ToDictionary(row => row.Ticket.Id.Value, TicketStandingShape.Of));
    }

    private static TicketFilter Filter(ApiInput query, TicketCategory category) => new()
    {
        Category = category,
        Serial = query.Text("sn", Ticket.MaxSerialLength),
        Title = query.Text("title", Ticket.MaxTitleLength),
        CreatedFrom = query.Moment("create_start"),
        CreatedTo = query.Moment("create_end"),
        Workflows = query.Ids("workflow_ids")?.Select(id => new WorkflowId(id)).ToArray(),
        States = query.Ids("state_ids")?.Select(id => new StateId(id)).ToArray(),
        Tickets = query.Ids("ticket_ids")?.Select(id => new TicketId(id)).ToArray(),
        IsOver = query.Flag("is_end"),
        IsRejected = query.Flag("is_rejected"),
        Status = StatusOf(query, "act_state_id") ?? StatusOf(query, "act_state"),
        Parent = query.Integer("parent_ticket_id") is { } parent ? new TicketId(parent) : null,
        ParentState = query.Integer("parent_ticket_state_id") is { } state ? new StateId(state) : null,
        IsAdministered = query.Flag("from_admin") ?? false,
        OldestFirst = query.Flag("reverse") is false,
    };

    private static TicketCategory? CategoryOf(string? word) => word switch
    {
        "all" => TicketCategory.All,
        "owner" => TicketCategory.Owner,
        "duty" => TicketCategory.Duty,
        "relation" => TicketCategory.Relation,
        "worked" => TicketCategory.Worked,
        "view" => TicketCategory.View,
        "intervene" => TicketCategory.Intervene,
        _ => null,
    };

    /// <summary>By its number, or as loonflow's last version calls it.</summary>
    private static TicketStatus? StatusOf(ApiInput query, string key)
    {
        if (query.Text(key) is not { } word)
        {
            return null;
        }

        if (TicketStatusWords.All.TryGetValue(word, out var status))
        {
            return status;
        }

        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((TicketStatus)number))
        {
            return (TicketStatus)number;
        }

        query.Add(ApiProblems.NotOneOf(key, TicketStatusWords.All.Select(pair => $"{(int)pair.Value}").Concat(TicketStatusWords.All.Keys)));

        return null;
    }
}
