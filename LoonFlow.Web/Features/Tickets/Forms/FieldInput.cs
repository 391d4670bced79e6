using LoonFlow.Domain.Forms;

namespace LoonFlow.Web.Features.Tickets.Forms;

/// <summary>What stands in one control: the value it means or, where it means none, the text as it was typed.</summary>
/// <param name="Value">Null means nothing was filled in, or nothing that can be read.</param>
/// <param name="Typed">What was typed, where it is no value of the field's type.</param>
/// <param name="IsSettled">False while the reader is still typing; then it is too early to complain.</param>
public sealed record FieldInput(FieldValue? Value, string? Typed = null, bool IsSettled = true)
{
    public static readonly FieldInput Nothing = new((FieldValue?)null);

    /// <summary>Cells of a table in which something stands that is no value of their column's type; the rows do not hold it.</summary>
    public IReadOnlyList<UnreadableCell> Unreadable { get; init; } = [];

    public bool IsUnreadable => Typed is not null;

    public static FieldInput Of(FieldValue? value) => value is null or { IsEmpty: true } ? Nothing : new FieldInput(value);

    /// <summary>Whether both say the same, whoever is still typing.</summary>
    public bool Says(FieldInput other) => Equals(Value, other.Value) && Typed == other.Typed && Unreadable.SequenceEqual(other.Unreadable);
}

/// <summary>What was typed into one cell of a table; rows count from 0.</summary>
public sealed record UnreadableCell(int Row, string Column, string Typed, bool IsSettled);
