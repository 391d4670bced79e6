namespace LoonFlow.Web.Features.Events;

internal static class EventsSetup
{
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddSingleton<EventQueries>();
        services.AddSingleton<EventDesk>();
        services.AddScoped<NumberEventsHandler>();
        services.AddScoped<ForgetEventsHandler>();

        return services;
    }
}
