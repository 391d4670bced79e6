using Microsoft.Extensions.DependencyInjection.Extensions;
using Radzen;

namespace LoonFlow.Web.Controls;

internal static class ControlsSetup
{
    public static IServiceCollection AddControls(this IServiceCollection services)
    {
        services.AddRadzenComponents();
        services.AddSingleton<ILocalizer, RadzenLocalizer>();
        services.AddScoped<Toasts>();
        services.TryAddSingleton(TimeProvider.System);

        return services;
    }
}
