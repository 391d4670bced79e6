using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Import.People;

/// <summary>Departments: accepted before people, who are in them; read after people, who lead them.</summary>
internal sealed class DepartmentReading(SourceRows source, ImportedIds ids, UserNames names, ImportedMaking making)
{
    private readonly List<(SourceRow Row, long Id)> _accepted = [];

    public void Accept()
    {
        foreach (var row in source[SourceTable.Departments].Where(row => !ids.Knows(row)))
        {
            _accepted.Add((row, ids.Accept(row)));
        }
    }

    public IReadOnlyList<DepartmentRow> Read() =>
    [
        .. _accepted.Select(accepted => making.Of(accepted.Row, new DepartmentRow
        {
            Id = accepted.Id,
            Name = accepted.Row.Name("name", Department.MaxNameLength),
            ParentId = Parent(accepted.Row),
            LeaderId = People(accepted.Row, "leader") is [var leader, ..] ? leader : null,
            ApproverIds = People(accepted.Row, "approver"),
            Label = accepted.Row.Label("label", Department.MaxLabelLength),
        })),
    ];

    private long? Parent(SourceRow row)
    {
        var parent = ParentIn(row);

        if (parent == 0)
        {
            return null;
        }

        if (ids.Find(SourceTable.Departments, parent) is not { } target)
        {
            row.Note($"its parent department {parent} is unknown or deleted", "it stands at the top");
            return null;
        }

        if (ClosesLoop(row))
        {
            row.Note("it lies below itself", "it stands at the top");
            return null;
        }

        return target;
    }

    /// <summary>Of the departments in a loop only the one with the smallest id is lifted out.</summary>
    private bool ClosesLoop(SourceRow row)
    {
        var above = new HashSet<long>();

        for (var next = ParentIn(row); next != 0 && above.Add(next); next = source.Find(SourceTable.Departments, next) is { } parent ? ParentIn(parent) : 0)
        {
            if (next == row.Id)
            {
                return above.Min() == row.Id;
            }
        }

        return false;
    }

    private static long ParentIn(SourceRow row) => row.Number("parent_dept_id");

    private IReadOnlyList<long> People(SourceRow row, string column)
    {
        var found = new List<long>();

        foreach (var userName in SourceText.Listed(row.Text(column, int.MaxValue)).Where(userName => !UserNames.IsEngine(userName)))
        {
            if (names.Find(userName) is not { } id)
            {
                row.Note($"{column} names “{userName}”, who is unknown or deleted", "the name was left out");
            }
            else if (!found.Contains(id))
            {
                found.Add(id);
            }
        }

        return found;
    }
}
