namespace LoonFlow.Web.Features.Settings.Calendars;

internal static class CalendarsSetup
{
    public static IServiceCollection AddCalendars(this IServiceCollection services)
    {
        services.AddScoped<SaveCalendarHandler>();
        services.AddScoped<RemoveCalendarHandler>();

        return services;
    }
}
