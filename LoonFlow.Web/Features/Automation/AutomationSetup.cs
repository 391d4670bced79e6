using LoonFlow.Web.Features.Settings.Scripts;
using LoonFlow.Web.Features.Settings.Secrets;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Automation;

internal static class AutomationSetup
{
    public static IServiceCollection AddAutomation(this IServiceCollection services)
    {
        services.AddSingleton<ScriptQueries>();
        services.AddScoped<SaveScriptHandler>();
        services.AddScoped<SetScriptActiveHandler>();
        services.AddScoped<RemoveScriptHandler>();
        services.AddSingleton<SecretQueries>();
        services.AddScoped<SetSecretHandler>();
        services.AddScoped<RemoveSecretHandler>();
        services.AddScoped<BeginAutomationHandler>();
        services.AddScoped<CompleteAutomationHandler>();
        services.AddScoped<AnswerAutomationHandler>();
        services.AddScoped<RetryAutomationHandler>();
        services.AddSingleton<AutomationDesk>();
        services.AddSingleton<HookSecrets>();
        services.AddSingleton<ExternalPeople>();
        services.AddSingleton<HookTokens>();
        services.AddSingleton<HookAnswerThrottle>();
        services.AddSingleton<IOutboxListener, ScriptListener>();
        services.AddSingleton<IOutboxListener, HookListener>();
        services.AddSingleton<IOutboxListener, EventHookListener>();
        services.AddSingleton<CreationVeto>();

        return services;
    }
}
