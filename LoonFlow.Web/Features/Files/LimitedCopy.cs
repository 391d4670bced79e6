using System.Buffers;

namespace LoonFlow.Web.Features.Files;

internal static class LimitedCopy
{
    /// <summary>Copies until the end; false as soon as there is more than the limit.</summary>
    public static async Task<bool> CopyAsync(Stream from, Stream to, long limit, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(81_920);

        try
        {
            for (long total = 0; await from.ReadAsync(buffer, ct) is > 0 and var count;)
            {
                total += count;

                if (total > limit)
                {
                    return false;
                }

                await to.WriteAsync(buffer.AsMemory(0, count), ct);
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
