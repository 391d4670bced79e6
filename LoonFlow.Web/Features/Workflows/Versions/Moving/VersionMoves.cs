using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Organization;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Workflows.Versions.Moving;

/// <summary>One running ticket before a move.</summary>
/// <param name="Ticket">Its id.</param>
/// <param name="Serial">What people quote.</param>
/// <param name="Title">Its title.</param>
/// <param name="Revision">As it was looked at.</param>
/// <param name="Number">Of the version that it goes by.</param>
/// <param name="From">The states it is in.</param>
/// <param name="To">The states it would be in; empty when it cannot be moved.</param>
/// <param name="Reasons">Every reason why it cannot.</param>
public sealed record TicketToMove(
    TicketId Ticket, string Serial, string Title, int Revision, int Number, IReadOnlyList<Caption> From, IReadOnlyList<Caption> To, IReadOnlyList<Refusal> Reasons)
{
    public bool CanMove => Reasons is [];
}

/// <summary>A page of the running tickets that go by other versions.</summary>
public sealed record MovePreview(IReadOnlyList<TicketToMove> Tickets, int Total);

/// <summary>What would become of running tickets, without touching one. The number of commands does not depend on theirs.</summary>
public sealed class VersionMoves(
    DesignAccess access, WorkflowStore workflows, CompanyStore companies, IDbContextFactory<LoonFlowDb> databases, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>Null where the workflow is not this person's, or has no such version.</summary>
    /// <param name="plan">Where to.</param>
    /// <param name="page">Counts from 1.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<MovePreview?> PreviewAsync(MovePlan plan, int page, Actor.Person person, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);

        if (await TargetAsync(db, plan, person, ct) is not { } target)
        {
            return null;
        }

        var running = Running(db, plan.Workflow, target.Id);
        var total = await running.CountAsync(ct);
        var tickets = await running
            .OrderBy(ticket => ticket.Id)
            .Skip((Math.Max(1, page) - 1) * PageSize)
            .Take(PageSize)
            .Include(ticket => ticket.Visits.Where(visit => visit.LeftAt == null)).ThenInclude(visit => visit.Asked)
            .AsSplitQuery()
            .ToListAsync(ct);
        var versions = await workflows.VersionsAsync(tickets.Select(ticket => ticket.Version), ct);
        var facts = new DecisionFacts
        {
            Now = clock.GetUtcNow(),
            Company = await companies.GetAsync(ct),
            Access = (await workflows.CatalogueAsync(ct))[plan.Workflow].Access,
        };
        var move = new VersionMove(target, plan.Instead);

        return new MovePreview([.. tickets.Select(ticket => Look(new Situation(versions[ticket.Version], ticket, person, facts), move))], total);
    }

    /// <summary>Every running ticket that goes by another version, with its revision as of now.</summary>
    public async Task<IReadOnlyList<(TicketId Ticket, int Revision)>> AllAsync(MovePlan plan, Actor.Person person, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);

        return await TargetAsync(db, plan, person, ct) is { } target
            ? [.. (await Running(db, plan.Workflow, target.Id).OrderBy(ticket => ticket.Id).Select(ticket => new { ticket.Id, ticket.Revision }).ToListAsync(ct)).Select(row => (row.Id, row.Revision))]
            : [];
    }

    /// <summary>The states in which tickets are that a version does not have.</summary>
    public async Task<IReadOnlyList<State>> GoneAsync(MovePlan plan, Actor.Person person, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);

        if (await TargetAsync(db, plan, person, ct) is not { } target)
        {
            return [];
        }

        var open = await Running(db, plan.Workflow, target.Id)
            .SelectMany(ticket => ticket.Visits.Where(visit => visit.LeftAt == null).Select(visit => new { ticket.Version, visit.State }))
            .Distinct()
            .ToListAsync(ct);
        var versions = await workflows.VersionsAsync(open.Select(row => row.Version), ct);

        return [.. open.Where(row => target.FindState(row.State) is null).Select(row => versions[row.Version].FindState(row.State)).OfType<State>().DistinctBy(state => state.Id).OrderBy(state => state.Order)];
    }

    private static TicketToMove Look(Situation situation, VersionMove move)
    {
        var (old, ticket, _, _) = situation;
        var reasons = VersionMoveRules.Problems(situation, move);
        StateId[] entered = [.. ticket.OpenVisits.Where(visit => move.Target.FindState(visit.State) is null).Select(visit => move.StateFor(visit.State)?.Id).OfType<StateId>()];

        // Whoever is named by a service or in turn is asked for when the ticket is moved, not before.
        if (reasons is [] && entered is not [] && ParticipantLookups.For(move.Target, entered).IsEmpty && VersionMoveRules.Move(situation, move).Refusal is { } refusal)
        {
            reasons = [refusal];
        }

        return new TicketToMove(
            ticket.Id,
            ticket.Serial,
            ticket.Title,
            ticket.Revision,
            old.Number,
            [.. ticket.OpenVisits.Where(visit => !visit.IsFork).Select(visit => old.FindState(visit.State)?.Name).OfType<Caption>()],
            reasons is [] ? [.. ticket.OpenVisits.Where(visit => !visit.IsFork).Select(visit => move.StateFor(visit.State)?.Name).OfType<Caption>()] : [],
            reasons);
    }

    private async Task<WorkflowVersion?> TargetAsync(LoonFlowDb db, MovePlan plan, Actor.Person person, CancellationToken ct)
    {
        if (await access.FindAsync(plan.Workflow, person, ct) is null)
        {
            return null;
        }

        var id = await db.WorkflowVersions.AsNoTracking()
            .Where(row => row.Workflow == plan.Workflow && row.Number == plan.Number)
            .Select(row => (VersionId?)row.Id)
            .SingleOrDefaultAsync(ct);

        return id is { } version ? await workflows.VersionAsync(version, ct) : null;
    }

    private static IQueryable<Ticket> Running(LoonFlowDb db, WorkflowId workflow, VersionId target) =>
        db.Tickets.AsNoTracking().Where(ticket => ticket.Workflow == workflow && ticket.Version != target && ticket.EndedAt == null && ticket.DeletedAt == null);
}
