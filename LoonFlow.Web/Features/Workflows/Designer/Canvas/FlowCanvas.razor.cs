using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Canvas;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LoonFlow.Web.Features.Workflows.Designer.Canvas;

/// <summary>
/// The flow as a drawing that is worked on by mouse and keyboard, and as an outline that says the same. The browser does
/// whatever goes with the pointer and tells finished edits; the session's document is the only truth.
/// </summary>
public sealed partial class FlowCanvas : ComponentBase, IAsyncDisposable
{
    private const int FirstIds = 80;
    private const int MostIds = 6_000;

    private static readonly string[] Palette = ["start", "state", "end", "fork", "join", "script", "hook", "children", "note"];

    private readonly string _alignId = $"align-{Guid.NewGuid():N}";
    private readonly string _exportId = $"export-{Guid.NewGuid():N}";
    private readonly string _hintId = $"hint-{Guid.NewGuid():N}";
    private ElementReference _element;
    private DotNetObjectReference<FlowCanvas>? _self;
    private JsModule? _module;
    private IReadOnlyDictionary<string, string> _told = new Dictionary<string, string>();
    private object? _seen;
    private int _version;
    private long _lastEdit;
    private bool _showsShortcuts;
    private bool? _showsOutline;

    [Parameter, EditorRequired]
    public required DesignerSession Session { get; set; }

    [Parameter]
    public FlowMarks Marks { get; set; } = FlowMarks.None;

    /// <summary>To look at only.</summary>
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

    /// <summary>Until the browser has said how much room there is, neither is chosen.</summary>
    private string View => _showsOutline switch { null => "auto", true => "outline", false => "drawing" };

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await MountAsync();
        }
        else if (_module is { IsMounted: true } && HasNews())
        {
            await _module.CallAsync("update", Change());
        }
    }

    private async Task MountAsync()
    {
        _self = DotNetObjectReference.Create(this);
        _module = new JsModule(Js, "designer-canvas");
        var start = new
        {
            Key = $"{Session.Workflow.Id.Value} {Session.Person.Id.Value}",
            Name = Session.Document.Name.ForReader(),
            Language = ReaderLanguage.Current,
            IsReadOnly,
            Ids = IsReadOnly ? [] : await Session.TakeIdsAsync(FirstIds),
            Change = Whole(),
        };
        await _module.MountAsync(_element, _self, start, Texts.GetAllStrings(includeParentCultures: true).ToDictionary(text => text.Name, text => text.Value));
    }

    /// <summary>Takes one finished edit. One that was heard already is not done again.</summary>
    [JSInvokable]
    public object Receive(long number, string json)
    {
        if (number <= _lastEdit)
        {
            return new CanvasAnswer(Whole(), null);
        }

        var said = Do(json);
        _lastEdit = number;

        return new CanvasAnswer(Change(), said);
    }

    /// <summary>The same for edits that are too large for one message.</summary>
    [JSInvokable]
    public async Task<object> ReceiveLarge(long number, IJSStreamReference stream)
    {
        await using var incoming = await stream.OpenReadStreamAsync(CanvasReading.LongestEdit);
        using var reader = new StreamReader(incoming);

        return Receive(number, await reader.ReadToEndAsync());
    }

    [JSInvokable]
    public object Ask() => Whole();

    [JSInvokable]
    public async Task<IReadOnlyList<long>> TakeIds(int count) => await Session.TakeIdsAsync(Math.Clamp(count, 1, MostIds));

    [JSInvokable]
    public void Choose(CanvasChoice choice) => Session.Select(new DesignerSelection
    {
        States = [.. choice.States.Select(id => new StateId(id)).Where(id => Session.State(id) is not null)],
        Transitions = [.. choice.Transitions.Select(id => new TransitionId(id)).Where(id => Session.Transition(id) is not null)],
        Branch = choice is { Branch: { } branch, Transitions: [var only] } && Session.Transition(new TransitionId(only)) is { } transition && branch >= 0 && branch < transition.Branches.Count ? branch : null,
        Notes = [.. choice.Notes.Select(id => new NoteId(id)).Where(id => Session.Document.Notes.Any(note => note.Id == id))],
    });

    /// <summary>What goes on the clipboard or into a file; nothing given means everything.</summary>
    [JSInvokable]
    public string ClipOf(IReadOnlyList<long>? states, IReadOnlyList<long>? notes) => CanvasReading.Write(states is null && notes is null
        ? CanvasClip.Of(Session.Document)
        : CanvasClip.Of(Session.Document, [.. (states ?? []).Select(id => new StateId(id))], [.. (notes ?? []).Select(id => new NoteId(id))]));

    /// <summary>Phones begin with the outline, larger screens with the drawing; what nobody sees is not rendered.</summary>
    [JSInvokable]
    public void Look(bool isNarrow)
    {
        _showsOutline ??= isNarrow;
        StateHasChanged();
    }

    [JSInvokable]
    public void Help()
    {
        _showsShortcuts = true;
        StateHasChanged();
    }

    private string? Pressed(bool outline) => _showsOutline is null ? null : _showsOutline == outline ? "true" : "false";

    private static string Upper(string word) => $"{char.ToUpperInvariant(word[0])}{word[1..]}";

    private string? Do(string json)
    {
        switch (json)
        {
            case var _ when IsReadOnly:
                return null;
            case """{"kind":"undo"}""":
                Session.Undo();
                return null;
            case """{"kind":"redo"}""":
                Session.Redo();
                return null;
        }

        if (CanvasReading.Edit(json) is not { } edit)
        {
            return Texts["NotAClip"];
        }

        var before = Session.Document;
        Session.Edit(CanvasNames.OfStep(edit, Texts), document => CanvasEdits.Apply(document, edit, CanvasNames.Words));

        return CanvasSpeech.Of(edit, before, Session.Document, Texts);
    }

    private CanvasChange Whole()
    {
        _told = new Dictionary<string, string>();

        return Change() with { IsWhole = true };
    }

    private bool HasNews() => !Equals(_seen, Seen());

    /// <summary>All that the drawing depends on; the same things again mean that there is nothing to tell.</summary>
    private object Seen() => (Session.Document, Session.Problems, Session.Selection, Marks, IsReadOnly);

    private CanvasChange Change()
    {
        _seen = Seen();
        var cells = new CanvasCells(Session, Texts, OverviewTexts, RefusalTexts).All();
        var change = new CanvasChange(
            ++_version,
            IsWhole: false,
            [.. cells.Where(cell => _told.GetValueOrDefault(cell.Key) != cell.Value).Select(cell => cell.Value)],
            [.. _told.Keys.Where(id => !cells.ContainsKey(id))])
        {
            States = [.. Session.Selection.States.Select(id => id.Value)],
            Transitions = [.. Session.Selection.Transitions.Select(id => id.Value)],
            Branch = Session.Selection.Branch,
            Notes = [.. Session.Selection.Notes.Select(id => id.Value)],
            Passed = [.. Marks.Passed.Select(CanvasCells.IdOf)],
            Refused = [.. Marks.Refused.Select(CanvasCells.IdOf)],
            Current = [.. Marks.Current.Select(CanvasCells.IdOf)],
            Taken = [.. Marks.Taken.Select(CanvasCells.IdOf)],
            IsReadOnly = IsReadOnly,
        };
        _told = cells;

        return change;
    }

    public async ValueTask DisposeAsync()
    {
        if (_module is not null)
        {
            await _module.DisposeAsync();
        }

        _self?.Dispose();
    }
}
