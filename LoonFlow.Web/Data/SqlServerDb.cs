using System.Linq.Expressions;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data.Mappings;
using LoonFlow.Web.Outbox;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Data;

/// <summary>LoonFlow on SQL Server.</summary>
public sealed class SqlServerDb(DbContextOptions<SqlServerDb> options) : LoonFlowDb(options)
{
    // A sequence's name cannot be a parameter here; it is one of the constants of IdSequences, never something typed.
    public override async Task<long> NextOfSequenceAsync(string sequence, CancellationToken ct) =>
        (await Database.SqlQueryRaw<long>($"SELECT NEXT VALUE FOR {sequence} AS [Value]").ToListAsync(ct)).Single();

    public override Task<long> NextSerialAsync(DateOnly day, CancellationToken ct) => ScalarAsync<long>(
        $"""
        MERGE serial_counter WITH (HOLDLOCK) AS c USING (SELECT {day} AS day) AS d ON c.day = d.day
        WHEN MATCHED THEN UPDATE SET last = c.last + 1
        WHEN NOT MATCHED THEN INSERT (day, last) VALUES (d.day, 1)
        OUTPUT inserted.last AS [Value];
        """,
        ct);

    public override Task<long> NextTurnAsync(StateId state, CancellationToken ct) => ScalarAsync<long>(
        $"""
        MERGE turn_counter WITH (HOLDLOCK) AS c USING (SELECT {state.Value} AS state) AS s ON c.state = s.state
        WHEN MATCHED THEN UPDATE SET last = c.last + 1
        WHEN NOT MATCHED THEN INSERT (state, last) VALUES (s.state, 1)
        OUTPUT inserted.last AS [Value];
        """,
        ct);

    public override async Task<IReadOnlyList<OutboxMessage>> LeaseOutboxAsync(string listener, DateTimeOffset now, DateTimeOffset until, int count, CancellationToken ct) =>
        await Outbox.FromSql(
            $"""
            UPDATE TOP ({count}) o SET leased_until = {until}, attempts = attempts + 1
            OUTPUT inserted.*
            FROM outbox AS o WITH (ROWLOCK, READPAST, UPDLOCK)
            WHERE listener = {listener} AND is_dead = 0 AND due_at <= {now} AND (leased_until IS NULL OR leased_until <= {now})
            """).AsNoTracking().ToListAsync(ct);

    public override async Task RaiseSequenceAsync(string sequence, long above, CancellationToken ct)
    {
        var next = await NextOfSequenceAsync(sequence, ct);

        if (next <= above)
        {
            await Database.ExecuteSqlRawAsync($"ALTER SEQUENCE {sequence} RESTART WITH {above + 1}", ct);
        }
    }

    /// <summary>The usual collations ignore case; EF Core escapes what LIKE would read as a pattern.</summary>
    public override Expression<Func<Ticket, bool>> TicketContains(string text) =>
        ticket => ticket.Title.Contains(text) || ticket.Serial.Contains(text);

    public override Expression<Func<Ticket, bool>> TitleContains(string text) => ticket => ticket.Title.Contains(text);

    protected override async Task TakeLockAsync(string name, CancellationToken ct) => await Database.ExecuteSqlAsync(
        $"""
        DECLARE @taken int;
        EXEC @taken = sp_getapplock @Resource = {name}, @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 30000;
        IF @taken < 0 THROW 50000, 'The lock was not free in time.', 1;
        """,
        ct);

    /// <summary>EF Core's lock lasts for all migrations here.</summary>
    public override Task MigrateAsync(CancellationToken ct) => Database.MigrateAsync(ct);

    // 2627 violates a key, 2601 a unique index; the name is in the message only.
    protected override bool IsDuplicate(DbUpdateException failure, string key) =>
        failure.InnerException is SqlException { Number: 2627 or 2601 } violation && violation.Message.Contains($"'{key}'", StringComparison.Ordinal);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        JsonColumns.SetType(builder, "nvarchar(max)");
    }
}
