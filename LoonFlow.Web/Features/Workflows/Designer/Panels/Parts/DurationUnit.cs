namespace LoonFlow.Web.Features.Workflows.Designer.Panels.Parts;

/// <summary>In what a designer counts time.</summary>
internal enum DurationUnit
{
    Minutes,
    Hours,
    Days,
}

internal static class DurationUnits
{
    public static TimeSpan Span(this DurationUnit unit) => unit switch
    {
        DurationUnit.Days => TimeSpan.FromDays(1),
        DurationUnit.Hours => TimeSpan.FromHours(1),
        _ => TimeSpan.FromMinutes(1),
    };
}
