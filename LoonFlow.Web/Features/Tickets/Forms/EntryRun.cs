using LoonFlow.Domain.Forms;

namespace LoonFlow.Web.Features.Tickets.Forms;

/// <summary>Entries that stand one after the other and are drawn the same way: as controls, or as text.</summary>
internal sealed record EntryRun(bool IsWritable, IReadOnlyList<FormEntry> Entries)
{
    public static IReadOnlyList<EntryRun> Of(IEnumerable<FormEntry> entries)
    {
        var runs = new List<(bool IsWritable, List<FormEntry> Entries)>();

        foreach (var entry in entries)
        {
            if (runs is [] || runs[^1].IsWritable != entry.IsWritable)
            {
                runs.Add((entry.IsWritable, []));
            }

            runs[^1].Entries.Add(entry);
        }

        return [.. runs.Select(run => new EntryRun(run.IsWritable, run.Entries))];
    }
}
