using LoonFlow.Web.Import.Applications;
using LoonFlow.Web.Import.People;
using LoonFlow.Web.Import.Scripts;
using LoonFlow.Web.Import.Tickets;
using LoonFlow.Web.Import.Workflows;

namespace LoonFlow.Web.Import;

internal static class ImportSetup
{
    public static IServiceCollection AddImport(this IServiceCollection services)
    {
        services.AddSingleton<DumpImport>();
        services.AddSingleton<TicketImport>();
        services.AddScoped<ImportPeopleHandler>();
        services.AddScoped<ImportWorkflowsHandler>();
        services.AddScoped<ImportScriptsHandler>();
        services.AddScoped<ImportApplicationsHandler>();
        services.AddScoped<PrepareTicketsHandler>();
        services.AddScoped<ImportTicketsHandler>();

        return services;
    }
}
