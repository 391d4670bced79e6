namespace LoonFlow.Web.Features.Applications;

internal static class ApplicationsSetup
{
    public static IServiceCollection AddApplications(this IServiceCollection services)
    {
        services.AddSingleton<ApplicationSecrets>();
        services.AddSingleton<ApplicationStore>();
        services.AddSingleton<CallerFacts>();
        services.AddSingleton<ApplicationQueries>();
        services.AddSingleton<PersonalTokens>();
        services.AddSingleton<PersonalTokenQueries>();
        services.AddSingleton<RequestNonces>();
        services.AddScoped<SaveApplicationHandler>();
        services.AddScoped<RemoveApplicationHandler>();
        services.AddScoped<AddApplicationSecretHandler>();
        services.AddScoped<RevokeApplicationSecretHandler>();
        services.AddScoped<AddPersonalTokenHandler>();
        services.AddScoped<RevokePersonalTokenHandler>();
        services.AddScoped<RemoveOldRequestsHandler>();

        return services;
    }
}
