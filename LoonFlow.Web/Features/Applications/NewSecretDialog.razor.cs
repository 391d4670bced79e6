using LoonFlow.Web.Controls;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LoonFlow.Web.Features.Applications;

/// <summary>Shows a secret that was just made: here, now, and never again.</summary>
public sealed partial class NewSecretDialog : ComponentBase, IAsyncDisposable
{
    private readonly string _titleId = $"secret-{Guid.NewGuid():N}";
    private ElementReference _element;
    private JsModule? _module;

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required NewSecret Secret { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnClose { get; set; }

    /// <summary>How it is used.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    public required IStringLocalizer<ApplicationTexts> Texts { get; init; }

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
