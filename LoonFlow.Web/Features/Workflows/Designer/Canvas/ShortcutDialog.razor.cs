using LoonFlow.Web.Controls;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LoonFlow.Web.Features.Workflows.Designer.Canvas;

/// <summary>Lists every key of the canvas. It is open as long as it is rendered.</summary>
public sealed partial class ShortcutDialog : ComponentBase, IAsyncDisposable
{
    private static readonly (string Title, (string Keys, string Text)[] Keys)[] Groups =
    [
        ("KeysDraw", [("N", "KeyNew"), ("A", "KeyAppend"), ("C", "KeyConnect"), ("F2 Enter E", "KeyRename"), ("Delete", "KeyDelete"), ("Ctrl+Z", "KeyUndo"), ("Ctrl+Y", "KeyRedo")]),
        ("KeysPick", [("Arrows", "KeyWalk"), ("T", "KeyLines"), ("Ctrl+A", "KeyAll"), ("Shift", "KeyMore"), ("Esc", "KeyNone"), ("Ctrl+F /", "KeyFind")]),
        ("KeysMove", [("Alt+ Arrows", "KeyNudge"), ("Alt+Shift+ Arrows", "KeyNudgeFar"), ("L", "KeyArrange"), ("Ctrl+C", "KeyCopy"), ("Ctrl+X", "KeyCut"), ("Ctrl+V", "KeyPaste"), ("Ctrl+D", "KeyDuplicate")]),
        ("KeysSee", [("0", "KeyFit"), ("1", "KeyOne"), ("+ −", "KeyZoom"), ("Ctrl+ Wheel", "KeyZoomWheel"), ("Wheel", "KeyPan"), ("Space", "KeySpaceDrag"), ("H", "KeyHand"), ("?", "KeyHelp")]),
    ];

    private readonly string _titleId = $"shortcuts-{Guid.NewGuid():N}";
    private ElementReference _element;
    private JsModule? _module;

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    [Inject]
    public required IStringLocalizer<CanvasTexts> Texts { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = new JsModule(Js, "dialog");
            await _module.MountAsync(_element);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_module is not null)
        {
            await _module.DisposeAsync();
        }
    }
}
