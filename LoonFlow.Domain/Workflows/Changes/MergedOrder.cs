namespace LoonFlow.Domain.Workflows.Changes;

/// <summary>The order of a list that two people changed.</summary>
internal static class MergedOrder
{
    /// <summary>Whether what both have stands in another order.</summary>
    public static bool Differs<TKey>(IReadOnlyList<TKey> before, IReadOnlyList<TKey> after)
        where TKey : notnull => !Common(before, after).SequenceEqual(Common(after, before));

    /// <summary>Everything of both in one order: theirs where only they changed it, else mine; what the other added stands behind what it stood behind.</summary>
    public static IReadOnlyList<TKey> Of<TKey>(IReadOnlyList<TKey> @base, IReadOnlyList<TKey> mine, IReadOnlyList<TKey> theirs, bool theirsWin)
        where TKey : notnull
    {
        var takesTheirs = Differs(@base, theirs) && (theirsWin || !Differs(@base, mine));
        var (first, second) = takesTheirs ? (theirs, mine) : (mine, theirs);
        var merged = first.ToList();
        var known = merged.ToHashSet();

        for (var index = 0; index < second.Count; index++)
        {
            if (known.Add(second[index]))
            {
                merged.Insert(index == 0 ? 0 : merged.IndexOf(second[index - 1]) + 1, second[index]);
            }
        }

        return merged;
    }

    private static IEnumerable<TKey> Common<TKey>(IReadOnlyList<TKey> of, IReadOnlyList<TKey> with)
        where TKey : notnull
    {
        var known = with.ToHashSet();

        return of.Where(known.Contains);
    }
}
