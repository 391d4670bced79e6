using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Forms;
using LoonFlow.Web.Controls;
using Microsoft.AspNetCore.Components;

namespace LoonFlow.Web.Features.Tickets.Forms.Editors;

/// <summary>Rows of controls, one per column. A row that nothing was typed into counts for nothing.</summary>
public sealed partial class TableEditor : FieldControl
{
    private readonly List<Row> _rows = [];
    private FieldInput? _shown;
    private string? _said;
    private Row? _reached;
    private int _numbers;

    /// <summary>What is wrong in single cells.</summary>
    [Parameter]
    public IReadOnlyList<Domain.Common.FieldProblem> Problems { get; set; } = [];

    /// <summary>The values beside the table.</summary>
    [Parameter]
    public Func<string, FieldValue?> Outside { get; set; } = _ => null;

    private bool IsFull => _rows.Count >= FormRules.MaxRows;

    private FieldValue.Rows Value => new([.. _rows.Select(row => TableRules.Computed(Field, row.Values, Outside))]);

    protected override void OnParametersSet()
    {
        // What this editor itself said is what it shows already; anything else came from outside and replaces the rows.
        if (_shown is not null && _shown.Says(Input))
        {
            return;
        }

        _shown = Input;
        _rows.Clear();

        foreach (var values in (Input.Value as FieldValue.Rows)?.Values ?? [])
        {
            _rows.Add(Begin(values));
        }

        foreach (var cell in Input.Unreadable.Where(cell => cell.Row < _rows.Count))
        {
            _rows[cell.Row].Unreadable[cell.Column] = new FieldInput(null, cell.Typed, cell.IsSettled);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_reached is { } row)
        {
            _reached = null;
            await row.Element.FocusAsync();
        }
    }

    private Task AddAsync()
    {
        _rows.Add(Begin(FieldValues.None.With(Field.Columns
            .Where(column => column.Formula is null)
            .Select(column => KeyValuePair.Create(column.Key, FieldDefaults.Of(column, Installation.Value.Zone))))));

        return ReachAsync(_rows.Count - 1, "RowAdded");
    }

    private Task CopyAsync(int index)
    {
        _rows.Insert(index + 1, Begin(_rows[index].Values));

        return ReachAsync(index + 1, "RowAdded");
    }

    private Task RemoveAsync(int index)
    {
        _rows.RemoveAt(index);
        _said = Texts["RowRemoved", index + 1];
        _reached = _rows.Count > 0 ? _rows[Math.Min(index, _rows.Count - 1)] : null;

        return SayAsync();
    }

    private Task ReachAsync(int index, string said)
    {
        _said = Texts[said, index + 1];
        _reached = _rows[index];

        return SayAsync();
    }

    private Task FillAsync(Row row, FormField column, FieldInput input)
    {
        row.Unreadable.Remove(column.Key);
        row.Values = row.Values.With(column.Key, input.Value);

        if (input.IsUnreadable)
        {
            row.Unreadable[column.Key] = input;
        }

        foreach (var below in Field.Columns.Where(other => other.CascadesFrom == column.Key))
        {
            row.Values = row.Values.With(below.Key, CascadeRules.Kept(below, row.Values[below.Key], InRow(row)));
        }

        return SayAsync();
    }

    private Task SayAsync()
    {
        _shown = FieldInput.Of(_rows.Count == 0 ? null : Value) with
        {
            Unreadable = [.. _rows.SelectMany((row, index) => row.Unreadable.Select(pair => new UnreadableCell(index, pair.Key, pair.Value.Typed!, pair.Value.IsSettled)))],
        };

        return OnInput.InvokeAsync(_shown);
    }

    private Row Begin(FieldValues values) => new() { Number = ++_numbers, Values = values };

    private Func<string, FieldValue?> InRow(Row row) => TableRules.InRow(Field, row.Values, Outside);

    private static bool IsAlwaysRequired(FormField column) => column.RequireWhen is Condition.All { Parts: [] };

    private string Computed(Row row, FormField column) =>
        TableRules.Computed(Field, row.Values, Outside)[column.Key] is { } value
            ? FieldReading.Of(column, value, Installation.Value.Zone, Installation.Value.Zone, Company, Texts)
            : "—";

    private string? ErrorAt(int index, Row row, FormField column)
    {
        var problem = row.Unreadable.TryGetValue(column.Key, out var input)
            ? input.IsSettled ? FieldProblems.WrongType(column) : null
            : Problems.FirstOrDefault(one => one.Cell is { } cell && cell.Row == index + 1 && cell.Column == column.Key);

        return problem is null ? null : ProblemTexts.InCell(problem, column.Type);
    }

    private string IdOf(int index, FormField column) => $"{Ids.Input}-{index + 1}-{column.Key}";

    private Dictionary<string, object> ParametersOf(Row row, FormField column, FieldIds ids) => new()
    {
        [nameof(Field)] = column.CascadesFrom is null ? column : column with { Choices = CascadeRules.Offered(column, InRow(row)) },
        [nameof(Input)] = row.Unreadable.GetValueOrDefault(column.Key) ?? FieldInput.Of(row.Values[column.Key]),
        [nameof(Ids)] = ids,
        [nameof(Company)] = Company,
        [nameof(OnInput)] = EventCallback.Factory.Create<FieldInput>(this, input => FillAsync(row, column, input)),
    };

    private sealed class Row
    {
        public required int Number { get; init; }

        public required FieldValues Values { get; set; }

        public Dictionary<string, FieldInput> Unreadable { get; } = new(StringComparer.Ordinal);

        public ElementReference Element;
    }
}
