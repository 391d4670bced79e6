using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Layout;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Notices;

/// <summary>Keeps how somebody wants to hear of things, from the next notice on.</summary>
public sealed record SaveNoticePreferences(NoticePreferences Chosen);

public sealed class SaveNoticePreferencesHandler(LoonFlowDb db)
{
    public async Task<Result<NoticePreferences>> HandleAsync(SaveNoticePreferences command, Actor actor, CancellationToken ct)
    {
        if (actor is not Actor.Person person)
        {
            return TicketRefusals.UnknownActor;
        }

        EmailChoice[] choices = [command.Chosen.WaitsForMe, command.Chosen.AboutMyTickets, command.Chosen.Comments];

        if (choices.Any(choice => !Enum.IsDefined(choice)))
        {
            return NoticeRefusals.ChoiceUnknown;
        }

        if (command.Chosen.Language is { } language && Preferences.Cultures.All(culture => culture.Name != language))
        {
            return NoticeRefusals.LanguageUnknown;
        }

        var row = await db.NoticePreferences.SingleOrDefaultAsync(row => row.UserId == person.Id, ct)
            ?? db.NoticePreferences.Add(new NoticePreferenceRow { UserId = person.Id }).Entity;
        row.Take(command.Chosen);

        return command.Chosen;
    }
}
