using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Data;

/// <summary>
/// Hands out ids before rows are written, so that one commit can hold everything that refers to a new row. Takes
/// blocks from a sequence of the database; ids of a block that is not used up are never used.
/// </summary>
public sealed class IdSequences(IDbContextFactory<LoonFlowDb> databases)
{
    public const string Tickets = "ticket_ids";
    public const string People = "people_ids";
    public const string Workflows = "workflow_ids";
    public const string Channels = "channel_ids";
    public const string Applications = "application_ids";

    /// <summary>The ids below the first one that is ever handed out, both ends included.</summary>
    public static readonly (long First, long Last) NeverHandedOut = (1, First - 1);

    private const int BlockSize = 50;

    /// <summary>Room below for ids that an import brings along.</summary>
    private const int First = 1_001;

    /// <summary>What a dump can hold: ids of loonflow are MySQL integers.</summary>
    public const int LargestKept = int.MaxValue;

    private readonly ConcurrentDictionary<string, Block> _blocks = new(StringComparer.Ordinal);

    public async ValueTask<long> NextAsync(string sequence, CancellationToken ct)
    {
        var block = _blocks.GetOrAdd(sequence, _ => new Block());
        await block.Gate.WaitAsync(ct);

        try
        {
            if (block.Next == block.End)
            {
                await using var db = await databases.CreateDbContextAsync(ct);
                block.Next = await db.NextOfSequenceAsync(sequence, ct);
                block.End = block.Next + BlockSize;
            }

            return block.Next++;
        }
        finally
        {
            block.Gate.Release();
        }
    }

    /// <summary>As many ids as are asked for.</summary>
    public async Task<IReadOnlyList<long>> TakeAsync(string sequence, int count, CancellationToken ct)
    {
        var taken = new long[count];

        for (var place = 0; place < count; place++)
        {
            taken[place] = await NextAsync(sequence, ct);
        }

        return taken;
    }

    /// <summary>Of the ids that an import brings along, those that were never handed out here; from now on they never are.</summary>
    public async Task<IReadOnlySet<long>> KeepAsync(string sequence, IReadOnlyCollection<long> wanted, CancellationToken ct)
    {
        if (!wanted.Any(IsCounted))
        {
            return wanted.Where(id => id < First).ToHashSet();
        }

        await using var db = await databases.CreateDbContextAsync(ct);

        // Blocks below may lie in the memory of any instance.
        var untouched = await db.NextOfSequenceAsync(sequence, ct);
        await db.RaiseSequenceAsync(sequence, wanted.Where(IsCounted).Max(), ct);

        return wanted.Where(id => id < First || (id >= untouched && id <= LargestKept)).ToHashSet();
    }

    /// <summary>Hands out no id up to the given one from now on, as far as imports may bring ids of that size.</summary>
    public async Task RaiseAsync(string sequence, long above, CancellationToken ct)
    {
        if (IsCounted(above))
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await db.RaiseSequenceAsync(sequence, above, ct);
        }
    }

    private static bool IsCounted(long id) => id is >= First and <= LargestKept;

    internal static void Map(ModelBuilder builder)
    {
        foreach (var sequence in (string[])[Tickets, People, Workflows, Channels, Applications])
        {
            builder.HasSequence<long>(sequence).StartsAt(First).IncrementsBy(BlockSize);
        }
    }

    private sealed class Block
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public long Next { get; set; }

        public long End { get; set; }
    }
}
