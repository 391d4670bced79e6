using System.Linq.Expressions;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Data;

/// <summary>The few statements that each provider writes in its own way.</summary>
public abstract partial class LoonFlowDb
{
    /// <summary>Takes the next number of a sequence.</summary>
    public abstract Task<long> NextOfSequenceAsync(string sequence, CancellationToken ct);

    /// <summary>Takes the next serial number of a day; atomic over all instances, and gone even if the ticket is not written.</summary>
    public abstract Task<long> NextSerialAsync(DateOnly day, CancellationToken ct);

    /// <summary>Takes the next turn of a state; atomic over all instances, and gone even if the ticket does not come there.</summary>
    public abstract Task<long> NextTurnAsync(StateId state, CancellationToken ct);

    /// <summary>Leases up to <paramref name="count"/> due messages of a listener until the given moment, skipping those that another instance is at.</summary>
    public abstract Task<IReadOnlyList<Outbox.OutboxMessage>> LeaseOutboxAsync(string listener, DateTimeOffset now, DateTimeOffset until, int count, CancellationToken ct);

    /// <summary>
    /// Waits until nobody else holds the lock of this name, and holds it until this unit of work has committed or was
    /// given up. Opens a transaction, which whoever runs the use case commits.
    /// </summary>
    public async Task LockAsync(string name, CancellationToken ct)
    {
        await BeginAsync(ct);
        await TakeLockAsync(name, ct);
    }

    /// <summary>
    /// Makes statements that are executed at once one commit with all that is saved after them, which whoever runs the use
    /// case commits. Without it others see them before the rest is there, and they stay when the rest fails.
    /// </summary>
    public async Task BeginAsync(CancellationToken ct)
    {
        if (Database.CurrentTransaction is null)
        {
            await Database.BeginTransactionAsync(ct);
        }
    }

    /// <summary>Makes sure that a sequence never hands out a number up to the given one.</summary>
    public abstract Task RaiseSequenceAsync(string sequence, long above, CancellationToken ct);

    /// <summary>Brings the schema up to date. Several instances may try at once; one at a time does.</summary>
    public abstract Task MigrateAsync(CancellationToken ct);

    /// <summary>Whether a ticket's title or serial contains the text, in small letters or capitals, and taken literally.</summary>
    public abstract Expression<Func<Ticket, bool>> TicketContains(string text);

    /// <summary>The same of its title alone.</summary>
    public abstract Expression<Func<Ticket, bool>> TitleContains(string text);

    /// <summary>
    /// Whether saving failed because somebody else committed to the same ticket first: their revision is newer, they
    /// opened the visit that this commit wanted to open, or they started the child that this commit wanted to start.
    /// </summary>
    public bool IsLostRace(DbUpdateException failure) => failure is DbUpdateConcurrencyException
        || new[] { "pk_visit", "pk_ticket_participant", "ix_ticket_parent_parent_visit_child_key" }.Any(key => IsDuplicate(failure, key));

    /// <summary>The stamps of everything that is cached, by name.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> StampsAsync(CancellationToken ct) =>
        await CacheStamps.AsNoTracking().ToDictionaryAsync(stamp => stamp.Name, stamp => stamp.Value, ct);

    /// <summary>Whether saving failed because the same request was answered by somebody else at the same moment.</summary>
    public bool IsRepeated(DbUpdateException failure) => IsDuplicate(failure, "pk_repeatable_answer");

    /// <summary>Writes a nonce at once; false when it was there already.</summary>
    public async Task<bool> AddNonceAsync(Rows.RequestNonceRow nonce, CancellationToken ct)
    {
        RequestNonces.Add(nonce);

        try
        {
            await SaveChangesAsync(ct);

            return true;
        }
        catch (DbUpdateException failure) when (IsDuplicate(failure, "pk_request_nonce"))
        {
            // Whoever came first has used it.
            return false;
        }
    }

    protected abstract Task TakeLockAsync(string name, CancellationToken ct);

    /// <summary>Whether the commit failed because the key of this name was taken.</summary>
    protected abstract bool IsDuplicate(DbUpdateException failure, string key);

    protected async Task<T> ScalarAsync<T>(FormattableString sql, CancellationToken ct) =>
        (await Database.SqlQuery<T>(sql).ToListAsync(ct)).Single();
}
