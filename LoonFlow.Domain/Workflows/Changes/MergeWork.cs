using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Workflows.Changes;

/// <summary>One merge on its way: what was decided for which side, and the conflicts so far.</summary>
internal sealed class MergeWork(IReadOnlySet<MergePlace> takingTheirs)
{
    private readonly List<MergeConflict> _conflicts = [];

    public IReadOnlyList<MergeConflict> Conflicts => _conflicts;

    public WorkflowDocument List<T>(ElementList<T> list, WorkflowDocument into, WorkflowDocument @base, WorkflowDocument mine, WorkflowDocument theirs)
        where T : class
    {
        var (were, own, others) = (list.ById(@base), list.ById(mine), list.ById(theirs));
        var order = Order(
            new MergePlace(DocumentElement.Workflow, list.Code, ElementProperty.OrderKey), mine.Name, list.Ids(@base), list.Ids(mine), list.Ids(theirs));
        T[] merged =
        [
            .. order.Select(id => Element(list, id, were.GetValueOrDefault(id), own.GetValueOrDefault(id), others.GetValueOrDefault(id))).OfType<T>(),
        ];

        return list.Write(into, merged);
    }

    /// <summary>What two made of one element; where it is new to both, each of its properties is.</summary>
    public T Element<T>(DocumentElement element, Caption name, IReadOnlyList<ElementProperty<T>> properties, T? @base, T mine, T theirs)
        where T : class
    {
        var merged = mine;

        foreach (var property in properties)
        {
            var (were, own, others) = (@base is null ? [] : property.Read(@base), property.Read(mine), property.Read(theirs));
            var cells = Cells(new MergePlace(element, property.Code), name, property, were, own, others);

            if (!SameValue.Are(cells, own))
            {
                merged = property.Write(merged, cells);
            }
        }

        return merged;
    }

    private T? Element<T>(ElementList<T> list, long id, T? @base, T? mine, T? theirs)
        where T : class
    {
        var place = new MergePlace(list.ElementOf(id));

        return (mine, theirs) switch
        {
            (null, null) => null,
            (not null, not null) => Element(place.Element, list.Name(mine), list.Properties, @base, mine, theirs),
            _ when @base is null => mine ?? theirs,
            _ => Either(place, list.Name(@base), @base, mine, theirs),
        };
    }

    private IReadOnlyList<Cell> Cells<T>(
        MergePlace place, Caption name, ElementProperty<T> property, IReadOnlyList<Cell> @base, IReadOnlyList<Cell> mine, IReadOnlyList<Cell> theirs)
    {
        var (were, own, others) = (DocumentDiff.Values(@base), DocumentDiff.Values(mine), DocumentDiff.Values(theirs));
        var (wereKeys, ownKeys, otherKeys) = (DocumentDiff.Keys(@base), DocumentDiff.Keys(mine), DocumentDiff.Keys(theirs));
        var order = property.IsOrdered
            ? Order(place with { Key = ElementProperty.OrderKey }, name, wereKeys, ownKeys, otherKeys)
            : MergedOrder.Of(wereKeys, ownKeys, otherKeys, theirsWin: false);

        return
        [
            .. order
                .Select(key => new Cell(key, Either(place with { Key = key }, name, were.GetValueOrDefault(key), own.GetValueOrDefault(key), others.GetValueOrDefault(key))))
                .Where(cell => cell.Value is not null),
        ];
    }

    private IReadOnlyList<TKey> Order<TKey>(MergePlace place, Caption name, IReadOnlyList<TKey> @base, IReadOnlyList<TKey> mine, IReadOnlyList<TKey> theirs)
        where TKey : notnull
    {
        var isConflict = MergedOrder.Differs(@base, mine) && MergedOrder.Differs(@base, theirs) && MergedOrder.Differs(mine, theirs);

        if (isConflict)
        {
            _conflicts.Add(new MergeConflict(place, name, @base, mine, theirs));
        }

        return MergedOrder.Of(@base, mine, theirs, isConflict && takingTheirs.Contains(place));
    }

    private TValue? Either<TValue>(MergePlace place, Caption name, TValue? @base, TValue? mine, TValue? theirs)
        where TValue : class
    {
        if (SameValue.Are(mine, theirs) || SameValue.Are(@base, theirs))
        {
            return mine;
        }

        if (SameValue.Are(@base, mine))
        {
            return theirs;
        }

        _conflicts.Add(new MergeConflict(place, name, @base, mine, theirs));

        return takingTheirs.Contains(place) ? theirs : mine;
    }
}
