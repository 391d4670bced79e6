using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LoonFlow.Web.Controls;

/// <summary>A dialog over the page. It is open as long as it is rendered; Esc presses its button marked data-cancel.</summary>
public sealed partial class DialogFrame : ComponentBase, IAsyncDisposable
{
    private readonly string _titleId = $"dialog-{Guid.NewGuid():N}";
    private ElementReference _element;
    private JsModule? _module;

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Makes room for a form.</summary>
    [Parameter]
    public bool Wide { get; set; }

    /// <summary>The id of what is read out beside the title.</summary>
    [Parameter]
    public string? DescribedBy { get; set; }

    [Parameter]
    public RenderFragment? Body { get; set; }

    /// <summary>Its buttons.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment Foot { get; set; }

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
