using System.Collections;
using System.Collections.Immutable;

namespace LoonFlow.Domain.Forms;

/// <summary>The values of a ticket by field key, immutable. A key without a value is not in it.</summary>
public sealed class FieldValues : IEnumerable<KeyValuePair<string, FieldValue>>, IEquatable<FieldValues>
{
    public static readonly FieldValues None = new(ImmutableSortedDictionary.Create<string, FieldValue>(StringComparer.Ordinal));

    private readonly ImmutableSortedDictionary<string, FieldValue> _values;

    private FieldValues(ImmutableSortedDictionary<string, FieldValue> values) => _values = values;

    public int Count => _values.Count;

    public FieldValue? this[string key] => _values.GetValueOrDefault(key);

    /// <summary>These values with the given ones on top; null and empty values clear their field.</summary>
    public FieldValues With(IEnumerable<KeyValuePair<string, FieldValue?>> changes)
    {
        var builder = _values.ToBuilder();

        foreach (var (key, value) in changes)
        {
            if (value is null or { IsEmpty: true })
            {
                builder.Remove(key);
            }
            else
            {
                builder[key] = value;
            }
        }

        return new FieldValues(builder.ToImmutable());
    }

    public FieldValues With(string key, FieldValue? value) => With([KeyValuePair.Create(key, value)]);

    public static FieldValues Of(params (string Key, FieldValue? Value)[] values) =>
        None.With(values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));

    public bool Equals(FieldValues? other) => other is not null && _values.SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as FieldValues);

    public override int GetHashCode() => _values.Count;

    public IEnumerator<KeyValuePair<string, FieldValue>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
