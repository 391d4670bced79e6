using System.Text;

namespace LoonFlow.Web.Scripts;

/// <summary>Reads what a program prints to its end, but keeps only the beginning: a hundred megabytes cost no more memory than a page.</summary>
internal sealed class BoundedOutput(int limit)
{
    private readonly MemoryStream _kept = new();
    private long _count;

    public async Task ReadAsync(Stream stream, CancellationToken ct)
    {
        var buffer = new byte[32_768];

        try
        {
            while (await stream.ReadAsync(buffer, ct) is > 0 and var read)
            {
                Keep(buffer.AsSpan(0, read));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or IOException)
        {
            // Something the script left behind held the pipe open; what came until now counts.
        }
    }

    public override string ToString()
    {
        lock (_kept)
        {
            // PostgreSQL keeps no zero characters in texts.
            var text = Encoding.UTF8.GetString(_kept.GetBuffer(), 0, (int)_kept.Length).Replace('\0', '\uFFFD').TrimEnd();

            return _count <= limit ? text : $"{text.TrimEnd('\uFFFD')}\n… ({_count / 1024} KB)";
        }
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        lock (_kept)
        {
            _kept.Write(bytes[..(int)Math.Min(bytes.Length, Math.Max(0, limit - _count))]);
            _count += bytes.Length;
        }
    }
}
