using LoonFlow.Web.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace LoonFlow.Web;

public sealed partial class App : ComponentBase
{
    // A prerendered page would be thrown away as soon as the circuit is up, and everything be read twice.
    private static readonly InteractiveServerRenderMode WithoutPrerendering = new(prerender: false);

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [Inject]
    public required Preferences Preferences { get; init; }

    // Nobody gets a circuit before they have signed in.
    private IComponentRenderMode? PageRenderMode =>
        HttpContext.AcceptsInteractiveRouting() && HttpContext.User.Identity is { IsAuthenticated: true } ? WithoutPrerendering : null;
}
