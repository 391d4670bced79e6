using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Mappings;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Tickets.Lists;

/// <summary>Tickets as callers read them. A page costs the same few queries whatever its size.</summary>
public sealed class TicketRecordQueries(IServiceScopeFactory scopes, IDbContextFactory<LoonFlowDb> databases, CompanyStore companies, WorkflowStore workflows)
{
    /// <param name="filter">Which tickets.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="skip">How many come before the page, when there are so many in all.</param>
    /// <param name="take">Most rows on it.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<TicketListing>> ListAsync(TicketFilter filter, Actor reader, Func<int, int> skip, int take, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var stamps = await db.CacheStamps.AsNoTracking().ToDictionaryAsync(stamp => stamp.Name, stamp => stamp.Value, ct);
        var company = await companies.AtAsync(stamps[CacheStamp.Company], ct);
        var catalogue = await workflows.CatalogueAtAsync(stamps[CacheStamp.Workflows], ct);

        if (reader.AsKnownBy(company) is not { } now)
        {
            return TicketRefusals.UnknownActor;
        }

        var matching = db.Matching(filter, now, catalogue);
        var total = await matching.CountAsync(ct);
        var found = total == 0 ? [] : await WithVisits(matching.Ordered(filter).Skip(skip(total)).Take(take)).ToListAsync(ct);
        var related = await RelatedAsync(db, [.. found.Select(ticket => ticket.Id)], ct);
        var versions = await workflows.VersionsAsync(found.Select(ticket => ticket.Version), ct);
        TicketRecord[] rows = [.. found.Select(ticket => TicketRecord.Of(ticket, versions[ticket.Version], catalogue[ticket.Workflow], [.. related[ticket.Id]], now))];

        return new TicketListing(rows, total, company, await ScriptsAsync(db, rows.Select(row => row.State), ct));
    }

    /// <summary>One ticket as its reader may handle it.</summary>
    public Task<Result<TicketDetail>> FindAsync(TicketId id, Actor reader, CancellationToken ct) => ReadAsync(id, reader, (_, detail) => Task.FromResult(detail), ct);

    /// <summary>A part of its history, the latest first.</summary>
    /// <param name="id">The ticket.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="skip">How many come before the page, when there are so many in all.</param>
    /// <param name="take">Most lines on it.</param>
    /// <param name="ct">Ends the wait.</param>
    public Task<Result<TicketHistory>> HistoryAsync(TicketId id, Actor reader, Func<int, int> skip, int take, CancellationToken ct) => ReadAsync(
        id,
        reader,
        async (db, detail) =>
        {
            var lines = db.FlowLog.AsNoTracking().Where(entry => entry.Ticket == id);
            var total = await lines.CountAsync(ct);

            return new TicketHistory(await lines.OrderByDescending(entry => entry.Id).Skip(skip(total)).Take(take).ToListAsync(ct), total, detail);
        },
        ct);

    /// <summary>The version that a ticket was filed with, to whoever asks: it only says how what they send is meant. Null when there is no such ticket.</summary>
    public async Task<WorkflowVersion?> VersionOfAsync(TicketId id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var version = await db.Tickets.IgnoreQueryFilters().Where(ticket => ticket.Id == id).Select(ticket => (VersionId?)ticket.Version).SingleOrDefaultAsync(ct);

        return version is { } known ? await workflows.VersionAsync(known, ct) : null;
    }

    private async Task<Result<T>> ReadAsync<T>(TicketId id, Actor reader, Func<LoonFlowDb, TicketDetail, Task<T>> read, CancellationToken ct)
        where T : notnull
    {
        // A context of its own, thrown away unsaved: the loader is the one that decisions use, so what is shown is what will be decided on.
        await using var scope = scopes.CreateAsyncScope();
        var loaded = await scope.ServiceProvider.GetRequiredService<SituationLoader>().LoadAsync(id, reader, revision: null, ct);

        if (!loaded.Succeeded)
        {
            return loaded.Refusal;
        }

        var db = scope.ServiceProvider.GetRequiredService<LoonFlowDb>();
        var (version, ticket, actor, facts) = loaded.Value;
        var related = await RelatedAsync(db, [id], ct);
        var actions = ActionRules.Offered(loaded.Value);
        var detail = new TicketDetail(
            TicketRecord.Of(ticket, version, (await workflows.CatalogueAsync(ct))[ticket.Workflow], [.. related[id]], actor),
            TicketViews.EntriesOf(version, ticket.OpenVisits.Select(visit => (visit.Number, visit.State)), actions, TicketViews.HandledVisit(actions)),
            actions,
            facts.Company,
            await ScriptsAsync(db, version.States, ct));

        return await read(db, detail);
    }

    private static IQueryable<Ticket> WithVisits(IQueryable<Ticket> tickets) => tickets
        .AsNoTracking()
        .Include(ticket => ticket.Visits.Where(visit => visit.LeftAt == null)).ThenInclude(visit => visit.Asked)
        .AsSingleQuery();

    private static async Task<ILookup<TicketId, Participant>> RelatedAsync(LoonFlowDb db, TicketId[] ids, CancellationToken ct)
    {
        var asked = ids is [] ? [] : await db.VisitParticipants.AsNoTracking()
            .Where(one => ids.Contains(EF.Property<TicketId>(one, VisitParticipantMapping.Ticket)))
            .Select(one => new { Ticket = EF.Property<TicketId>(one, VisitParticipantMapping.Ticket), one.Kind, one.Key })
            .Distinct()
            .ToListAsync(ct);

        return asked.OrderBy(one => one.Kind).ThenBy(one => one.Key).ToLookup(one => one.Ticket, one => new Participant(one.Kind, one.Key));
    }

    private static async Task<IReadOnlyDictionary<string, ScriptName>> ScriptsAsync(LoonFlowDb db, IEnumerable<State> states, CancellationToken ct)
    {
        string[] names = [.. states.Select(state => state.Participants).OfType<ParticipantSpec.Script>().Select(script => script.Name).Distinct()];

        return names is []
            ? new Dictionary<string, ScriptName>()
            : await db.Scripts.AsNoTracking().Where(script => names.Contains(script.StoredName)).ToDictionaryAsync(script => script.StoredName, script => new ScriptName(script.Id, script.Name), StringComparer.Ordinal, ct);
    }
}
