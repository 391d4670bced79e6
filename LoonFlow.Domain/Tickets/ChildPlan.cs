using LoonFlow.Domain.Forms;

namespace LoonFlow.Domain.Tickets;

/// <summary>A child ticket that a visit of its parent is to have.</summary>
/// <param name="Key">Tells it from the other children of the visit, and is the same however often it is planned.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Values">What it is filed with; its own form decides which of them it takes.</param>
public sealed record ChildPlan(string Key, string Title, IReadOnlyDictionary<string, FieldValue?> Values)
{
    public FieldChanges Sent => new(Title, Values);
}
