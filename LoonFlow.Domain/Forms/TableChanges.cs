namespace LoonFlow.Domain.Forms;

/// <summary>One row that a change of a table added, took out or changed; numbers count from 1.</summary>
public sealed record RowChange(int Number, FieldValues? Before, FieldValues? After);

/// <summary>What became of the rows of a table.</summary>
public static class TableChanges
{
    /// <summary>The rows that differ, in order. A row that was taken out where another was added counts as changed.</summary>
    public static IReadOnlyList<RowChange> Of(FieldValue? before, FieldValue? after)
    {
        var (old, now) = (RowsOf(before), RowsOf(after));
        var alike = Alike(old, now);
        var changes = new List<RowChange>();
        var (left, right) = (0, 0);

        while (left < old.Count || right < now.Count)
        {
            if (left < old.Count && right < now.Count && old[left].Equals(now[right]))
            {
                left++;
                right++;
                continue;
            }

            var goes = left < old.Count && (right == now.Count || alike[left + 1, right] >= alike[left, right + 1]);
            var comes = right < now.Count && (left == old.Count || alike[left, right + 1] >= alike[left + 1, right]);

            changes.Add(new RowChange((comes ? right : left) + 1, goes ? old[left] : null, comes ? now[right] : null));
            left += goes ? 1 : 0;
            right += comes ? 1 : 0;
        }

        return changes;
    }

    private static IReadOnlyList<FieldValues> RowsOf(FieldValue? value) => (value as FieldValue.Rows)?.Values ?? [];

    /// <summary>How many rows are the same from each pair of places on.</summary>
    private static int[,] Alike(IReadOnlyList<FieldValues> old, IReadOnlyList<FieldValues> now)
    {
        var alike = new int[old.Count + 1, now.Count + 1];

        for (var left = old.Count - 1; left >= 0; left--)
        {
            for (var right = now.Count - 1; right >= 0; right--)
            {
                alike[left, right] = old[left].Equals(now[right]) ? alike[left + 1, right + 1] + 1 : Math.Max(alike[left + 1, right], alike[left, right + 1]);
            }
        }

        return alike;
    }
}
