using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Workflows.Changes;

/// <summary>What differs between two documents. Nothing exactly when they say the same.</summary>
public static class DocumentDiff
{
    public static IReadOnlyList<DocumentChange> Between(WorkflowDocument before, WorkflowDocument after) => ReferenceEquals(before, after) ? [] :
    [
        .. OfWorkflow(before, after),
        .. OfList(DocumentParts.States, AccessInForce.Spelled(before, after), AccessInForce.Spelled(after, before)).Select(change => AccessInForce.InFormOrder(change, before, after)),
        .. OfList(DocumentParts.Transitions, before, after),
        .. OfList(DocumentParts.Fields, before, after),
        .. OfList(DocumentParts.Notes, before, after),
    ];

    /// <summary>What differs and is worth telling: without the places that a chart had found before anybody drew.</summary>
    public static IReadOnlyList<DocumentChange> Told(WorkflowDocument before, WorkflowDocument after) => [.. Between(before, after).Where(change => !change.IsFirstDrawing)];

    private static IEnumerable<DocumentChange> OfWorkflow(WorkflowDocument before, WorkflowDocument after)
    {
        PropertyChange[] changes =
        [
            .. OfElement(DocumentParts.Workflow, before, after).Select(change => change.Property),
            .. Order(DocumentParts.States, before, after),
            .. Order(DocumentParts.Transitions, before, after),
            .. Order(DocumentParts.Fields, before, after),
            .. Order(DocumentParts.Notes, before, after),
        ];

        return changes is [] ? [] : [new DocumentChange(DocumentElement.Workflow, ChangeKind.Changed, after.Name, changes)];
    }

    private static IEnumerable<DocumentChange> OfList<T>(ElementList<T> list, WorkflowDocument before, WorkflowDocument after)
        where T : class
    {
        var (old, now) = (list.ById(before), list.ById(after));

        return
        [
            .. list.Ids(before).Where(id => !now.ContainsKey(id)).Select(id => Whole(list, id, old[id], ChangeKind.Removed)),
            .. list.Ids(after).Select(id => old.TryGetValue(id, out var was) ? Changed(list, id, was, now[id]) : Whole(list, id, now[id], ChangeKind.Added)).OfType<DocumentChange>(),
        ];
    }

    private static DocumentChange Whole<T>(ElementList<T> list, long id, T element, ChangeKind kind)
        where T : class => new(list.ElementOf(id), kind, list.Name(element), []);

    private static DocumentChange? Changed<T>(ElementList<T> list, long id, T before, T after)
        where T : class
    {
        var changes = OfElement(list.Properties, before, after);
        var kind = changes.All(change => change.IsPlace) ? ChangeKind.Moved : ChangeKind.Changed;

        return changes is [] ? null : new DocumentChange(list.ElementOf(id), kind, list.Name(after), [.. changes.Select(change => change.Property)]);
    }

    private static IReadOnlyList<(PropertyChange Property, bool IsPlace)> OfElement<T>(IReadOnlyList<ElementProperty<T>> properties, T before, T after)
        where T : class => ReferenceEquals(before, after) ? [] :
    [
        .. properties.SelectMany(property => OfProperty(property, property.Read(before), property.Read(after)).Select(change => (change, property.IsPlace))),
    ];

    private static IEnumerable<PropertyChange> OfProperty<T>(ElementProperty<T> property, IReadOnlyList<Cell> before, IReadOnlyList<Cell> after)
    {
        var (old, now) = (Values(before), Values(after));

        foreach (var key in Keys(before).Concat(Keys(after)).Distinct(StringComparer.Ordinal))
        {
            var (was, isNow) = (old.GetValueOrDefault(key), now.GetValueOrDefault(key));

            if (!SameValue.Are(was, isNow))
            {
                yield return new PropertyChange(property.Code, key, was, isNow);
            }
        }

        if (property.IsOrdered && MergedOrder.Differs(Keys(before), Keys(after)))
        {
            yield return new PropertyChange(property.Code, ElementProperty.OrderKey, Keys(before), Keys(after));
        }
    }

    private static IEnumerable<PropertyChange> Order<T>(ElementList<T> list, WorkflowDocument before, WorkflowDocument after)
        where T : class => MergedOrder.Differs(list.Ids(before), list.Ids(after))
        ? [new PropertyChange(list.Code, ElementProperty.OrderKey, list.Ids(before), list.Ids(after))]
        : [];

    internal static IReadOnlyList<string> Keys(IReadOnlyList<Cell> cells) => [.. cells.Select(cell => cell.Key)];

    internal static Dictionary<string, object?> Values(IReadOnlyList<Cell> cells) =>
        cells.ToDictionary(cell => cell.Key, cell => cell.Value, StringComparer.Ordinal);
}
