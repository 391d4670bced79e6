using System.Globalization;
using LoonFlow.Domain.Forms;

namespace LoonFlow.Web.Features.Tickets.Detail;

/// <summary>What the built-in fields of a ticket read (spec A.6).</summary>
internal static class BuiltInValues
{
    public static IReadOnlyDictionary<string, string> Of(TicketView view, TimeZoneInfo zone, string format)
    {
        var states = string.Join(", ", view.StateNames.Select(name => name.ForReader()));
        var waitsFor = string.Join(", ", view.Stays.SelectMany(stay => stay.WaitsFor).Select(who => who.Name).Distinct());

        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [BuiltInField.Serial] = view.Serial,
            [BuiltInField.StateId] = view.State.Value.ToString(CultureInfo.InvariantCulture),
            [BuiltInField.StateName] = states,
            [BuiltInField.ParticipantName] = waitsFor,
            [BuiltInField.ParticipantAlias] = waitsFor,
            [BuiltInField.WorkflowName] = view.Workflow.Name.ForReader(),
            [BuiltInField.Creator] = view.Creator.Name,
            [BuiltInField.CreatedAt] = Moment(view.CreatedAt, zone, format),
            [BuiltInField.ChangedAt] = Moment(view.ChangedAt, zone, format),
        };
    }

    private static string Moment(DateTimeOffset at, TimeZoneInfo zone, string format) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString(format, CultureInfo.CurrentCulture);
}
