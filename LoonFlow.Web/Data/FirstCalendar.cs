using LoonFlow.Domain.Timers;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Data;

/// <summary>Gives an installation without calendars the usual office hours of its zone.</summary>
internal static class FirstCalendar
{
    /// <summary>Below all ids that are handed out, so that two instances which start together make one calendar, not two.</summary>
    private static readonly CalendarId Id = new(1);

    public static async Task AddFirstCalendarAsync(this IServiceProvider services, CancellationToken ct)
    {
        var zone = services.GetRequiredService<IOptions<InstallationOptions>>().Value.Zone;
        await using var db = await services.GetRequiredService<IDbContextFactory<LoonFlowDb>>().CreateDbContextAsync(ct);

        if (await db.Calendars.AnyAsync(ct))
        {
            return;
        }

        var calendar = BusinessCalendar.Office(Id, "标准工作时间 Office hours", zone);
        db.Calendars.Add(new CalendarRow { Id = Id, Name = calendar.Name, IsDefault = true, Content = calendar });

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (db.Calendars.AsNoTracking().Any(row => row.Id == Id))
        {
            // Another instance that starts at this moment was quicker.
        }
    }
}
