using Microsoft.AspNetCore.Authorization;

namespace LoonFlow.Web.Identity;

/// <summary>Whoever must change the password can do nothing else before.</summary>
internal static class ForcedPasswordChange
{
    public static Task LeadAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.User.MustChange() || MayPass(context))
        {
            return next(context);
        }

        if (context.Request.IsForPage())
        {
            context.Response.Redirect(AccountPaths.With(AccountPaths.Password, context.Request.Path + context.Request.QueryString));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    }

    private static bool MayPass(HttpContext context) =>
        context.Request.Path.StartsWithSegments(AccountPaths.All, StringComparison.Ordinal)
        || context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>A person's browser wants a page; anything else wants a plain status code.</summary>
    public static bool IsForPage(this HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
}
