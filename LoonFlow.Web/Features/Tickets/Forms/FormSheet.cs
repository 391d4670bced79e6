using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Features.Tickets.Drafts;

namespace LoonFlow.Web.Features.Tickets.Forms;

/// <summary>A form while it is filled in: what stands in each writable control, and what stood there at the beginning.</summary>
public sealed class FormSheet
{
    private readonly IReadOnlyList<FormField> _fields;
    private readonly IReadOnlyList<FormEntry> _writable;
    private readonly Dictionary<string, FieldInput> _stored = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FieldInput> _beginning = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FieldInput> _inputs = new(StringComparer.Ordinal);

    /// <param name="entries">The lines of the form; the writable ones are filled in here.</param>
    /// <param name="title">The title of the ticket; null where there is none yet.</param>
    /// <param name="values">The values of the ticket.</param>
    /// <param name="defaultsIn">For a fresh form, the zone in which its defaults are read; null applies no defaults.</param>
    public FormSheet(IReadOnlyList<FormEntry> entries, string? title, FieldValues values, TimeZoneInfo? defaultsIn)
    {
        _writable = [.. entries.Where(entry => entry.IsWritable)];
        _fields = [.. _writable.Select(entry => entry.Field!)];

        foreach (var field in _fields)
        {
            var stored = field.Key == BuiltInField.Title ? Text(title) : values[field.Key];
            _stored[field.Key] = FieldInput.Of(stored);
            _beginning[field.Key] = FieldInput.Of(stored ?? (defaultsIn is null ? null : FieldDefaults.Of(field, defaultsIn)));
            _inputs[field.Key] = _beginning[field.Key];
        }
    }

    public FieldInput this[string key] => _inputs[key];

    public void Fill(string key, FieldInput input) => _inputs[key] = input;

    /// <summary>What is wrong with one control now; null while it is being typed into, or nothing is.</summary>
    public FieldProblem? ProblemAt(FormField field) =>
        _inputs[field.Key] is { IsUnreadable: true, IsSettled: true } ? FieldProblems.WrongType(field) : null;

    /// <summary>What is to be sent, or everything that can be seen to be wrong without asking.</summary>
    public Result<FieldChanges> Read(bool requiresFields)
    {
        FieldProblem[] problems = [.. _writable.Select(entry => WhyNot(entry, requiresFields)).OfType<FieldProblem>()];

        return problems is [] ? Changes(since: _stored) : TicketRefusals.FormIncomplete with { Fields = problems };
    }

    /// <summary>What would be lost if the page were gone now.</summary>
    public DraftContent Draft(string comment) => new(
        Changes(since: _beginning),
        _inputs.Where(pair => pair.Value.IsUnreadable).ToDictionary(pair => pair.Key, pair => pair.Value.Typed!, StringComparer.Ordinal),
        comment);

    /// <summary>Puts a draft on top; keys that are not (or no longer) writable here are left out.</summary>
    public void Restore(DraftContent draft)
    {
        foreach (var field in _fields)
        {
            if (draft.Typed.TryGetValue(field.Key, out var typed))
            {
                _inputs[field.Key] = new FieldInput(null, typed);
            }
            else if (field.Key == BuiltInField.Title && draft.Changes.Title is { } title)
            {
                _inputs[field.Key] = FieldInput.Of(Text(title));
            }
            else if (draft.Changes.Values.TryGetValue(field.Key, out var value))
            {
                _inputs[field.Key] = FieldInput.Of(value);
            }
        }
    }

    /// <summary>Back to the beginning.</summary>
    public void Reset()
    {
        foreach (var (key, input) in _beginning)
        {
            _inputs[key] = input;
        }
    }

    private FieldProblem? WhyNot(FormEntry entry, bool requiresFields) =>
        _inputs[entry.Key].IsUnreadable ? FieldProblems.WrongType(entry.Field!)
        : requiresFields && entry.Access is FieldAccess.Required && Meant(entry.Field!) is null or { IsEmpty: true } ? FieldProblems.Missing(entry.Field!)
        : null;

    private FieldChanges Changes(Dictionary<string, FieldInput> since)
    {
        FormField[] changed = [.. _fields.Where(field => !_inputs[field.Key].Says(since[field.Key]) && !_inputs[field.Key].IsUnreadable)];
        var title = changed.Any(field => field.Key == BuiltInField.Title) ? (_inputs[BuiltInField.Title].Value as FieldValue.Text)?.Value ?? string.Empty : null;

        return new FieldChanges(title, changed
            .Where(field => field.Key != BuiltInField.Title)
            .ToDictionary(field => field.Key, field => since == _stored ? Meant(field) : _inputs[field.Key].Value, StringComparer.Ordinal));
    }

    // A starting text that nobody completed says nothing.
    private FieldValue? Meant(FormField field) =>
        _inputs[field.Key].Value is FieldValue.Text text && FieldDefaults.IsUntouched(field, text.Value) ? null : _inputs[field.Key].Value;

    private static FieldValue.Text? Text(string? text) => text is null ? null : new FieldValue.Text(text);
}
