using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace LoonFlow.Web.Controls;

/// <summary>All that is wrong with a form in one place. A new list of problems takes the reader to the first field.</summary>
public sealed partial class ErrorSummary : ComponentBase, IAsyncDisposable
{
    private ElementReference _element;
    private JsModule? _module;
    private IReadOnlyList<FieldProblem> _shown = [];

    [Parameter, EditorRequired]
    public required IReadOnlyList<FieldProblem> Problems { get; set; }

    /// <summary>Whether what a line asks for was done since; it is crossed out, and the form below stays where it is.</summary>
    [Parameter]
    public Func<FieldProblem, bool> IsMended { get; set; } = _ => false;

    [Inject]
    public required IStringLocalizer<ControlsTexts> Texts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    private string Here => "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (ReferenceEquals(_shown, Problems))
        {
            return;
        }

        _shown = Problems;

        if (Problems.Count > 0)
        {
            _module ??= new JsModule(Js, "error-summary");
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
