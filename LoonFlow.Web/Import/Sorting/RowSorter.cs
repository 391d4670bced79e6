using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace LoonFlow.Web.Import.Sorting;

/// <summary>
/// Sorts more rows than memory holds: sorted runs of as many as fit are written to one temporary file, and merged while they
/// are read. A dump has its tables one after the other; a ticket needs its rows of all of them at once.
/// </summary>
internal sealed class RowSorter : IDisposable
{
    public const int DefaultMemory = 32 * 1024 * 1024;
    public const int HeaderSize = 21;

    private const int InitialSize = 64 * 1024;

    private readonly int _memory;
    private readonly FileStream _file;
    private readonly List<(long Start, long End)> _runs = [];
    private readonly List<(RowKey Key, int Offset, int Length)> _rows = [];
    private byte[] _bytes = new byte[InitialSize];
    private int _used;

    /// <param name="folder">Where there is room for about as much as the rows take in the dump.</param>
    /// <param name="memory">How many bytes are held at once, a longer row aside.</param>
    public RowSorter(string folder, int memory = DefaultMemory)
    {
        _memory = memory;
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"import-{Guid.NewGuid():N}.tmp");
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);

        // Without a name from the start: nothing is left behind, however the program ends.
        File.Delete(path);
    }

    public bool IsEmpty => _rows.Count == 0 && _runs.Count == 0;

    public void Add(RowKey key, ReadOnlySpan<byte> row)
    {
        if (_used + row.Length > _memory && _rows.Count > 0)
        {
            WriteRun();
        }

        if (_used + row.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_used + row.Length, (int)Math.Min(2L * _bytes.Length, _memory)));
        }

        row.CopyTo(_bytes.AsSpan(_used));
        _rows.Add((key, _used, row.Length));
        _used += row.Length;
    }

    /// <summary>All rows in order; of equal keys the one that was added first comes first.</summary>
    public IEnumerable<SortedRow> Sorted()
    {
        WriteRun();
        _bytes = [];
        var waiting = new PriorityQueue<RunReader, (RowKey Key, int Run)>();

        foreach (var (run, index) in _runs.Select((run, index) => (run, index)))
        {
            var reader = new RunReader(_file.SafeFileHandle, run.Start, run.End);
            reader.Read();
            waiting.Enqueue(reader, (reader.Current.Key, index));
        }

        while (waiting.TryPeek(out var next, out var place))
        {
            yield return next.Current;

            if (next.Read())
            {
                waiting.DequeueEnqueue(next, (next.Current.Key, place.Run));
            }
            else
            {
                waiting.Dequeue();
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private void WriteRun()
    {
        if (_rows.Count == 0)
        {
            return;
        }

        _rows.Sort((a, b) => a.Key.CompareTo(b.Key) is not 0 and var order ? order : a.Offset.CompareTo(b.Offset));
        var start = _file.Position;
        using (var buffered = new RunWriter(_file))
        {
            foreach (var (key, offset, length) in _rows)
            {
                buffered.Write(key, _bytes.AsSpan(offset, length));
            }
        }

        _runs.Add((start, _file.Position));
        _rows.Clear();
        _used = 0;
    }

    private sealed class RunWriter(FileStream file) : IDisposable
    {
        private readonly BufferedStream _buffer = new(file, InitialSize);

        public void Write(RowKey key, ReadOnlySpan<byte> row)
        {
            Span<byte> header = stackalloc byte[HeaderSize];
            BinaryPrimitives.WriteInt64LittleEndian(header, key.Ticket);
            header[8] = (byte)key.Part;
            BinaryPrimitives.WriteInt64LittleEndian(header[9..], key.Id);
            BinaryPrimitives.WriteInt32LittleEndian(header[17..], row.Length);
            _buffer.Write(header);
            _buffer.Write(row);
        }

        // The file stays open: it is the sorter's.
        public void Dispose() => _buffer.Flush();
    }

    private sealed class RunReader(SafeFileHandle file, long start, long end)
    {
        private byte[] _buffer = new byte[InitialSize];
        private int _position;
        private int _length;
        private long _next = start;

        public SortedRow Current { get; private set; }

        public bool Read()
        {
            if (!Fill(HeaderSize))
            {
                return false;
            }

            var header = _buffer.AsSpan(_position, HeaderSize);
            var key = new RowKey(BinaryPrimitives.ReadInt64LittleEndian(header), (RowPart)header[8], BinaryPrimitives.ReadInt64LittleEndian(header[9..]));
            var length = BinaryPrimitives.ReadInt32LittleEndian(header[17..]);
            Fill(HeaderSize + length);
            Current = new SortedRow(key, _buffer.AsMemory(_position + HeaderSize, length));
            _position += HeaderSize + length;

            return true;
        }

        /// <summary>False at the end of the run.</summary>
        private bool Fill(int wanted)
        {
            if (_length - _position >= wanted)
            {
                return true;
            }

            _buffer.AsSpan(_position, _length - _position).CopyTo(_buffer);
            _length -= _position;
            _position = 0;

            if (_buffer.Length < wanted)
            {
                Array.Resize(ref _buffer, wanted);
            }

            while (_length < wanted && _next < end)
            {
                var count = RandomAccess.Read(file, _buffer.AsSpan(_length, (int)Math.Min(_buffer.Length - _length, end - _next)), _next);
                _length += count;
                _next += count;

                if (count == 0)
                {
                    throw new EndOfStreamException("The temporary file of the import ended too early.");
                }
            }

            return _length >= wanted;
        }
    }
}
