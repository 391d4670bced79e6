using LoonFlow.Web.Features.Workflows.Catalogue;
using LoonFlow.Web.Features.Workflows.Designer;
using LoonFlow.Web.Features.Workflows.Drafts;
using LoonFlow.Web.Features.Workflows.Exchange;
using LoonFlow.Web.Features.Workflows.Versions;

namespace LoonFlow.Web.Features.Workflows;

internal static class WorkflowsSetup
{
    public static IServiceCollection AddWorkflows(this IServiceCollection services)
    {
        services.AddSingleton<WorkflowStore>();
        services.AddSingleton<DesignAccess>();
        services.AddSingleton<WorkflowQueries>();
        services.AddSingleton<WorkflowViews>();
        services.AddSingleton<DesignedWorkflows>();
        services.AddDesigner();
        services.AddScoped<PublishWorkflowHandler>();
        services.AddScoped<ChangeWorkflowAccessHandler>();
        services.AddDrafts();
        services.AddVersions();
        services.AddExchange();

        return services;
    }
}
