using LoonFlow.Domain.Forms;

namespace LoonFlow.Web.Features.Tickets.Drafts;

/// <summary>What somebody typed into a form and did not send yet.</summary>
/// <param name="Changes">Values that differ from what the form began with; null clears.</param>
/// <param name="Typed">By field key, text that is no value of its field's type.</param>
/// <param name="Comment">The comment beside the form.</param>
public sealed record DraftContent(FieldChanges Changes, IReadOnlyDictionary<string, string> Typed, string Comment)
{
    public static readonly DraftContent Empty = new(FieldChanges.None, new Dictionary<string, string>(), string.Empty);

    public bool IsEmpty => Changes is { Title: null, Values.Count: 0 } && Typed.Count == 0 && Comment.Length == 0;
}
