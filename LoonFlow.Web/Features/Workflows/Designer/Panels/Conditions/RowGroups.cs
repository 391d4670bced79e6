using LoonFlow.Domain.Conditions;

namespace LoonFlow.Web.Features.Workflows.Designer.Panels.Conditions;

/// <summary>The rows of one condition while they are filled in: any of the groups, all rows of a group.</summary>
internal sealed class RowGroups
{
    private readonly List<List<RowDraft>> _groups = [];
    private int _last;

    /// <summary>A condition as rows; null where rows cannot say it. No condition is no group.</summary>
    public static RowGroups? Of(Condition? condition, IReadOnlyList<ConditionSubject> subjects)
    {
        var groups = new RowGroups();

        if (condition is null)
        {
            return groups;
        }

        if (ConditionRows.Of(condition) is not { } read)
        {
            return null;
        }

        foreach (var rows in read.Where(rows => rows.Count > 0))
        {
            groups._groups.Add([.. rows.Select(row => groups.Draft(Plain(row, subjects)))]);
        }

        return groups;
    }

    public IReadOnlyList<IReadOnlyList<RowDraft>> All => _groups;

    /// <summary>What the complete rows say; null while there is none.</summary>
    public Condition? Condition => _groups.Select(group => (IReadOnlyList<ConditionRow>)[.. group.Where(row => row.IsComplete).Select(row => row.Row)])
        .Where(group => group.Count > 0).ToArray() is [_, ..] complete ? ConditionRows.Join(complete) : null;

    public bool HasGaps => _groups.Any(group => group.Any(row => !row.IsComplete));

    /// <summary>Adds a row to the group, or a group where there is none of this index.</summary>
    public RowDraft Add(int group, ConditionSubject subject)
    {
        var draft = Draft(new ConditionRow(subject.Key, RowOperators.For(subject.Kind)[0], []));

        if (group < _groups.Count)
        {
            _groups[group].Add(draft);
        }
        else
        {
            _groups.Add([draft]);
        }

        return draft;
    }

    public void Change(int number, ConditionRow row)
    {
        foreach (var group in _groups)
        {
            var index = group.FindIndex(draft => draft.Number == number);

            if (index >= 0)
            {
                group[index] = group[index] with { Row = row };
            }
        }
    }

    public void Remove(int number)
    {
        foreach (var group in _groups)
        {
            group.RemoveAll(draft => draft.Number == number);
        }

        _groups.RemoveAll(group => group.Count == 0);
    }

    private RowDraft Draft(ConditionRow row) => new(++_last, row);

    /// <summary>What is known of the creator are lists: that one contains something and that something is in it are the same.</summary>
    private static ConditionRow Plain(ConditionRow row, IReadOnlyList<ConditionSubject> subjects) =>
        subjects.FirstOrDefault(subject => subject.Key == row.Field)?.Kind is not (SubjectKind.Department or SubjectKind.Role) ? row
        : row.Operator switch
        {
            RowOperator.Contains or RowOperator.Equal => row with { Operator = RowOperator.In },
            RowOperator.NotContains or RowOperator.NotEqual => row with { Operator = RowOperator.NotIn },
            _ => row,
        };
}
