namespace LoonFlow.Web.Hooks;

internal static class HooksSetup
{
    public static IServiceCollection AddHooks(this IServiceCollection services)
    {
        services.AddOptions<HooksOptions>().BindConfiguration("Hooks").ValidateDataAnnotations().ValidateOnStart();
        services.AddOutboundHttp();
        services.AddDataProtection();
        services.AddSingleton<HookClient>();
        services.AddSingleton<SecretStore>();

        return services;
    }
}
