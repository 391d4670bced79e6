using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace LoonFlow.Domain.Workflows.Changes;

/// <summary>
/// Whether two parts of documents say the same: lists by their items in order, maps by their keys, records by what they
/// were made of. Records alone compare lists by identity, and a document that was stored and read again shares none.
/// </summary>
public static class SameValue
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Parts = new();

    public static bool Are(object? one, object? other)
    {
        if (ReferenceEquals(one, other) || Equals(one, other))
        {
            return true;
        }

        return (one, other) switch
        {
            (null, _) or (_, null) or (string, _) => false,
            (IDictionary map, IDictionary others) => AreMaps(map, others),
            (IEnumerable list, IEnumerable others) => AreLists([.. list.Cast<object?>()], [.. others.Cast<object?>()]),
            _ => one.GetType() == other.GetType() && !one.GetType().IsValueType && AreRecords(one, other),
        };
    }

    private static bool AreMaps(IDictionary one, IDictionary other) =>
        one.Count == other.Count && one.Keys.Cast<object>().All(key => other.Contains(key) && Are(one[key], other[key]));

    private static bool AreLists(object?[] one, object?[] other) =>
        one.Length == other.Length && one.Zip(other, Are).All(same => same);

    /// <summary>What is worked out from the other properties has no setter and says nothing of its own.</summary>
    private static bool AreRecords(object one, object other)
    {
        var parts = Parts.GetOrAdd(one.GetType(), type => [.. type.GetProperties().Where(part => part.CanWrite)]);

        return parts is not [] && parts.All(part => Are(part.GetValue(one), part.GetValue(other)));
    }
}
