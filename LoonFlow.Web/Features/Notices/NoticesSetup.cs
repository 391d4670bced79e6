using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Notices;

internal static class NoticesSetup
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddOptions<NoticesOptions>().BindConfiguration("Notices").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<NoticeWords>();
        services.AddSingleton<NoticeMail>();
        services.AddSingleton<NoticeQueries>();
        services.AddSingleton<NoticeFeed>();
        services.AddSingleton<DigestMessages>();
        services.AddScoped<NoticeDeliveries>();
        services.AddScoped<GiveNoticesHandler>();
        services.AddScoped<MarkNoticesReadHandler>();
        services.AddScoped<SaveNoticePreferencesHandler>();
        services.AddScoped<SendDigestsHandler>();
        services.AddScoped<RemoveOldNoticesHandler>();
        services.AddSingleton<NoticeListener>();
        services.AddSingleton<IOutboxListener>(provider => provider.GetRequiredService<NoticeListener>());
        services.AddSingleton<IOutboxListener, DeliveryListener>();
        services.AddSingleton<IOutboxListener, DigestListener>();
        services.AddSingleton<IOutboxListener>(provider => provider.GetRequiredService<NoticeFeed>());
        services.AddHostedService<NoticeRounds>();

        return services;
    }
}
