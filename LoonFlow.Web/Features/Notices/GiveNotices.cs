using LoonFlow.Domain.Common;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Notices;

/// <summary>Rings the bells of those whom the notices of one decision concern, and hands out what is to be sent. Answers how many bells.</summary>
/// <param name="Message">The outbox message that brought the notices; the same one again does nothing.</param>
/// <param name="At">When it happened.</param>
/// <param name="Due">The notices.</param>
public sealed record GiveNotices(Guid Message, DateTimeOffset At, NoticesDue Due);

public sealed class GiveNoticesHandler(
    LoonFlowDb db,
    CompanyStore companies,
    WorkflowStore workflows,
    NoticeWords words,
    NoticeDeliveries deliveries,
    TimeProvider clock)
{
    public async Task<Result<int>> HandleAsync(GiveNotices command, CancellationToken ct)
    {
        if (await db.ToldNotices.AnyAsync(told => told.Message == command.Message, ct))
        {
            return 0;
        }

        var now = clock.GetUtcNow();
        db.ToldNotices.Add(new ToldNotices { Message = command.Message, At = now });

        if (await TicketAsync(command.Due.Ticket, ct) is not { } ticket)
        {
            return 0;
        }

        Notice[] due = [.. command.Due.Notices.Where(notice => ticket.DeletedAt is null || notice.Event is NoticeEvent.Deleted)];
        var company = await companies.GetAsync(ct);
        var workflow = await workflows.VersionAsync(ticket.Version, ct);
        var access = (await workflows.CatalogueAsync(ct))[ticket.Workflow].Access;
        SpokenNotice[] spoken = [.. due.Select(notice => words.Of(new NoticeSubject(notice, workflow, ticket, company)))];
        GivenNotice[] given =
        [
            .. NoticeRules.Recipients(due, ticket, access, company).Select(personal => Given(
                command.Message,
                company.User(personal.Recipient)!,
                spoken.First(one => ReferenceEquals(one.Subject.Notice, personal.Notice)),
                command.At)),
        ];

        await ReadByActorAsync(command, now, ct);
        db.Notices.AddRange(given.Select(one => one.Row));
        db.Outbox.AddRange(await deliveries.OfAsync(command.Message, spoken, given, now, ct));

        return given.Length;
    }

    /// <summary>A deleted one too: that it was deleted is what has to be told.</summary>
    private Task<Ticket?> TicketAsync(TicketId id, CancellationToken ct) => db.Tickets.IgnoreQueryFilters().AsNoTracking()
        .Where(ticket => ticket.Id == id)
        .Include(ticket => ticket.Visits).ThenInclude(visit => visit.Asked)
        .AsSplitQuery()
        .SingleOrDefaultAsync(ct);

    /// <summary>Whoever acted on the ticket need not be told any more what they were told before.</summary>
    private async Task ReadByActorAsync(GiveNotices command, DateTimeOffset now, CancellationToken ct)
    {
        await db.BeginAsync(ct);

        if (command.Due.Notices[0].Actor is { } actor
            && await db.Notices
                .Where(notice => notice.Recipient == actor && notice.Ticket == command.Due.Ticket && notice.ReadAt == null && notice.At <= command.At)
                .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now), ct) > 0)
        {
            db.Outbox.Add(BellMessages.For([actor], now));
        }
    }

    private static GivenNotice Given(Guid message, User recipient, SpokenNotice spoken, DateTimeOffset at) => new(recipient, spoken, new NoticeRow
    {
        Id = DerivedIds.From(message, $"bell {recipient.Id.Value}"),
        Recipient = recipient.Id,
        Ticket = spoken.Subject.Ticket.Id,
        Event = spoken.Subject.Notice.Event,
        Title = spoken.Title,
        Text = spoken.Text,
        At = at,
    });
}
