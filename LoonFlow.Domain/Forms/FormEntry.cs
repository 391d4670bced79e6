namespace LoonFlow.Domain.Forms;

/// <summary>One line of a form as somebody sees it: which field, and what they may do with it. Built-in fields other than the title have no <see cref="FormField"/>.</summary>
public sealed record FormEntry(string Key, FormField? Field, FieldAccess Access, int Order)
{
    public bool IsWritable => Field is not null && Access is FieldAccess.Required or FieldAccess.Optional;
}
