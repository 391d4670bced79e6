namespace LoonFlow.Web.Identity;

/// <summary>Tells browsers what our pages never do, so that what somebody smuggles in cannot do it either.</summary>
internal static class SecurityHeaders
{
    // Inline styles: Radzen positions and sizes with style attributes. Scripts come from files only, which Radzen's date
    // picker, numeric box and autocomplete do not bear: they write handlers into their markup. Ours are native inputs.
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this WebApplication app)
    {
        // "dotnet watch" reloads the page over a port of its own.
        var policy = app.Environment.IsDevelopment()
            ? ContentPolicy.Replace("connect-src 'self'", "connect-src 'self' ws://localhost:* http://localhost:*", StringComparison.Ordinal)
            : ContentPolicy;

        return app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";

            return next(context);
        });
    }
}
