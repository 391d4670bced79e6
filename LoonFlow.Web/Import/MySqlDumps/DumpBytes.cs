using System.IO.Compression;
using System.Text;

namespace LoonFlow.Web.Import.MySqlDumps;

/// <summary>The dump's bytes, unpacked and in UTF-8, one at a time with a look at the next ones.</summary>
internal sealed class DumpBytes
{
    public const int End = -1;

    private const int BufferSize = 64 * 1024;
    private const int SampleSize = 1024;

    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[BufferSize];
    private int _position;
    private int _length;
    private bool _drained;

    public DumpBytes(Stream stream)
    {
        _stream = Unpack(stream);
    }

    public long Line { get; private set; } = 1;

    /// <summary>What was wrong with the packing; the bytes up to there are good.</summary>
    public string? Damage { get; private set; }

    /// <summary>Dumps escape the zero byte; what holds it near the start is an archive or a backup of another kind.</summary>
    public bool LooksLikeText
    {
        get
        {
            Peek(SampleSize);

            return !_buffer.AsSpan(_position, _length - _position).Contains((byte)0);
        }
    }

    public int Peek(int ahead = 0) => _position + ahead < _length || Fill(ahead) ? _buffer[_position + ahead] : End;

    public int Take()
    {
        var value = Peek();

        if (value == End)
        {
            return End;
        }

        _position++;

        if (value == '\n')
        {
            Line++;
        }

        return value;
    }

    private static Stream Unpack(Stream stream)
    {
        var unpacked = WithStart(stream, out var start);

        if (start is [0x1F, 0x8B, ..])
        {
            return new GZipStream(unpacked, CompressionMode.Decompress);
        }

        // PowerShell writes UTF-16 when a dump is redirected to a file.
        if (start is [0xFF, 0xFE, ..])
        {
            return Encoding.CreateTranscodingStream(unpacked, Encoding.Unicode, Encoding.UTF8);
        }

        return unpacked;
    }

    private static PrefixedStream WithStart(Stream stream, out byte[] start)
    {
        var bytes = new byte[2];
        var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        start = bytes[..count];

        return new PrefixedStream(start, stream);
    }

    private bool Fill(int ahead)
    {
        _buffer.AsSpan(_position, _length - _position).CopyTo(_buffer);
        _length -= _position;
        _position = 0;

        while (_length <= ahead && !_drained)
        {
            var count = ReadSome();
            _length += count;
            _drained = count == 0;
        }

        return ahead < _length;
    }

    private int ReadSome()
    {
        try
        {
            return _stream.Read(_buffer.AsSpan(_length));
        }
        catch (InvalidDataException)
        {
            // A half uploaded or damaged archive: what was unpacked so far is worth having.
            Damage = "The compressed file is damaged or cut off.";
            return 0;
        }
    }
}
