using LoonFlow.Domain.Common;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Organization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Notices;

/// <summary>
/// Puts what waits for the digest that is due into one mail per person; each notice goes into at most one. Answers for
/// how many people; there may be more when it took as many as it may at once.
/// </summary>
public sealed record SendDigests
{
    public const int AtOnce = 100;

    /// <summary>More than anyone reads; the rest is in the bell.</summary>
    public const int MostInOne = 50;
}

public sealed class SendDigestsHandler(
    LoonFlowDb db,
    CompanyStore companies,
    NoticeMail mail,
    DigestMessages messages,
    TimeProvider clock,
    IOptions<NoticesOptions> options,
    IOptions<InstallationOptions> installation)
{
    private const string Lock = "digests";

    public async Task<Result<int>> HandleAsync(CancellationToken ct)
    {
        // Instances take turns: of two that read the same at once, the slower could make a mail anew that was sent meanwhile.
        await db.LockAsync(Lock, ct);
        var now = clock.GetUtcNow();
        var due = LastDue(now, installation.Value.Zone, options.Value.DigestAt);
        var waiting = db.Notices.Where(notice => notice.DigestFrom != null && notice.DigestFrom < due);
        var people = await waiting.Select(notice => notice.Recipient).Distinct().OrderBy(id => id).Take(SendDigests.AtOnce).ToListAsync(ct);

        if (people is [])
        {
            return 0;
        }

        var company = await companies.GetAsync(ct);
        var chosen = await db.NoticePreferences.AsNoTracking().Where(row => people.Contains(row.UserId)).ToDictionaryAsync(row => row.UserId, row => row.Preferences, ct);
        var rows = await waiting.Where(notice => people.Contains(notice.Recipient)).OrderBy(notice => notice.At).ToListAsync(ct);

        foreach (var mine in rows.GroupBy(row => row.Recipient))
        {
            var preferences = chosen.GetValueOrDefault(mine.Key, NoticePreferences.Default);
            NoticeRow[] news = [.. mine.Where(row => row.ReadAt is null && preferences.EmailFor(NoticeRules.GroupOf(row.Event)) is EmailChoice.Daily)];

            if (news is not [] && company.User(mine.Key) is { IsActive: true } person && mail.Reaches(person))
            {
                db.Outbox.Add(messages.Of(person, preferences.Language ?? options.Value.Language, news, now));
            }

            foreach (var row in mine)
            {
                row.DigestFrom = null;
            }
        }

        return people.Count;
    }

    /// <summary>The latest moment, up to now, at which digests were due. Nothing remembers the last run: what waits tells it.</summary>
    private static DateTimeOffset LastDue(DateTimeOffset now, TimeZoneInfo zone, TimeSpan at)
    {
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        var due = OnDay(today);

        return due <= now ? due : OnDay(today.AddDays(-1));

        DateTimeOffset OnDay(DateTime day) => new DateTimeOffset(day + at, zone.GetUtcOffset(day + at)).ToUniversalTime();
    }
}
