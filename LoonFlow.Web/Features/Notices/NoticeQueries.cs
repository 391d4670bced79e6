using LoonFlow.Domain.Access;
using LoonFlow.Domain.Notifications;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Organization;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Notices;

/// <summary>Everybody's own notices, and what they chose about them.</summary>
public sealed class NoticeQueries(IDbContextFactory<LoonFlowDb> databases, CompanyStore companies, NoticeMail mail)
{
    public const int PageSize = 20;

    /// <summary>What a badge can show; one more means "and more".</summary>
    public const int MaxUnread = 99;

    private const int AtAGlance = 8;

    public async Task<NoticeGlance> GlanceAsync(Actor.Person reader, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var mine = Mine(db, reader, unreadOnly: false);
        var unread = await Mine(db, reader, unreadOnly: true).OrderBy(notice => notice.Id).Take(MaxUnread + 1).CountAsync(ct);

        return new NoticeGlance(unread, await LinesAsync(mine, 0, AtAGlance, ct));
    }

    public async Task<NoticePage> ListAsync(Actor.Person reader, bool unreadOnly, int page, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var mine = Mine(db, reader, unreadOnly);
        var total = await mine.CountAsync(ct);
        var shown = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));

        return new NoticePage(await LinesAsync(mine, (shown - 1) * PageSize, PageSize, ct), shown, total);
    }

    public async Task<NoticeChoices> ChoicesAsync(Actor.Person reader, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var row = await db.NoticePreferences.AsNoTracking().SingleOrDefaultAsync(row => row.UserId == reader.Id, ct);
        var person = (await companies.GetAsync(ct)).User(reader.Id);

        return new NoticeChoices(row?.Preferences ?? NoticePreferences.Default, person?.Email ?? string.Empty, mail.IsSetUp);
    }

    private static IQueryable<NoticeRow> Mine(LoonFlowDb db, Actor.Person reader, bool unreadOnly)
    {
        var mine = db.Notices.AsNoTracking().Where(notice => notice.Recipient == reader.Id);

        return unreadOnly ? mine.Where(notice => notice.ReadAt == null) : mine;
    }

    private static async Task<IReadOnlyList<NoticeLine>> LinesAsync(IQueryable<NoticeRow> notices, int skip, int take, CancellationToken ct) =>
        await notices
            .OrderByDescending(notice => notice.At).ThenBy(notice => notice.Id)
            .Skip(skip).Take(take)
            .Select(notice => new NoticeLine(notice.Id, notice.Ticket, notice.Event, notice.Title, notice.Text, notice.At, notice.ReadAt != null))
            .ToListAsync(ct);
}

/// <summary>What somebody chose about notices, and whether mail can reach them at all.</summary>
public sealed record NoticeChoices(NoticePreferences Chosen, string Email, bool IsMailSetUp);
