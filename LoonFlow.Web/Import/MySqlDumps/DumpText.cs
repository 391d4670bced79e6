using System.Text;
using System.Text.Unicode;

namespace LoonFlow.Web.Import.MySqlDumps;

/// <summary>The bytes of the literal being read; what passes the limit is counted and thrown away.</summary>
internal sealed class DumpText
{
    private const int InitialSize = 256;

    private byte[] _bytes = new byte[InitialSize];
    private int _length;
    private int _limit;

    public int Capacity => _bytes.Length;

    public bool IsTooLong { get; private set; }

    public int Length => _length;

    public bool IsValid => Utf8.IsValid(Bytes);

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public void Start(int limit)
    {
        _limit = limit;
        _length = 0;
        IsTooLong = false;
    }

    public void Append(int value)
    {
        if (_length >= _limit)
        {
            IsTooLong = true;
            return;
        }

        if (_length == _bytes.Length)
        {
            Array.Resize(ref _bytes, _length * 2);
        }

        _bytes[_length++] = (byte)value;
    }

    public override string ToString() => Encoding.UTF8.GetString(Bytes);
}
