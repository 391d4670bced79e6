using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Features.Applications;

/// <summary>Shows a secret that was just made: here, now, and never again.</summary>
public sealed partial class NewSecretDialog : ComponentBase
{
    private readonly string _onceId = $"once-{Guid.NewGuid():N}";

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
}
