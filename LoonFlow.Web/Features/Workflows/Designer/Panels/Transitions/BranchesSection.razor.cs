using LoonFlow.Domain.Conditions;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Workflows.Designer.Panels.Parts;
using Microsoft.AspNetCore.Components;

namespace LoonFlow.Web.Features.Workflows.Designer.Panels.Transitions;

public sealed partial class BranchesSection : PanelPart
{
    // Branches have no ids; by these numbers an editor goes with its branch when the order changes.
    private readonly List<int> _keys = [];
    private readonly Dictionary<(int Key, int By), ElementReference> _movers = [];
    private (int Key, int By)? _moved;
    private int _lastKey;
    private int? _dragged;
    private int? _over;

    [Parameter, EditorRequired]
    public required Transition Transition { get; set; }

    protected override IEnumerable<PublishingProblem> Problems => Session.Problems.Where(problem => problem.Transition == Transition.Id);

    private IReadOnlyList<(StateId Value, string Text)> Targets =>
        [.. Session.Document.States.OrderBy(state => state.Order).Select(state => (state.Id, state.Name.ForReader()))];

    protected override void OnParametersSet()
    {
        while (_keys.Count < Transition.Branches.Count)
        {
            _keys.Add(++_lastKey);
        }

        if (_keys.Count > Transition.Branches.Count)
        {
            _keys.RemoveRange(Transition.Branches.Count, _keys.Count - Transition.Branches.Count);
        }
    }

    /// <summary>A branch that was moved takes its button along: the focus goes with it, to be pressed again.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_moved is { } moved)
        {
            _moved = null;
            await _movers[moved].FocusAsync();
        }
    }

    private bool IsOver(int position) => _over == position && _dragged is { } dragged && dragged != position;

    private void Add() => Edit("Edit.AddBranch", TransitionEdits.WithBranch);

    /// <summary>What is typed into one row is one step.</summary>
    private void Ask(int index, Condition? when, int? typedIn = null) => Change(
        index,
        branch => branch with { When = when ?? new Condition.Any([]) },
        typedIn is { } row ? $"transition-{Transition.Id.Value}-{_keys[index]}-{row}" : null);

    private void Change(int index, Func<Branch, Branch> edit, string? run = null) =>
        Edit("Edit.Branch", transition => transition with { Branches = [.. transition.Branches.Select((branch, at) => at == index ? edit(branch) : branch)] }, run);

    private void Remove(int key)
    {
        // By its key: a second press that comes before the first is seen must not take the next one.
        if (_keys.IndexOf(key) is var index and >= 0)
        {
            _keys.RemoveAt(index);
            Edit("Edit.RemoveBranch", transition => transition with { Branches = [.. transition.Branches.Where((_, at) => at != index)] });
        }
    }

    private void MoveBy(int position, int by)
    {
        if (position + by >= 0 && position + by < Transition.Branches.Count)
        {
            _moved = (_keys[position], by);
            Move(position, position + by);
        }
    }

    private void Move(int from, int to)
    {
        var key = _keys[from];
        _keys.RemoveAt(from);
        _keys.Insert(to, key);
        Edit("Edit.BranchOrder", transition => TransitionEdits.WithBranchMoved(transition, from, to));
    }

    private void Drop(int target)
    {
        if (_dragged is { } dragged && dragged != target)
        {
            Move(dragged, target);
        }

        EndDrag();
    }

    private void EndDrag() => (_dragged, _over) = (null, null);

    private void Edit(string step, Func<Transition, Transition> edit, string? run = null) =>
        Session.Edit(Texts[step], document => TransitionEdits.With(document, Transition.Id, edit), run);
}
