using LoonFlow.Web.Features.Workflows.Designer.Versions;

namespace LoonFlow.Web.Features.Workflows.Designer;

internal static class DesignerSetup
{
    public static IServiceCollection AddDesigner(this IServiceCollection services)
    {
        services.AddSingleton<DesignQueries>();
        services.AddSingleton<DesignRoom>();
        services.AddSingleton<VersionQueries>();

        return services;
    }
}
