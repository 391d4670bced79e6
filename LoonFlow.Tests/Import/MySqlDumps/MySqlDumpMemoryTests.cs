using System.Text;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Import.MySqlDumps;

namespace LoonFlow.Tests.Import.MySqlDumps;

/// <summary>Reading is synchronous, so what this thread allocates is what the reader allocates.</summary>
public sealed class MySqlDumpMemoryTests
{
    private const int Size = 50_000_000;
    private const int ReadAhead = 64 * 1024;

    private static readonly byte[] Row = Encoding.UTF8.GetBytes("(1,'" + new string('x', 990) + "'),");

    private readonly List<DumpProblem> _problems = [];

    [Fact]
    public void One_huge_insert_is_read_row_by_row()
    {
        using var stream = new ChunkedStream([Text("INSERT INTO t (id, a) VALUES "), .. Enumerable.Repeat(Row, Size / Row.Length), Text("(2,'end');")]);
        var reader = new MySqlDumpReader(stream, _problems.Add);
        var count = 0L;
        var farthestAhead = 0L;

        foreach (var row in reader.ReadRows())
        {
            count++;
            farthestAhead = Math.Max(farthestAhead, stream.BytesRead - (count * Row.Length));
        }

        Assert.Equal((Size / Row.Length) + 1, count);
        Assert.InRange(farthestAhead, 0, ReadAhead);
        Assert.InRange(reader.BufferCapacity, 0, 4096);
        Assert.Empty(_problems);
    }

    [Fact]
    public void What_is_passed_over_takes_no_memory()
    {
        using var stream = new ChunkedStream([
            Text("INSERT INTO unknown VALUES "), .. Enumerable.Repeat(Row, Size / Row.Length), Text("(2,'end');\nSET @a = '"),
            .. Enumerable.Repeat(Row[5..900], 10_000), Text("';\nINSERT INTO t (a) VALUES (1);")]);
        var reader = new MySqlDumpReader(stream, _problems.Add);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var rows = reader.ReadRows().ToList();

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Equal("1", Assert.Single(rows)["a"].Text);
        Assert.Equal("unknown", Assert.Single(_problems).Table);
    }

    [Fact]
    public void A_row_over_the_limit_is_listed_and_never_held()
    {
        using var stream = new ChunkedStream([
            Text("INSERT INTO t (id, a, b) VALUES (1,'"), .. Enumerable.Repeat(Row[5..900], Size / 895), Text("', 'b'),\n(2,'fits','b');")]);
        var reader = new MySqlDumpReader(stream, _problems.Add, longestRow: 100_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var rows = reader.ReadRows().ToList();

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
        Assert.InRange(reader.BufferCapacity, 0, 200_000);
        Assert.Equal("2", Assert.Single(rows)["id"].Text);
        Assert.Contains("longer than", Assert.Single(_problems).Reason, StringComparison.Ordinal);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
