using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Workflows.Designer.Canvas;

/// <summary>Lists every key of the canvas.</summary>
public sealed partial class ShortcutDialog : ComponentBase
{
    private static readonly (string Title, (string Keys, string Text)[] Keys)[] Groups =
    [
        ("KeysDraw", [("N", "KeyNew"), ("A", "KeyAppend"), ("C", "KeyConnect"), ("F2 Enter E", "KeyRename"), ("Delete", "KeyDelete"), ("Ctrl+Z", "KeyUndo"), ("Ctrl+Y", "KeyRedo")]),
        ("KeysPick", [("Arrows", "KeyWalk"), ("T", "KeyLines"), ("Ctrl+A", "KeyAll"), ("Shift", "KeyMore"), ("Esc", "KeyNone"), ("Ctrl+F /", "KeyFind")]),
        ("KeysMove", [("Alt+ Arrows", "KeyNudge"), ("Alt+Shift+ Arrows", "KeyNudgeFar"), ("L", "KeyArrange"), ("Ctrl+C", "KeyCopy"), ("Ctrl+X", "KeyCut"), ("Ctrl+V", "KeyPaste"), ("Ctrl+D", "KeyDuplicate")]),
        ("KeysSee", [("0", "KeyFit"), ("1", "KeyOne"), ("+ −", "KeyZoom"), ("Ctrl+ Wheel", "KeyZoomWheel"), ("Wheel", "KeyPan"), ("Space", "KeySpaceDrag"), ("H", "KeyHand"), ("?", "KeyHelp")]),
    ];

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    [Inject]
    public required IStringLocalizer<CanvasTexts> Texts { get; init; }
}
