using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Timers;
using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Settings.Calendars;

/// <summary>Removes a calendar; workflows that named it take the default one from then on.</summary>
public sealed record RemoveCalendar(CalendarId Calendar);

public sealed class RemoveCalendarHandler(LoonFlowDb db)
{
    public async Task<Result<CalendarId>> HandleAsync(RemoveCalendar command, Actor actor, CancellationToken ct)
    {
        if (actor is not Actor.Person { IsAdministrator: true }
            || await db.Calendars.SingleOrDefaultAsync(row => row.Id == command.Calendar, ct) is not { } calendar)
        {
            return CalendarRefusals.NotFound;
        }

        if (calendar.IsDefault)
        {
            return CalendarRefusals.IsDefault;
        }

        db.Calendars.Remove(calendar);

        return calendar.Id;
    }
}
