using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Applications;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Features.Children;
using LoonFlow.Web.Features.Events;
using LoonFlow.Web.Features.Files;
using LoonFlow.Web.Features.Notices;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Settings;
using LoonFlow.Web.Features.Settings.Calendars;
using LoonFlow.Web.Features.Settings.Channels;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Workflows;

namespace LoonFlow.Web.Features;

internal static class FeaturesSetup
{
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        services.AddOptions<InstallationOptions>().BindConfiguration("Installation").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<UseCases>();
        services.AddScoped<CurrentActor>();
        services.AddOrganization();
        services.AddWorkflows();
        services.AddSingleton<IdSequences>();
        services.AddTickets();
        services.AddLocalization();
        services.AddSingleton<RefusalTexts>();
        services.AddSingleton<ProblemTexts>();
        services.AddFiles();
        services.AddSettings();
        services.AddApplications();
        services.AddAutomation();
        services.AddChildren();
        services.AddEvents();
        services.AddCalendars();
        services.AddNotices();
        services.AddChannels();

        return services;
    }
}
