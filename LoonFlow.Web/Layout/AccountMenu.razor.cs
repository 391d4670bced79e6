using System.Security.Claims;
using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Layout;

public sealed partial class AccountMenu : ComponentBase, IDisposable
{
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>"below" or "above": where the menu opens.</summary>
    [Parameter, EditorRequired]
    public required string Place { get; set; }

    [Inject]
    public required IStringLocalizer<LayoutTexts> Texts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private string Here => "/" + Navigation.ToBaseRelativePath(Navigation.Uri);

    protected override void OnInitialized() => Navigation.LocationChanged += OnLocationChanged;

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(StateHasChanged);

    private static string NameOf(ClaimsPrincipal user) =>
        user.FindFirstValue("name") ?? user.FindFirstValue(ClaimTypes.Name) ?? "?";

    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;
}
