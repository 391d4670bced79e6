using System.Text;

namespace LoonFlow.Web.Scripts;

/// <summary>Reads what a program prints to its end, but keeps only the beginning: a hundred megabytes cost no more memory than a page.</summary>
/// <param name="limit">Bytes that are kept.</param>
/// <param name="most">Bytes that a program may print at all.</param>
/// <param name="onFlood">Called once when it prints more than that.</param>
internal sealed class BoundedOutput(int limit, long most, Action onFlood)
{
    private readonly MemoryStream _kept = new();
    private long _count;

    /// <summary>Whether it printed more than it may.</summary>
    public bool IsFlooded => Interlocked.Read(ref _count) > most;

    public async Task ReadAsync(Stream stream, CancellationToken ct)
    {
        var buffer = new byte[32_768];

        try
        {
            while (await stream.ReadAsync(buffer, ct) is > 0 and var read)
            {
                var wasFlooded = IsFlooded;
                Keep(buffer.AsSpan(0, read));

                if (IsFlooded && !wasFlooded)
                {
                    onFlood();
                }
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
