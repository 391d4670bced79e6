namespace LoonFlow.Web.Features.Workflows.Drafts;

internal static class DraftsSetup
{
    public static IServiceCollection AddDrafts(this IServiceCollection services)
    {
        services.AddScoped<DraftDesk>();
        services.AddScoped<StartWorkflowHandler>();
        services.AddScoped<CreateWorkflowHandler>();
        services.AddScoped<ChangeWorkflowHandler>();
        services.AddScoped<SaveDraftHandler>();
        services.AddScoped<DiscardDraftHandler>();
        services.AddScoped<AddStateHandler>();
        services.AddScoped<ChangeStateHandler>();
        services.AddScoped<RemoveStateHandler>();
        services.AddScoped<AddTransitionHandler>();
        services.AddScoped<ChangeTransitionHandler>();
        services.AddScoped<RemoveTransitionHandler>();
        services.AddScoped<AddFieldHandler>();
        services.AddScoped<ChangeFieldHandler>();
        services.AddScoped<RemoveFieldHandler>();

        return services;
    }
}
