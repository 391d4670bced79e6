using System.Buffers.Binary;
using System.Text;
using LoonFlow.Web.Import.MySqlDumps;

namespace LoonFlow.Web.Import.Sorting;

/// <summary>Rows of a dump as bytes and back. The columns, which many rows share, are kept beside.</summary>
internal sealed class RowCodec
{
    /// <summary>Bytes before the values: which columns, and the line in the dump.</summary>
    public const int ValuesStart = 12;

    private const int Null = -1;

    private readonly List<(string Table, IReadOnlyList<string> Columns)> _shapes = [];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    // Rows of one INSERT share one list of columns; writing its names out for each of them would cost more than all else.
    private readonly (IReadOnlyList<string>? Columns, int Shape)[] _recent = new (IReadOnlyList<string>?, int)[4];
    private int _oldest;
    private byte[] _buffer = new byte[4096];
    private int _length;

    /// <summary>Good until the next row is written.</summary>
    public ReadOnlySpan<byte> Write(DumpRow row)
    {
        _length = 0;
        WriteNumber(ShapeOf(row));
        BinaryPrimitives.WriteInt64LittleEndian(Room(8), row.Line);

        foreach (var value in row.Values)
        {
            Room(1)[0] = (byte)value.Kind;
            WriteText(value.Text);
        }

        return _buffer.AsSpan(0, _length);
    }

    public DumpRow Read(ReadOnlySpan<byte> bytes)
    {
        var (table, columns) = _shapes[BinaryPrimitives.ReadInt32LittleEndian(bytes)];
        var line = BinaryPrimitives.ReadInt64LittleEndian(bytes[4..]);
        var values = new DumpValue[columns.Count];
        var rest = bytes[ValuesStart..];

        for (var index = 0; index < values.Length; index++)
        {
            var kind = (DumpValueKind)rest[0];
            var length = BinaryPrimitives.ReadInt32LittleEndian(rest[1..]);
            values[index] = new DumpValue(kind, length == Null ? null : Encoding.UTF8.GetString(rest.Slice(5, length)));
            rest = rest[(5 + Math.Max(0, length))..];
        }

        return new DumpRow(table, line, columns, values);
    }

    private int ShapeOf(DumpRow row)
    {
        foreach (var (columns, number) in _recent)
        {
            if (ReferenceEquals(columns, row.Columns))
            {
                return number;
            }
        }

        var name = string.Join('\n', row.Columns.Prepend(row.Table));

        if (!_known.TryGetValue(name, out var shape))
        {
            shape = _shapes.Count;
            _known[name] = shape;
            _shapes.Add((row.Table, row.Columns));
        }

        _recent[_oldest] = (row.Columns, shape);
        _oldest = (_oldest + 1) % _recent.Length;

        return shape;
    }

    private void WriteText(string? text)
    {
        if (text is null)
        {
            WriteNumber(Null);
            return;
        }

        var length = Encoding.UTF8.GetByteCount(text);
        WriteNumber(length);
        Encoding.UTF8.GetBytes(text, Room(length));
    }

    private void WriteNumber(int number) => BinaryPrimitives.WriteInt32LittleEndian(Room(4), number);

    private Span<byte> Room(int count)
    {
        if (_length + count > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_length + count, 2 * _buffer.Length));
        }

        _length += count;

        return _buffer.AsSpan(_length - count, count);
    }
}
