using LoonFlow.Web.Features.Workflows.Versions.Moving;

namespace LoonFlow.Web.Features.Workflows.Versions;

internal static class VersionsSetup
{
    public static IServiceCollection AddVersions(this IServiceCollection services)
    {
        services.AddScoped<VersionDesk>();
        services.AddScoped<PublishDraftHandler>();
        services.AddScoped<RollBackHandler>();
        services.AddScoped<ArchiveWorkflowHandler>();
        services.AddScoped<MoveTicketHandler>();
        services.AddSingleton<VersionMoves>();

        return services;
    }
}
