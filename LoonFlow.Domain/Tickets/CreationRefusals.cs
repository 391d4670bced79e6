using System.Globalization;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Every way to be turned down by a workflow's limits, each with its numbers.</summary>
public static class CreationRefusals
{
    public static readonly Refusal NotForYou =
        new(RefusalKind.Forbidden, "creation.not_for_you", "This may be filed by certain people, departments or roles only. Ask whoever administers the workflow.");

    /// <param name="limit">What was reached.</param>
    /// <param name="again">When the next one may be filed.</param>
    /// <param name="zone">The zone in which that is told.</param>
    public static Refusal TooMany(FrequencyLimit limit, DateTimeOffset again, TimeZoneInfo zone)
    {
        // Told to the minute, so rounded up: whoever comes back then is not turned down again.
        var local = TimeZoneInfo.ConvertTime(again, zone).AddTicks(TimeSpan.TicksPerMinute - 1);
        var when = local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var count = limit.Count.ToString(CultureInfo.InvariantCulture);
        var hours = limit.Period.TotalHours.ToString("0.##", CultureInfo.InvariantCulture);

        return limit.Scope is LimitScope.PerPerson
            ? new Refusal(RefusalKind.Conflict, "creation.too_many", $"You may file {count} of these in {hours} hours. The next one is possible from {when} on.") { Arguments = [count, hours, when] }
            : new Refusal(RefusalKind.Conflict, "creation.too_many_together", $"All together may file {count} of these in {hours} hours. The next one is possible from {when} on.") { Arguments = [count, hours, when] };
    }

    public static Refusal TooManyOpen(OpenLimit limit)
    {
        var count = limit.Count.ToString(CultureInfo.InvariantCulture);

        return limit.Scope is LimitScope.PerPerson
            ? new Refusal(RefusalKind.Conflict, "creation.too_many_open", $"You may have {count} of these open at once. File the next one when one of them has come to its end.") { Arguments = [count] }
            : new Refusal(RefusalKind.Conflict, "creation.too_many_open_together", $"Only {count} of these may be open at once. File yours when one of them has come to its end.") { Arguments = [count] };
    }
}
