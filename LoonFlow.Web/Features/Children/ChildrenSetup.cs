using LoonFlow.Web.Outbox;

namespace LoonFlow.Web.Features.Children;

internal static class ChildrenSetup
{
    public static IServiceCollection AddChildren(this IServiceCollection services)
    {
        services.AddScoped<ParentLinks>();
        services.AddScoped<BeginChildrenHandler>();
        services.AddScoped<FinishChildrenHandler>();
        services.AddScoped<CheckChildrenHandler>();
        services.AddSingleton<OpenChildren>();
        services.AddSingleton<ChildrenDesk>();
        services.AddSingleton<ChildrenListener>();
        services.AddSingleton<IOutboxListener>(provider => provider.GetRequiredService<ChildrenListener>());

        return services;
    }
}
