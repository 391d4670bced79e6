using LoonFlow.Domain.Conditions;

namespace LoonFlow.Domain.Forms;

/// <summary>
/// A form with what stands in it: which fields it shows and requires, what its formulas come to, which choices it offers.
/// Screens draw by it and <see cref="FormRules.Accept"/> judges by it, so that both say the same.
/// </summary>
public sealed class FormWorkings
{
    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);
    private readonly Func<string, FieldValue?> _stored;
    private readonly IReadOnlyDictionary<string, FieldValue?> _filled;
    private IReadOnlyDictionary<string, FieldValue?> _computed;

    /// <param name="fields">All fields of the workflow.</param>
    /// <param name="stored">What the ticket holds, and what is known beside it, by key.</param>
    /// <param name="filled">What was filled in, by key; null was cleared.</param>
    public FormWorkings(IReadOnlyList<FormField> fields, Func<string, FieldValue?> stored, IReadOnlyDictionary<string, FieldValue?> filled)
    {
        _stored = stored;
        _filled = filled;
        _computed = FormulaRules.Compute(fields, Plain);

        // What a field that is not shown was filled with does not count, which may hide others; it never shows one again, so this ends.
        while (fields.Where(field => field.ShowWhen is { } when && !_hidden.Contains(field.Key) && !ConditionRules.Holds(when, ValueOf)).ToArray() is [_, ..] gone)
        {
            _hidden.UnionWith(gone.Select(field => field.Key));
            _computed = FormulaRules.Compute(fields, Plain);
        }
    }

    /// <summary>What the fields come to that have a formula, and the rows of tables whose columns have one.</summary>
    public IReadOnlyDictionary<string, FieldValue?> Computed => _computed;

    /// <summary>What a field holds as things stand: worked out, filled in, or stored.</summary>
    public FieldValue? ValueOf(string key) => (_computed.TryGetValue(key, out var value) ? value : Plain(key)) is { IsEmpty: false } found ? found : null;

    public bool Shows(string key) => !_hidden.Contains(key);

    /// <summary>Whether what was filled in makes the field required, whatever the state says.</summary>
    public bool Requires(FormField field) => field.RequireWhen is { } when && ConditionRules.Holds(when, ValueOf);

    public IReadOnlyList<Choice> Offered(FormField field) => CascadeRules.Offered(field, ValueOf);

    private FieldValue? Plain(string key) => !_hidden.Contains(key) && _filled.TryGetValue(key, out var value) ? value : _stored(key);
}
