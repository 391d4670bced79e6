using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Who may file a workflow's tickets, and whether there are too many already (spec B.3 [R]).</summary>
public static class CreationRules
{
    /// <summary>Why this person may never file with it; null when they may. The catalogue offers what they may.</summary>
    public static Refusal? WhyNot(CreationLimits limits, Actor.Person person) =>
        (limits.People is null || limits.People.Contains(person.Id))
        && (limits.Departments is null || limits.Departments.Any(person.Departments.Contains))
        && (limits.Roles is null || limits.Roles.Any(person.Roles.Contains))
            ? null
            : CreationRefusals.NotForYou;

    /// <summary>Why nobody in the scope may file another one now; null when they may.</summary>
    /// <param name="limits">The workflow's.</param>
    /// <param name="counted">The tickets that count.</param>
    /// <param name="now">The end of the period.</param>
    /// <param name="zone">The zone in which one is told when to come back.</param>
    public static Refusal? WhyNotNow(CreationLimits limits, CreationFacts counted, DateTimeOffset now, TimeZoneInfo zone) =>
        limits.Frequency is { } frequency && counted.FilledAt is { } filled && filled > now - frequency.Period ? CreationRefusals.TooMany(frequency, filled + frequency.Period, zone)
        : limits.Open is { } open && counted.Open >= open.Count ? CreationRefusals.TooManyOpen(open)
        : null;
}
