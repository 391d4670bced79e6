using System.Text;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Import.MySqlDumps;
using LoonFlow.Web.Import.Sorting;

namespace LoonFlow.Tests.Import;

public sealed class RowSorterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("loonflow-sorter");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(100)]
    [InlineData(10_000)]
    [InlineData(RowSorter.DefaultMemory)]
    public void Rows_come_back_in_order_however_little_memory_there_is(int memory)
    {
        var random = new Random(7);
        var rows = Enumerable.Range(0, 2_000)
            .Select(number => (Key: new RowKey(random.Next(50), (RowPart)random.Next(5), random.Next(100)), Text: $"{number} {new string('x', random.Next(300))}"))
            .ToArray();
        using var sorter = new RowSorter(_folder.FullName, memory);

        foreach (var (key, text) in rows)
        {
            sorter.Add(key, Encoding.UTF8.GetBytes(text));
        }

        var sorted = sorter.Sorted().Select(row => (row.Key, Encoding.UTF8.GetString(row.Bytes.Span))).ToArray();

        Assert.Equal(rows.OrderBy(row => row.Key), sorted);
    }

    [Fact]
    public void A_row_longer_than_all_memory_is_kept_whole_and_no_file_is_left()
    {
        using var sorter = new RowSorter(_folder.FullName, memory: 100);
        var giant = new byte[1_000_000];
        giant[^1] = 7;

        sorter.Add(new RowKey(2, RowPart.Log, 1), giant);
        sorter.Add(new RowKey(1, RowPart.Log, 1), [1]);

        Assert.Equal([1, 1_000_000], sorter.Sorted().Select(row => row.Bytes.Length));
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public void Rows_become_bytes_and_come_back_as_they_were()
    {
        using var stream = new ChunkedStream([Encoding.UTF8.GetBytes("INSERT INTO a (id, t) VALUES (1, NULL), (2, ''), (3, '长\\0'); INSERT INTO b (x, y) VALUES (x'41', b'101');")]);
        var codec = new RowCodec();

        foreach (var row in new MySqlDumpReader(stream, _ => { }).ReadRows())
        {
            var read = codec.Read(codec.Write(row).ToArray());

            Assert.Equal((row.Table, row.Line), (read.Table, read.Line));
            Assert.Equal(row.Columns, read.Columns);
            Assert.Equal(row.Values, read.Values);
        }
    }
}
