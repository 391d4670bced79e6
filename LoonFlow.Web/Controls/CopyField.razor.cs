using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LoonFlow.Web.Controls;

/// <summary>A text to take along: shown whole, copied by one press.</summary>
public sealed partial class CopyField : ComponentBase, IAsyncDisposable
{
    private ElementReference _element;
    private JsModule? _module;

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>Whether a dialog that opens puts the focus on the button.</summary>
    [Parameter]
    public bool Autofocus { get; set; }

    [Inject]
    public required IStringLocalizer<ControlsTexts> Texts { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = new JsModule(Js, "copy");
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
