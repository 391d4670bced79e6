namespace LoonFlow.Web.Scripts;

internal static class ScriptsSetup
{
    public static IServiceCollection AddScripts(this IServiceCollection services)
    {
        services.AddOptions<ScriptsOptions>().BindConfiguration("Scripts").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ScriptRunner>();

        return services;
    }
}
