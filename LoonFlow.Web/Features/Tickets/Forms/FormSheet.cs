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

    private readonly IReadOnlyList<FormField> _all;
    private readonly Func<string, FieldValue?> _known;
    private FormWorkings? _workings;

    /// <param name="entries">The lines of the form; the writable ones are filled in here.</param>
    /// <param name="title">The title of the ticket; null where there is none yet.</param>
    /// <param name="values">The values of the ticket.</param>
    /// <param name="defaultsIn">For a fresh form, the zone in which its defaults are read; null applies no defaults.</param>
    /// <param name="all">All fields of the workflow, for formulas over what is not on this form; null where it is the whole.</param>
    /// <param name="known">What conditions may ask beside the ticket's values, by key.</param>
    public FormSheet(
        IReadOnlyList<FormEntry> entries,
        string? title,
        FieldValues values,
        TimeZoneInfo? defaultsIn,
        IReadOnlyList<FormField>? all = null,
        Func<string, FieldValue?>? known = null)
    {
        _all = all ?? [.. entries.Select(entry => entry.Field).OfType<FormField>()];
        _known = key => key == BuiltInField.Title ? FieldInput.Of(Text(title)).Value : values[key] ?? known?.Invoke(key);

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

    /// <summary>What the form shows, requires, offers and works out as it stands.</summary>
    public FormWorkings Workings => _workings ??= new FormWorkings(
        _all, _known, _fields.Where(one => !_inputs[one.Key].IsUnreadable).ToDictionary(one => one.Key, one => Counted(one, Meant(one)), StringComparer.Ordinal));

    /// <summary>Takes what was filled in; choices that are not offered beside it any more go.</summary>
    public void Fill(string key, FieldInput input)
    {
        _inputs[key] = input;
        _workings = null;

        foreach (var below in _fields.Where(field => field.CascadesFrom == key))
        {
            if (CascadeRules.Kept(below, _inputs[below.Key].Value, Workings.ValueOf) is var kept && !Equals(kept, _inputs[below.Key].Value))
            {
                Fill(below.Key, FieldInput.Of(kept));
            }
        }
    }

    /// <summary>Whether something must stand here, by its state or by what was filled in.</summary>
    public bool IsRequired(FormEntry entry) => entry.Access is FieldAccess.Required || (entry.Field is { } field && Workings.Requires(field));

    /// <summary>What is wrong with one control now; null while it is being typed into, or nothing is.</summary>
    public FieldProblem? ProblemAt(FormField field) =>
        _inputs[field.Key] is { IsUnreadable: true, IsSettled: true } ? FieldProblems.WrongType(field) : null;

    /// <summary>Whether nothing can be seen to be wrong with what it holds, were it sent now.</summary>
    public bool IsRight(FormEntry entry) => !Workings.Shows(entry.Key) || !WhyNot(entry, requiresFields: true).Any();

    /// <summary>What is to be sent, or everything that can be seen to be wrong without asking.</summary>
    public Result<FieldChanges> Read(bool requiresFields)
    {
        FieldProblem[] problems = [.. _writable.Where(entry => Workings.Shows(entry.Key)).SelectMany(entry => WhyNot(entry, requiresFields))];

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

        _workings = null;
    }

    /// <summary>Back to the beginning.</summary>
    public void Reset()
    {
        foreach (var (key, input) in _beginning)
        {
            _inputs[key] = input;
        }

        _workings = null;
    }

    private IEnumerable<FieldProblem> WhyNot(FormEntry entry, bool requiresFields)
    {
        var (field, input) = (entry.Field!, _inputs[entry.Key]);

        return input.IsUnreadable ? [FieldProblems.WrongType(field)]
            : input.Unreadable is not [] ? input.Unreadable.Select(cell => Unreadable(field, cell)).OfType<FieldProblem>()
            : Counted(field, Meant(field)) is not { IsEmpty: false } value ? requiresFields && IsRequired(entry) ? [FieldProblems.Missing(field)] : []
            : FieldProblems.WithRules(field, value) is { } problem ? [problem]
            : [];
    }

    private static FieldProblem? Unreadable(FormField table, UnreadableCell cell) => table.Columns.FirstOrDefault(column => column.Key == cell.Column) is { } column
        ? FieldProblems.InCell(table, cell.Row + 1, column, FieldProblems.WrongType(column))
        : null;

    private FieldChanges Changes(Dictionary<string, FieldInput> since)
    {
        FormField[] changed = [.. _fields.Where(field => !_inputs[field.Key].Says(since[field.Key]) && !_inputs[field.Key].IsUnreadable)];
        var title = changed.Any(field => field.Key == BuiltInField.Title) ? (_inputs[BuiltInField.Title].Value as FieldValue.Text)?.Value ?? string.Empty : null;

        return new FieldChanges(title, changed
            .Where(field => field.Key != BuiltInField.Title)
            .ToDictionary(field => field.Key, field => since == _stored ? Meant(field) : _inputs[field.Key].Value, StringComparer.Ordinal));
    }

    // Rows that nobody filled in count for nothing, but keep their numbers until the form is sent.
    private static FieldValue? Counted(FormField field, FieldValue? value) =>
        field.Type is FieldType.Table && value is FieldValue.Rows rows ? TableRules.Cleaned(field, rows) : value;

    // A starting text that nobody completed says nothing.
    private FieldValue? Meant(FormField field) =>
        _inputs[field.Key].Value is FieldValue.Text text && FieldDefaults.IsUntouched(field, text.Value) ? null : _inputs[field.Key].Value;

    private static FieldValue.Text? Text(string? text) => text is null ? null : new FieldValue.Text(text);
}
