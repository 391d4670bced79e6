using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Controls;

/// <summary>Asks before something is done. It is open as long as it is rendered; Esc is the same as Cancel.</summary>
public sealed partial class ConfirmDialog : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required string ConfirmText { get; set; }

    [Parameter]
    public string? CancelText { get; set; }

    [Parameter]
    public bool Danger { get; set; }

    /// <summary>Makes room for a form.</summary>
    [Parameter]
    public bool Wide { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnConfirm { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnCancel { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>What stands above everything else, such as why the last answer came to nothing.</summary>
    [CascadingParameter(Name = nameof(Message))]
    public RenderFragment? Message { get; set; }

    [Inject]
    public required IStringLocalizer<ControlsTexts> Texts { get; init; }
}
