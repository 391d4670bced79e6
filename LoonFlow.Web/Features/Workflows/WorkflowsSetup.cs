namespace LoonFlow.Web.Features.Workflows;

internal static class WorkflowsSetup
{
    public static IServiceCollection AddWorkflows(this IServiceCollection services)
    {
        services.AddSingleton<WorkflowStore>();
        services.AddSingleton<WorkflowQueries>();
        services.AddScoped<PublishVersionHandler>();

        return services;
    }
}
