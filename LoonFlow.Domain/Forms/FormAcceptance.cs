using LoonFlow.Domain.Common;
using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Forms;

/// <summary>One form that was sent, judged as a whole.</summary>
internal sealed class FormAcceptance
{
    private readonly WorkflowVersion _workflow;
    private readonly IReadOnlyList<FormEntry> _writable;
    private readonly bool _requiresFields;
    private readonly FieldChanges _stored;
    private readonly DecisionFacts _facts;
    private readonly UserId? _creator;
    private readonly Dictionary<string, FieldValue?> _sent = new(StringComparer.Ordinal);
    private readonly FormWorkings _workings;

    public FormAcceptance(
        WorkflowVersion workflow, IReadOnlyList<FormEntry> entries, bool requiresFields, FieldChanges sent, FieldChanges stored, DecisionFacts facts, UserId? creator)
    {
        _workflow = workflow;
        _writable = [.. entries.Where(entry => entry.IsWritable)];
        _requiresFields = requiresFields;
        _stored = stored;
        _facts = facts;
        _creator = creator;

        foreach (var key in _writable.Select(entry => entry.Key).Where(key => key != BuiltInField.Title && sent.Values.ContainsKey(key)))
        {
            _sent[key] = sent.Values[key];
        }

        if (sent.Title is { } title && _writable.Any(entry => entry.Key == BuiltInField.Title))
        {
            _sent[BuiltInField.Title] = new FieldValue.Text(title);
        }

        _workings = new FormWorkings(workflow.Fields, Stored, _sent.ToDictionary(pair => pair.Key, pair => Meant(workflow.Field(pair.Key), pair.Value), StringComparer.Ordinal));
    }

    public Result<FieldChanges> Result()
    {
        FormEntry[] shown = [.. _writable.Where(entry => _workings.Shows(entry.Key))];
        FieldProblem[] problems = [.. shown.SelectMany(entry => Problems(entry.Field!, entry.Access is FieldAccess.Required))];

        // What is wrong in itself is mended first: what should hold between fields is asked of values that could be.
        problems = problems is [] ? [.. Broken(shown)] : problems;

        return problems is [] ? Accepted(shown) : TicketRefusals.FormIncomplete with { Fields = problems };
    }

    private IEnumerable<FieldProblem> Problems(FormField field, bool isRequired)
    {
        var isSent = _sent.TryGetValue(field.Key, out var value);
        var meant = _workings.ValueOf(field.Key);

        if (_requiresFields && meant is null && (isRequired || _workings.Requires(field)))
        {
            return [FieldProblems.Missing(field)];
        }

        if (isSent && value is FieldValue.Rows rows && field.Type is FieldType.Table)
        {
            return TableRules.Problems(field, rows, _requiresFields, _workings.ValueOf, _facts);
        }

        var problem = isSent && value is { IsEmpty: false } ? FieldProblems.WithValue(field, value, _facts) : null;

        // A stored choice whose parent was chosen anew has to be chosen anew too.
        problem ??= meant is not null && (isSent || (field.CascadesFrom is { } parent && _sent.ContainsKey(parent))) ? FieldProblems.NotOffered(field, meant, _workings.ValueOf) : null;

        return problem is null ? [] : [problem];
    }

    /// <summary>
    /// What must hold between fields and does not. It is asked of those who can mend it, and not while a field that it
    /// compares is empty: whether one may be is for "required" to say.
    /// </summary>
    private IEnumerable<FieldProblem> Broken(IReadOnlyList<FormEntry> shown)
    {
        foreach (var check in _workflow.Document.Checks)
        {
            var keys = ConditionFields.Of(check.Must);
            FormField[] mendable = [.. shown.Where(entry => keys.Contains(entry.Key) || entry.Key == check.Field).Select(entry => entry.Field!)];

            if (mendable is not []
                && (_requiresFields || keys.Any(_sent.ContainsKey))
                && ConditionFields.Compared(check.Must).All(key => _workings.ValueOf(key) is not null)
                && !ConditionRules.Holds(check.Must, _workings.ValueOf))
            {
                yield return FieldProblems.CheckFailed(mendable.FirstOrDefault(field => field.Key == check.Field) ?? mendable[0], check.Message);
            }
        }
    }

    private FieldChanges Accepted(IReadOnlyList<FormEntry> shown)
    {
        var accepted = new Dictionary<string, FieldValue?>(StringComparer.Ordinal);

        foreach (var entry in shown.Where(entry => entry.Key != BuiltInField.Title && _sent.ContainsKey(entry.Key)))
        {
            accepted[entry.Key] = Meant(entry.Field, _sent[entry.Key]);
        }

        foreach (var (key, value) in _workings.Computed.Where(pair => accepted.ContainsKey(pair.Key) || !Equals(pair.Value, Stored(pair.Key))))
        {
            accepted[key] = value;
        }

        var title = _sent.TryGetValue(BuiltInField.Title, out var sent) ? (sent as FieldValue.Text)?.Value.Trim() : null;

        return new FieldChanges(title, accepted);
    }

    private FieldValue? Stored(string key) => key switch
    {
        BuiltInField.Title => string.IsNullOrEmpty(_stored.Title) ? null : new FieldValue.Text(_stored.Title),
        BuiltInField.Creator when _creator is { } creator => _facts.Company.User(creator) is { } user ? new FieldValue.Text(user.UserName) : null,
        _ => _stored.Values.GetValueOrDefault(key) ?? (_creator is { } creator ? CreatorFacts.Find(key, creator, _facts.Company) : null),
    };

    private static FieldValue? Meant(FormField? field, FieldValue? value) =>
        field is { Type: FieldType.Table } && value is FieldValue.Rows rows ? TableRules.Cleaned(field, rows) : value;
}
