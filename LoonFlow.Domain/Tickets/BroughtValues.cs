using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>What children that have ended bring to their parent: a later child's value wins, and what does not suit the parent's field stays out.</summary>
internal sealed class BroughtValues
{
    private readonly Dictionary<string, FieldValue?> _values = new(StringComparer.Ordinal);
    private readonly List<string> _leftOut = [];
    private string? _title;

    public BroughtValues(Situation situation, ChildrenSetting setting, IEnumerable<Ticket> children)
    {
        foreach (var child in children.Where(child => child is { IsOver: true, DeletedAt: null }).OrderBy(child => child.Id.Value))
        {
            foreach (var mapping in setting.Up)
            {
                Bring(situation, child, mapping);
            }
        }
    }

    public FieldChanges Changes => new(_title, _values);

    /// <summary>What stayed out, and why.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    private void Bring(Situation situation, Ticket child, ValueMapping mapping)
    {
        var field = situation.Workflow.Field(mapping.To);

        if (field is null or { Formula: not null } || ChildrenRules.Fitted(field, ChildrenRules.ValueOf(child, situation.Facts.Company, mapping.From)) is not { IsEmpty: false } value)
        {
            return;
        }

        if (FieldProblems.WithValue(field, value, situation.Facts) is { } problem)
        {
            _leftOut.Add($"{child.Serial}: {problem.Message}");
        }
        else if (field.Key == BuiltInField.Title)
        {
            _title = ((FieldValue.Text)value).Value.Trim();
        }
        else
        {
            _values[field.Key] = value;
        }
    }
}
