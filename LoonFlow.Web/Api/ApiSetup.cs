using System.Text;
using LoonFlow.Web.Api.Docs;
using LoonFlow.Web.Api.V1;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LoonFlow.Web.Api;

internal static class ApiSetup
{
    private const string Prefix = "/api/v1.0";

    /// <summary>In bytes: ten thousand ids must come as far as to be told that they are too many.</summary>
    private const int LongestAddress = 262_144;

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddOptions<ApiOptions>().BindConfiguration("Api").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ApiCallers>();
        services.AddSingleton<ApiThrottle>();
        services.AddSingleton<ApiRepeats>();
        services.AddSingleton<ApiDocument>();
        services.AddHostedService<ApiSweep>();

        // Kestrel would turn away whatever is not UTF-8 before anybody can say what is wrong; HeaderText reads it as what it is.
        services.Configure<KestrelServerOptions>(options =>
        {
            options.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
            options.Limits.MaxRequestLineSize = LongestAddress;
        });

        return services;
    }

    /// <summary>Comes before sign-in, which would send whoever calls an unknown address to its page.</summary>
    public static WebApplication UseApi(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Prefix, StringComparison.Ordinal), branch => branch.UseMiddleware<ApiGate>());

        return app;
    }

    public static WebApplication MapApi(this WebApplication app)
    {
        // The gate proves who calls, in ways that the sign-in of the screens does not know.
        var api = app.MapGroup(Prefix).WithMetadata(new ApiMark()).AllowAnonymous().DisableAntiforgery();
        ApplicationEndpoints.Map(api);
        AccountEndpoints.Map(api);
        EventEndpoints.Map(api);
        TicketEndpoints.Map(api);
        WorkflowEndpoints.Map(api);
        StateEndpoints.Map(api);
        TransitionEndpoints.Map(api);
        FieldEndpoints.Map(api);
        RunScriptEndpoints.Map(api);
        NoticeEndpoints.Map(api);
        ApiDocsEndpoints.Map(app);
        HookAnswerEndpoint.Map(app);

        return app;
    }
}
