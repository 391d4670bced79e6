using System.Linq.Expressions;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data.Mappings;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LoonFlow.Web.Data;

/// <summary>LoonFlow on PostgreSQL.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : LoonFlowDb(options)
{
    /// <summary>Any number that nothing else locks.</summary>
    private const long MigrationLock = 20_261_121;

    public override Task<long> NextOfSequenceAsync(string sequence, CancellationToken ct) =>
        ScalarAsync<long>($"SELECT nextval({sequence}::regclass) AS \"Value\"", ct);

    public override Task<long> NextSerialAsync(DateOnly day, CancellationToken ct) => ScalarAsync<long>(
        $"""
        INSERT INTO serial_counter AS c (day, last) VALUES ({day}, 1)
        ON CONFLICT (day) DO UPDATE SET last = c.last + 1
        RETURNING last AS "Value"
        """,
        ct);

    public override Task<long> NextTurnAsync(StateId state, CancellationToken ct) => ScalarAsync<long>(
        $"""
        INSERT INTO turn_counter AS c (state, last) VALUES ({state.Value}, 1)
        ON CONFLICT (state) DO UPDATE SET last = c.last + 1
        RETURNING last AS "Value"
        """,
        ct);

    public override async Task<IReadOnlyList<OutboxMessage>> LeaseOutboxAsync(string listener, DateTimeOffset now, DateTimeOffset until, int count, CancellationToken ct) =>
        await Outbox.FromSql(
            $"""
            UPDATE outbox SET leased_until = {until}, attempts = attempts + 1
            WHERE id IN (
                SELECT id FROM outbox
                WHERE listener = {listener} AND NOT is_dead AND due_at <= {now} AND (leased_until IS NULL OR leased_until <= {now})
                ORDER BY due_at LIMIT {count} FOR UPDATE SKIP LOCKED)
            RETURNING *
            """).AsNoTracking().ToListAsync(ct);

    public override async Task RaiseSequenceAsync(string sequence, long above, CancellationToken ct) =>
        await Database.ExecuteSqlAsync(
            $"SELECT setval({sequence}::regclass, GREATEST({above}, nextval({sequence}::regclass)))", ct);

    public override Expression<Func<Ticket, bool>> TicketContains(string text)
    {
        var pattern = PatternOf(text);

        return ticket => EF.Functions.ILike(ticket.Title, pattern, "\\") || EF.Functions.ILike(ticket.Serial, pattern, "\\");
    }

    public override Expression<Func<Ticket, bool>> TitleContains(string text)
    {
        var pattern = PatternOf(text);

        return ticket => EF.Functions.ILike(ticket.Title, pattern, "\\");
    }

    private static string PatternOf(string text) =>
        $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    protected override async Task TakeLockAsync(string name, CancellationToken ct) =>
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", ct);

    public override async Task MigrateAsync(CancellationToken ct)
    {
        // EF Core's own lock ends with the first migration's transaction; the next instance would then repeat the second.
        await Database.OpenConnectionAsync(ct);
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", ct);

        try
        {
            await Database.MigrateAsync(ct);
        }
        finally
        {
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
            await Database.CloseConnectionAsync();
        }
    }

    protected override bool IsDuplicate(DbUpdateException failure, string key) =>
        failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation && violation.ConstraintName == key;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        JsonColumns.SetType(builder, "jsonb");

        // The unique index is in the order of the database's language, in which the beginning of a text is no range.
        builder.Entity<Ticket>().HasIndex(ticket => ticket.Serial, "ix_ticket_serial_prefix").HasOperators("text_pattern_ops");
    }
}
