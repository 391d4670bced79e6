using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Timers;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Json;
using LoonFlow.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Settings.Calendars;

/// <summary>Keeps a calendar as the administrator wants it; a new one when its id is 0. Timers that run keep the moments they have.</summary>
public sealed record SaveCalendar(BusinessCalendar Calendar, bool IsDefault)
{
    /// <summary>The calendar as it was when the change began; what somebody else saved since is not overwritten. Null does not ask.</summary>
    public BusinessCalendar? Seen { get; init; }
}

public sealed class SaveCalendarHandler(LoonFlowDb db, IdSequences ids)
{
    public async Task<Result<CalendarId>> HandleAsync(SaveCalendar command, Actor actor, CancellationToken ct)
    {
        if (actor is not Actor.Person { IsAdministrator: true })
        {
            return CalendarRefusals.NotFound;
        }

        await db.LockAsync("calendars", ct);
        var rows = await db.Calendars.ToListAsync(ct);
        var isNew = command.Calendar.Id == default;
        var row = rows.Find(row => row.Id == command.Calendar.Id);

        if (row is null && !isNew)
        {
            return CalendarRefusals.NotFound;
        }

        if (row is not null && command.Seen is { } seen && DomainJson.Write(seen) != DomainJson.Write(row.Content))
        {
            return CalendarRefusals.ChangedMeanwhile;
        }

        var calendar = command.Calendar with { Name = command.Calendar.Name.Trim() };
        var problems = CalendarProblems.Of(calendar, rows.Select(other => other.Content));

        if (problems is not [])
        {
            return CalendarRefusals.NotValid with { Fields = problems };
        }

        if (row is { IsDefault: true } && !command.IsDefault)
        {
            return CalendarRefusals.IsDefault;
        }

        calendar = isNew ? calendar with { Id = new CalendarId(await ids.NextAsync(IdSequences.Workflows, ct)) } : calendar;

        if (row is null)
        {
            row = new CalendarRow { Id = calendar.Id, Name = calendar.Name, Content = calendar };
            db.Calendars.Add(row);
            rows.Add(row);
        }

        row.Name = calendar.Name;
        row.Content = calendar;

        if (command.IsDefault)
        {
            rows.ForEach(other => other.IsDefault = other == row);
        }

        return calendar.Id;
    }
}
