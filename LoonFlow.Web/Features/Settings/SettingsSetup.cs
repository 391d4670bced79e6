using LoonFlow.Web.Features.Settings.Deliveries;

namespace LoonFlow.Web.Features.Settings;

internal static class SettingsSetup
{
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.AddSingleton<SettingsAccess>();
        services.AddSingleton<DeliveryQueries>();
        services.AddScoped<RetryDeliveryHandler>();
        services.AddScoped<RetryFailedDeliveriesHandler>();
        services.AddScoped<DiscardDeliveryHandler>();

        return services;
    }
}
