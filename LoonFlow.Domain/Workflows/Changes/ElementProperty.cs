namespace LoonFlow.Domain.Workflows.Changes;

/// <summary>One part of a property's value: the whole under an empty key, or an entry of a map or list under its own.</summary>
internal sealed record Cell(string Key, object? Value);

/// <summary>One property of one type of element: how it is read and written, part by part.</summary>
/// <param name="Member">The record's property that it is, or belongs to.</param>
/// <param name="Code">Names it for ever: screens word it, and choices between two sides name it.</param>
/// <param name="Read">Its parts, in order.</param>
/// <param name="Write">The element with these parts instead.</param>
internal sealed record ElementProperty<T>(string Member, string Code, Func<T, IReadOnlyList<Cell>> Read, Func<T, IReadOnlyList<Cell>, T> Write)
{
    /// <summary>Whether it only says where the element stands.</summary>
    public bool IsPlace { get; init; }

    /// <summary>Whether the order of its parts says something.</summary>
    public bool IsOrdered { get; init; }
}

/// <summary>The three shapes of properties: one value, a map, a list whose entries have names.</summary>
internal static class ElementProperty
{
    /// <summary>Stands for the order of a list's entries, which are parts of their own.</summary>
    public const string OrderKey = "#order";

    public static ElementProperty<T> One<T, TValue>(string member, Func<T, TValue> read, Func<T, TValue, T> write, string? code = null) => new(
        member,
        code ?? CodeOf(member),
        element => read(element) is { } value ? [new Cell(string.Empty, value)] : [],
        (element, cells) => write(element, cells is [{ Value: TValue value }] ? value : default!));

    public static ElementProperty<T> Place<T, TValue>(string member, Func<T, TValue> read, Func<T, TValue, T> write) =>
        One(member, read, write) with { IsPlace = true };

    public static ElementProperty<T> Map<T, TValue>(
        string member, Func<T, IReadOnlyDictionary<string, TValue>> read, Func<T, IReadOnlyDictionary<string, TValue>, T> write) => new(
        member,
        CodeOf(member),
        element => [.. read(element).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new Cell(pair.Key, pair.Value))],
        (element, cells) => write(element, cells.ToDictionary(cell => cell.Key, cell => (TValue)cell.Value!, StringComparer.Ordinal)));

    /// <summary>A list whose entries are told apart by a key, so that two people may each change another entry.</summary>
    public static ElementProperty<T> Listed<T, TItem>(
        string member, Func<T, IReadOnlyList<TItem>> read, Func<T, IReadOnlyList<TItem>, T> write, Func<TItem, string> key, string? code = null) => new(
        member,
        code ?? CodeOf(member),
        element => Keyed(read(element), key),
        (element, cells) => write(element, [.. cells.Select(cell => (TItem)cell.Value!)]))
        {
            IsOrdered = true,
        };

    /// <summary>A list that is not published yet may name an entry twice; the second is another part.</summary>
    private static IReadOnlyList<Cell> Keyed<TItem>(IReadOnlyList<TItem> items, Func<TItem, string> key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var cells = new List<Cell>(items.Count);

        foreach (var item in items)
        {
            var name = key(item);

            while (!seen.Add(name))
            {
                name += "#";
            }

            cells.Add(new Cell(name, item));
        }

        return cells;
    }

    private static string CodeOf(string member) => char.ToLowerInvariant(member[0]) + member[1..];
}
