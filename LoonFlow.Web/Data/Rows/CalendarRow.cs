using LoonFlow.Domain.Timers;

namespace LoonFlow.Web.Data.Rows;

/// <summary>How a calendar of working time is stored.</summary>
public sealed class CalendarRow
{
    public required CalendarId Id { get; init; }

    /// <summary>Whether workflows that name no calendar take this one; one of them is.</summary>
    public bool IsDefault { get; set; }

    public required string Name { get; set; }

    public required BusinessCalendar Content { get; set; }
}
