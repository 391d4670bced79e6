using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>Lists of tickets. A page costs the same few queries whatever its size: names come from memory, captions from the versions.</summary>
public sealed class InboxQueries(
    IDbContextFactory<LoonFlowDb> databases,
    CompanyStore companies,
    WorkflowStore workflows,
    IOptions<InstallationOptions> installation)
{
    /// <summary>Nobody turns more pages than these; counting on would read the whole table for a number.</summary>
    public const int MaxTotal = 10_000;

    /// <summary>What a badge can show; one more means "and more".</summary>
    public const int MaxTodo = 99;

    public async Task<InboxView> ListAsync(InboxFilter filter, Actor.Person actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var (company, catalogue) = await KnownNowAsync(db, ct);

        if (actor.AsKnownBy(company) is not Actor.Person reader)
        {
            return new InboxView([], 1, 0, IsCut: false, [], []);
        }

        var matching = Ordered(Narrowed(db, Tab(db, filter.Tab, reader, catalogue.Values), filter), filter);
        var count = await matching.Take(MaxTotal + 1).CountAsync(ct);
        var total = Math.Min(count, MaxTotal);
        var page = Math.Min(filter.Page, Math.Max(1, (total + filter.PageSize - 1) / filter.PageSize));
        var found = total == 0 ? [] : await FoundAsync(matching.Skip((page - 1) * filter.PageSize).Take(filter.PageSize), ct);
        var versions = await workflows.VersionsAsync([.. found.Select(ticket => ticket.Version), .. PublishedOf(catalogue, filter.Workflow)], ct);

        return new InboxView(
            [.. found.Select(ticket => Row(ticket, versions[ticket.Version], catalogue[ticket.Workflow], reader, company))],
            page,
            total,
            IsCut: count > total,
            [.. catalogue.Values.OrderBy(workflow => workflow.Name.Text, StringComparer.CurrentCulture).Select(workflow => new InboxChoice<WorkflowId>(workflow.Id, workflow.Name))],
            [.. PublishedOf(catalogue, filter.Workflow).SelectMany(id => versions[id].States).OrderBy(state => state.Order).Select(state => new InboxChoice<StateId>(state.Id, state.Name))]);
    }

    /// <summary>How many tickets wait for the person, counted up to one more than <see cref="MaxTodo"/>.</summary>
    public async Task<int> CountTodoAsync(Actor.Person actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);

        return await db.TodoOf(actor).Distinct().OrderBy(id => id).Take(MaxTodo + 1).CountAsync(ct);
    }

    /// <summary>What to take up after a ticket: the next one in the order of the inbox, then from its beginning; null when nothing else waits.</summary>
    public async Task<NextTicket?> NextTodoAsync(TicketId after, Actor.Person actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var todo = db.TodoOf(actor);
        var left = db.Tickets.Where(ticket => ticket.Id == after).Select(ticket => ticket.CreatedAt);

        return await db.Tickets
            .Where(ticket => ticket.Id != after && todo.Contains(ticket.Id))
            .OrderBy(ticket => left.Any(at => ticket.CreatedAt <= at) ? 0 : 1)
            .ThenByDescending(ticket => ticket.CreatedAt).ThenByDescending(ticket => ticket.Id)
            .Select(ticket => new NextTicket(ticket.Id, ticket.Title))
            .FirstOrDefaultAsync(ct);
    }

    private async Task<(Company Company, IReadOnlyDictionary<WorkflowId, Workflow> Catalogue)> KnownNowAsync(LoonFlowDb db, CancellationToken ct)
    {
        var stamps = await db.StampsAsync(ct);

        return (await companies.AtAsync(stamps[CacheStamp.Company], ct), await workflows.CatalogueAtAsync(stamps[CacheStamp.Workflows], ct));
    }

    private static IQueryable<Ticket> Tab(LoonFlowDb db, InboxTab tab, Actor.Person reader, IEnumerable<Workflow> catalogue)
    {
        switch (tab)
        {
            case InboxTab.Todo:
                var todo = db.TodoOf(reader);
                return db.Tickets.Where(ticket => todo.Contains(ticket.Id));
            case InboxTab.Created:
                return db.Tickets.Where(ticket => ticket.Creator == reader.Id);
            case InboxTab.Related:
                var related = db.RelatedTo(reader);
                return db.Tickets.Where(ticket => related.Contains(ticket.Id));
            default:
                return db.VisibleTo(reader, catalogue);
        }
    }

    private IQueryable<Ticket> Narrowed(LoonFlowDb db, IQueryable<Ticket> tickets, InboxFilter filter)
    {
        if (filter.Text is { } text)
        {
            tickets = tickets.Where(db.TicketContains(text));
        }

        if (filter.Workflow is { } workflow)
        {
            tickets = tickets.Where(ticket => ticket.Workflow == workflow);
        }

        if (filter.State is { } state)
        {
            tickets = tickets.Where(ticket => (ticket.EndedAt != null && ticket.State == state) || ticket.Visits.Any(visit => visit.LeftAt == null && visit.State == state));
        }

        if (filter.Status is { } status)
        {
            tickets = tickets.Where(ticket => ticket.Status == status);
        }

        if (filter.From is { } from)
        {
            var first = Midnight(from);
            tickets = tickets.Where(ticket => ticket.CreatedAt >= first);
        }

        if (filter.To is { } to)
        {
            var end = Midnight(to.AddDays(1));
            tickets = tickets.Where(ticket => ticket.CreatedAt < end);
        }

        return tickets;
    }

    private DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);

        return new DateTimeOffset(local, installation.Value.Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static IQueryable<Ticket> Ordered(IQueryable<Ticket> tickets, InboxFilter filter) => filter.OldestFirst
        ? tickets.OrderBy(ticket => ticket.CreatedAt).ThenBy(ticket => ticket.Id)
        : tickets.OrderByDescending(ticket => ticket.CreatedAt).ThenByDescending(ticket => ticket.Id);

    private static Task<List<Found>> FoundAsync(IQueryable<Ticket> tickets, CancellationToken ct) => tickets
        .AsNoTracking()
        .AsSingleQuery()
        .Select(ticket => new Found
        {
            Id = ticket.Id,
            Serial = ticket.Serial,
            Title = ticket.Title,
            Workflow = ticket.Workflow,
            Version = ticket.Version,
            State = ticket.State,
            Creator = ticket.Creator,
            Status = ticket.Status,
            CreatedAt = ticket.CreatedAt,
            Visits = ticket.Visits.Where(visit => visit.LeftAt == null).OrderBy(visit => visit.Number).Select(visit => new FoundVisit
            {
                State = visit.State,
                EnteredAt = visit.EnteredAt,
                IsFork = visit.Arrivals != null,
                IsUndecided = visit.IsUndecided,
                Seats = visit.Seats,
                Automation = visit.Automation,
                Timers = visit.Timers,
                Asked = visit.Asked.Where(asked => asked.MustAct).Select(asked => new FoundParticipant { Kind = asked.Kind, Key = asked.Key }).ToList(),
            }).ToList(),
        })
        .ToListAsync(ct);

    private static VersionId[] PublishedOf(IReadOnlyDictionary<WorkflowId, Workflow> catalogue, WorkflowId? id) =>
        id is { } known && catalogue.GetValueOrDefault(known) is { Published: { } version } ? [version] : [];

    private static InboxRow Row(Found ticket, WorkflowVersion version, Workflow workflow, Actor.Person reader, Company company)
    {
        var me = Participant.Of(reader.Id);
        Participant[] waitsFor = [.. ticket.Visits.SelectMany(visit => visit.Asked).Select(asked => new Participant(asked.Kind, asked.Key)).Distinct().OrderBy(asked => asked == me ? 0 : 1)];

        return new InboxRow(
            ticket.Id,
            ticket.Serial,
            ticket.Title,
            workflow.Name,
            workflow.Icon,
            [.. StatesOf(ticket).Select(state => version.State(state).Name)],
            [.. waitsFor.Select(participant => ParticipantName.Of(participant, company))],
            waitsFor.Any(participant => participant.Includes(reader)),
            ticket.Visits is [] ? null : ticket.Visits.Min(visit => visit.EnteredAt),
            PersonName.Of(ticket.Creator, company),
            ticket.Status,
            ticket.CreatedAt)
        {
            AsksMe = waitsFor.Contains(me),
            Vote = ticket.Visits.Where(visit => visit is { Seats: [_, ..], IsUndecided: false }).Select(visit => visit.Seats).FirstOrDefault() is { } seats
                ? new InboxVote(seats.Count(seat => seat.Choice is not null), seats.Count)
                : null,
            HasFailed = ticket.Visits.Any(visit => visit.Automation is { Status: AutomationStatus.Failed }),
            WaitsForChildren = ticket.Visits.Any(visit => visit.Automation is null or { Status: AutomationStatus.Done } && version.State(visit.State).Children is { Wait: not ChildrenWait.None }),
            Due = ticket.Visits.SelectMany(visit => Dues(visit, version)).MinBy(due => due.At),
        };
    }

    private static IEnumerable<InboxDue> Dues(FoundVisit visit, WorkflowVersion version) => visit.Timers
        .Join(version.State(visit.State).Timers, timer => timer.Number, setting => setting.Number, (timer, setting) => (timer.DueAt, setting.Action))
        .Where(pair => pair is { DueAt: not null, Action: not TimerAction.Remind })
        .Select(pair => new InboxDue(pair.DueAt!.Value, pair.Action is TimerAction.Escalate));

    private static IEnumerable<StateId> StatesOf(Found ticket) =>
        ticket.Visits is [] ? [ticket.State] : ticket.Visits.Where(visit => !visit.IsFork).Select(visit => visit.State).Distinct();

    private sealed class Found
    {
        public required TicketId Id { get; init; }

        public required string Serial { get; init; }

        public required string Title { get; init; }

        public required WorkflowId Workflow { get; init; }

        public required VersionId Version { get; init; }

        public required StateId State { get; init; }

        public required UserId Creator { get; init; }

        public required TicketStatus Status { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }

        public required List<FoundVisit> Visits { get; init; }
    }

    private sealed class FoundVisit
    {
        public required StateId State { get; init; }

        public required DateTimeOffset EnteredAt { get; init; }

        public required bool IsFork { get; init; }

        public required bool IsUndecided { get; init; }

        public required IReadOnlyList<Seat> Seats { get; init; }

        public required AutomationRun? Automation { get; init; }

        public required IReadOnlyList<VisitTimer> Timers { get; init; }

        public required List<FoundParticipant> Asked { get; init; }
    }

    private sealed class FoundParticipant
    {
        public required ParticipantKind Kind { get; init; }

        public required long Key { get; init; }
    }
}
