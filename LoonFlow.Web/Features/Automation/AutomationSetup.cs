using LoonFlow.Web.Features.Settings.Scripts;

namespace LoonFlow.Web.Features.Automation;

internal static class AutomationSetup
{
    public static IServiceCollection AddAutomation(this IServiceCollection services)
    {
        services.AddSingleton<ScriptQueries>();
        services.AddScoped<SaveScriptHandler>();
        services.AddScoped<SetScriptActiveHandler>();

        return services;
    }
}
