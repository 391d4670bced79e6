using LoonFlow.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Web.Layout;

public sealed partial class MainLayout : LayoutComponentBase, IDisposable
{
    private ErrorBoundary? _boundary;

    [Inject]
    public required IStringLocalizer<LayoutTexts> Texts { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private string Here => "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];

    protected override void OnInitialized() => Navigation.LocationChanged += OnLocationChanged;

    // Whoever leaves a page that failed must not meet the failure again on the next one.
    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) => Recover();

    private void Recover() => _boundary?.Recover();

    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;
}
