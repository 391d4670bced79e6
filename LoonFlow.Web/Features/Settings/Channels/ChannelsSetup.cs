namespace LoonFlow.Web.Features.Settings.Channels;

internal static class ChannelsSetup
{
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.AddSingleton<ChannelQueries>();
        services.AddSingleton<ChannelTrial>();
        services.AddScoped<SaveChannelHandler>();
        services.AddScoped<RemoveChannelHandler>();

        return services;
    }
}
