using LoonFlow.Web.Import.Scripts;
using LoonFlow.Web.Import.Sorting;

namespace LoonFlow.Web.Import;

/// <summary>How a dump is imported.</summary>
internal sealed record ImportChoices
{
    public static readonly ImportChoices Default = new();

    /// <summary>Where loonflow's scripts are; null leaves them there.</summary>
    public MediaFolder? Media { get; init; }

    /// <summary>Takes every problem, however many; null keeps the first ones only.</summary>
    public TextWriter? Problems { get; init; }

    /// <summary>Told whenever a row was read.</summary>
    public Action? Passed { get; init; }

    /// <summary>Told after each commit how many tickets have come, and of how many.</summary>
    public Action<int, int>? Committed { get; init; }

    /// <summary>About how many rows of tickets are committed together.</summary>
    public int CommittedRows { get; init; } = 1_000;

    /// <summary>Bytes of tickets that are held while they are sorted.</summary>
    public int SortingMemory { get; init; } = RowSorter.DefaultMemory;
}
