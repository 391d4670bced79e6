using System.Globalization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Canvas;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LoonFlow.Web.Features.Workflows.Designer.Canvas;

/// <summary>The flow as a tree of words: whatever the drawing can do to its content can be done here, by keyboard, by touch and with a screen reader.</summary>
public sealed partial class FlowOutline : ComponentBase, IAsyncDisposable
{
    private readonly string _hintId = $"outline-hint-{Guid.NewGuid():N}";
    private readonly string _addId = $"outline-add-{Guid.NewGuid():N}";
    private readonly HashSet<StateId> _closed = [];
    private ElementReference _element;
    private DotNetObjectReference<FlowOutline>? _self;
    private JsModule? _module;
    private string? _active;
    private (string Row, string Act)? _editing;
    private string _typed = string.Empty;
    private string _chosen = string.Empty;
    private string _said = string.Empty;
    private string? _focus;
    private StateTemplate _new = StateTemplate.State;

    [Parameter, EditorRequired]
    public required DesignerSession Session { get; set; }

    [Parameter]
    public FlowMarks Marks { get; set; } = FlowMarks.None;

    [Parameter]
    public bool IsReadOnly { get; set; }

    [Inject]
    public required IStringLocalizer<CanvasTexts> Texts { get; init; }

    [Inject]
    public required IStringLocalizer<OverviewTexts> OverviewTexts { get; init; }

    [Inject]
    public required RefusalTexts RefusalTexts { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    private IReadOnlyList<OutlineRow> Rows { get; set; } = [];

    /// <summary>The row that Tab reaches.</summary>
    private string? Active => Rows.Any(row => row.Id == _active) ? _active : Rows is [var first, ..] ? first.Id : null;

    protected override void OnParametersSet() => Read();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = new JsModule(Js, "flow-outline");
            await _module.MountAsync(_element, _self);
        }

        if (_focus is { } row && _module is { IsMounted: true })
        {
            _focus = null;
            await _module.CallAsync("focus", row);
        }
    }

    /// <summary>What a key or a button does to a row.</summary>
    [JSInvokable]
    public async Task DoAsync(string id, string act)
    {
        if (Rows.FirstOrDefault(row => row.Id == id) is not { } row)
        {
            return;
        }

        _said = string.Empty;

        switch (act)
        {
            case "pick":
                Pick(row);
                break;
            case "toggle":
                Toggle(row);
                break;
            case "cancel":
                Stop();
                break;
            case var _ when IsReadOnly || !ActsOf(row).Any(possible => possible.Act == act):
                break;
            case "up" or "down":
                Apply(row.State is { } state ? new CanvasEdit.ShiftState(state, act is "up" ? -1 : 1) : new CanvasEdit.ShiftLine(row.Line!, act is "up" ? -1 : 1));
                Keep(row.Id);
                break;
            case "delete":
                Delete(row);
                break;
            case "kind" when row.Line is { Branch: null } line && Session.Transition(line.Transition) is { } way:
                Apply(new CanvasEdit.SetKind(way.Id, way.Kind switch { TransitionKind.Agree => TransitionKind.Refuse, TransitionKind.Refuse => TransitionKind.Other, _ => TransitionKind.Agree }));
                Keep(row.Id);
                break;
            case "rename" or "add" or "connect" or "lead":
                Begin(row, act);
                break;
        }

        StateHasChanged();
    }

    /// <summary>Brings a row's field to the hands that asked for it.</summary>
    private void Begin(OutlineRow row, string act)
    {
        Pick(row);
        _editing = (row.Id, act is "lead" ? "connect" : act);
        _typed = row.Name;
        _chosen = Options(row).Select(option => option.Value).FirstOrDefault(string.Empty);
        _focus = row.Id;
    }

    private void Pick(OutlineRow row)
    {
        if (_editing is { } editing && editing.Row != row.Id)
        {
            _editing = null;
        }

        _active = row.Id;
        var selection = row switch { { State: { } state } => DesignerSelection.Of(state), { Line: { } line } => DesignerSelection.Of(line.Transition) with { Branch = line.Branch }, _ => DesignerSelection.None };

        if (!IsPicked(row) || Session.Selection.Branch != selection.Branch)
        {
            Session.Select(selection);
        }
    }

    private void Toggle(OutlineRow row)
    {
        if (row.State is { } state && !_closed.Remove(state))
        {
            _closed.Add(state);
        }

        Read();
    }

    private void Delete(OutlineRow row)
    {
        var place = Rows.TakeWhile(one => one.Id != row.Id).Count();
        var before = Session.Document;
        CanvasEdit remove = row.State is { } state ? new CanvasEdit.Remove([state], [], []) : new CanvasEdit.Remove([], [row.Line!], []);
        Apply(remove);
        _said = CanvasSpeech.Of(remove, before, Session.Document, Texts) ?? string.Empty;
        Keep(Rows is [] ? null : Rows[Math.Min(place, Rows.Count - 1)].Id);
    }

    private void Typed(ChangeEventArgs typed)
    {
        if (_editing is not { } editing || Rows.FirstOrDefault(row => row.Id == editing.Row) is not { } row)
        {
            return;
        }

        var name = typed.Value as string ?? string.Empty;
        _editing = null;
        Apply(row.State is { } state
            ? new CanvasEdit.RenameState(state, name, ReaderLanguage.Current)
            : new CanvasEdit.RenameTransition(row.Line!.Transition, name, ReaderLanguage.Current));
        Keep(row.Id);
    }

    private async Task ChooseAsync(OutlineRow row)
    {
        var act = _editing?.Act;
        _editing = null;

        if (row.Line is { } line && act is "connect" && To() is { } target && From(line) is { } start)
        {
            Apply(new CanvasEdit.Reconnect(line, start, null, target, null));
            Keep(row.Id);
        }
        else if (row.State is { } from && act is "connect" && To() is { } to)
        {
            var way = new TransitionId(await Session.NextIdAsync());
            Apply(new CanvasEdit.Connect(way, from, null, to, null));
            Keep(CanvasCells.IdOf(way));
        }
        else if (row.State is { } before && Enum.TryParse<StateTemplate>(_chosen, out var template))
        {
            var (add, id) = await NewAsync(template);
            Apply(new CanvasEdit.Together([add, new CanvasEdit.Connect(new TransitionId(await Session.NextIdAsync()), before, null, id, null)]));
            Keep(CanvasCells.IdOf(id));
        }
    }

    private async Task AddAsync()
    {
        var (add, id) = await NewAsync(_new);
        Apply(add);
        _said = Session.State(id) is { } state ? Texts["Added", state.Name.ForReader()] : Texts["OneStart"];
        Keep(Session.State(id) is null ? Active : CanvasCells.IdOf(id));
    }

    private async Task<(CanvasEdit Edit, StateId Id)> NewAsync(StateTemplate template)
    {
        var id = new StateId(await Session.NextIdAsync());

        return template is StateTemplate.Fork
            ? (new CanvasEdit.AddBlock(id, new StateId(await Session.NextIdAsync()), null, null), id)
            : (new CanvasEdit.AddState(id, template, null), id);
    }

    private void Stop() => (_focus, _editing) = (_editing?.Row, null);

    private void Apply(CanvasEdit edit)
    {
        Session.Edit(CanvasNames.OfStep(edit, Texts), document => CanvasEdits.Apply(document, edit, CanvasNames.Words));
        Read();
    }

    private void Keep(string? row)
    {
        _active = row;
        _focus = row;

        if (Rows.FirstOrDefault(one => one.Id == row) is { } known)
        {
            Pick(known);
        }
    }

    private void Read() => Rows = OutlineRows.Of(Session, new CanvasCells(Session, Texts, OverviewTexts, RefusalTexts), _closed, Marks, Texts);

    private bool IsPicked(OutlineRow row) => row switch
    {
        { State: { } state } => Session.Selection.States.Contains(state),
        { Line: { } line } => Session.Selection.Transitions.Contains(line.Transition) && (_active == row.Id || (_active is null && line.Branch is null)),
        _ => false,
    };

    private StateId? To() => long.TryParse(_chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new StateId(id) : null;

    private StateId? From(LineRef line) => Session.Transition(line.Transition)?.From;

    private IEnumerable<(string Value, string Name)> Options(OutlineRow row)
    {
        if (_editing?.Act is "add")
        {
            return Enum.GetValues<StateTemplate>().Where(template => template is not StateTemplate.Start).OrderBy(template => template is not StateTemplate.State).Select(template => (template.ToString(), Texts[$"Palette{template}"].Value));
        }

        var from = row.State ?? From(row.Line!);

        return from is { } id && Session.State(id) is { } start
            ? Session.Document.States.OrderBy(state => state.Order).Where(state => ConnectionRules.Allows(start, state)).Select(state => (state.Id.Value.ToString(CultureInfo.InvariantCulture), state.Name.ForReader()))
            : [];
    }

    private IEnumerable<(string Act, string Text, IconName Icon)> ActsOf(OutlineRow row)
    {
        var isEnd = row.Kind is "end";

        (string Act, string Text, IconName Icon, bool IsOffered)[] acts =
        [
            ("rename", Texts["Rename"], IconName.Edit, row.Line is not { Branch: not null }),
            ("add", Texts["AddNext"], IconName.Plus, row.State is not null && !isEnd),
            ("connect", Texts["StepConnect"], IconName.ArrowRight, row.State is not null && !isEnd),
            ("lead", Texts["LeadElsewhere"], IconName.ArrowRight, row.Line is not null),
            ("kind", Texts["ChangeKind"], IconName.UpDown, row.Line is { Branch: null }),
            ("up", Texts["Up"], IconName.UpDown, row.Place > 1),
            ("down", Texts["Down"], IconName.UpDown, row.Place < row.Of),
            ("delete", Texts["Delete"], IconName.Trash, true),
        ];

        return acts.Where(act => act.IsOffered).Select(act => (act.Act, act.Text, act.Icon));
    }

    private string KindOf(OutlineRow row) => row.State is not null
        ? Texts[$"Palette{char.ToUpperInvariant(row.Kind[0])}{row.Kind[1..]}"]
        : Texts[$"Kind{char.ToUpperInvariant(row.Kind[0])}{row.Kind[1..]}"];

    private static string DomId(string row) => $"outline-{row}";

    public async ValueTask DisposeAsync()
    {
        if (_module is not null)
        {
            await _module.DisposeAsync();
        }

        _self?.Dispose();
    }
}
