using System.Text.Json.Nodes;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Tickets.Lists;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>How far those are of whom every one decides, as loonflow writes it (spec B.13).</summary>
internal static class VoteTexts
{
    /// <summary>User name to what they chose; empty where they have not, or nobody votes.</summary>
    public static string Map(TicketRecord record, Company company) => SourceJson.Write(new JsonObject(Seats(record).Select(seat => KeyValuePair.Create(
        company.User(seat.Who)?.UserName ?? string.Empty,
        (JsonNode?)(Choice(seat, record) is { } choice ? new JsonObject { ["transition_id"] = choice.Id.Value, ["transition_name"] = choice.Name.Text } : [])))));

    /// <summary>The same for people to read.</summary>
    public static string Progress(TicketRecord record, Company company) => string.Join(';', Seats(record).Select(seat =>
    {
        var user = company.User(seat.Who);
        var choice = Choice(seat, record);

        return $"{user?.Name}({user?.UserName}){(choice is null ? "未处理" : "已处理")}:{choice?.Name.Text ?? "None"}";
    }));

    private static IReadOnlyList<Seat> Seats(TicketRecord record) => record.Visit is { IsVoting: true } visit ? visit.Seats : [];

    private static Transition? Choice(Seat seat, TicketRecord record) => seat.Choice is { } id ? record.Version.Transition(id) : null;
}
