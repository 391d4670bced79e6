namespace LoonFlow.Web.Features.Workflows.Exchange;

internal static class ExchangeSetup
{
    public static IServiceCollection AddExchange(this IServiceCollection services) => services.AddSingleton<WorkflowExchange>();

    public static void MapExchange(this IEndpointRouteBuilder routes) => routes
        .MapGet("/workflows/{id:long}/export", ExportEndpoint.GetAsync)
        .RequireAuthorization()
        .ExcludeFromDescription();
}
