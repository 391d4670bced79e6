namespace LoonFlow.Web.Notifiers;

internal static class NotifiersSetup
{
    public static IServiceCollection AddNotifiers(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateDataAnnotations().ValidateOnStart();
        services.AddDataProtection();
        services.AddSingleton<ChannelSecrets>();
        services.AddSingleton<ChannelStore>();
        services.AddSingleton<RobotCalls>();
        services.AddSingleton<MailMessages>();
        services.AddSingleton<EmailNotifier>();
        services.AddSingleton<INotifier>(provider => provider.GetRequiredService<EmailNotifier>());
        services.AddSingleton<INotifier, WebhookNotifier>();
        services.AddSingleton<INotifier, WeComNotifier>();
        services.AddSingleton<INotifier, DingTalkNotifier>();
        services.AddSingleton<INotifier, FeishuNotifier>();

        return services;
    }
}
