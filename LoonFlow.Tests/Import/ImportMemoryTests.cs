using System.Globalization;
using System.Text;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Import;
using static LoonFlow.Tests.Support.TicketDump;

namespace LoonFlow.Tests.Import;

/// <summary>A dump far larger than what is held of it, with one ticket whose history alone is larger than that.</summary>
[Collection(AloneCollection.Name)]
public sealed class ImportMemoryTests : IAsyncLifetime
{
    private const int Tickets = 1_000;
    private const int LinesEach = 5;
    private const int LongHistory = 8_000;
    private const int SnapshotLength = 9_800;
    private const long Bound = 40_000_000;

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartEmptyAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Memory_is_bounded_by_what_is_committed_together_and_not_by_the_dump()
    {
        await _app.ImportAsync(SmallDump.Everything + Ticket(1_000_000) + Log(1_000_000, ("ticket_id", 1_000_000)));
        using var dump = new ChunkedStream(Chunks());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        var commits = 0;

        void Measure(int done, int all)
        {
            if (commits++ % 10 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        var report = await _app.ImportAsync(dump, new ImportChoices { SortingMemory = 8_000_000, Committed = Measure });

        Assert.True(dump.BytesRead > 3 * Bound, $"The dump has {dump.BytesRead} bytes only.");
        Assert.InRange(most, 0, Bound);
        Assert.Equal(Tickets + 1, report[SourceTable.Tickets, RowOutcome.Imported]);
        Assert.Equal((Tickets * LinesEach) + LongHistory, report[SourceTable.Logs, RowOutcome.Imported]);
    }

    /// <summary>The tables one after the other, in the alphabetical order of a dump.</summary>
    private static IEnumerable<byte[]> Chunks()
    {
        var snapshot = $"{{\\\"title\\\": \\\"A loan\\\", \\\"sum\\\": 3.5, \\\"note\\\": \\\"{new string('x', SnapshotLength)}\\\"}}";
        var line = Log(424242, ("ticket_id", 535353), ("transition_id", 0), ("intervene_type_id", 5), ("state_id", 2), ("ticket_data", "SNAPSHOT"));
        var id = 0;

        foreach (var ticket in Enumerable.Range(0, Tickets * LinesEach).Select(index => (index % Tickets) + 1).Concat(Enumerable.Repeat(Tickets + 1, LongHistory)))
        {
            yield return Text(line.Replace("424242", Number(++id), StringComparison.Ordinal).Replace("535353", Number(ticket), StringComparison.Ordinal).Replace("SNAPSHOT", snapshot, StringComparison.Ordinal));
        }

        foreach (var ticket in Enumerable.Range(1, Tickets + 1))
        {
            yield return Text(Ticket(ticket));
        }

        yield return Text(SmallDump.Everything);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
