using System.Globalization;
using LoonFlow.Web.Features.Tickets.Lists;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>How many tickets of a workflow were filed on a day.</summary>
/// <param name="Day">As 2026-03-02.</param>
/// <param name="Type">The workflow's name.</param>
/// <param name="Count">How many.</param>
internal sealed record TicketCountShape(string Day, string Type, int Count)
{
    public static TicketCountShape Of(TicketCount count) => new(Written(count.Day), count.Workflow.Text, count.Count);

    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>The same of one workflow.</summary>
internal sealed record WorkflowCountsShape(IReadOnlyList<DayCountShape> ResultList);

/// <summary>How many on one day.</summary>
internal sealed record DayCountShape(string Day, int Count);

/// <summary>Whether somebody may step in.</summary>
internal sealed record MayInterveneShape(bool CanIntervene);
