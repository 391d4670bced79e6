using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Features.Settings.Calendars;

/// <summary>Every way to be turned down about a calendar.</summary>
public static class CalendarRefusals
{
    public static readonly Refusal NotFound =
        new(RefusalKind.NotFound, "calendar.not_found", "There is no such calendar, or it is not for you.");

    public static readonly Refusal NotValid =
        new(RefusalKind.Invalid, "calendar.not_valid", "Some entries of the calendar are missing or wrong.");

    public static readonly Refusal ChangedMeanwhile =
        new(RefusalKind.Conflict, "calendar.changed_meanwhile", "Somebody else has changed this calendar since you opened it; open it again, then make your changes.");

    public static readonly Refusal IsDefault =
        new(RefusalKind.Conflict, "calendar.is_default", "The default calendar stays; make another one the default first.");
}
