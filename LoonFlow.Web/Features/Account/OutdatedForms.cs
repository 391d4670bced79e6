using LoonFlow.Web.Identity;
using Microsoft.AspNetCore.Antiforgery;

namespace LoonFlow.Web.Features.Account;

/// <summary>
/// A form that was opened before somebody signed in or out in another window carries a token that no longer fits.
/// Nothing is done with it; its reader gets a fresh one instead of an error page.
/// </summary>
internal static class OutdatedForms
{
    public static Task RenewAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }
            || !context.Request.Path.StartsWithSegments(AccountPaths.All, StringComparison.Ordinal)
            || !context.Request.IsForPage())
        {
            return next(context);
        }

        context.Response.Redirect(context.Request.Path + context.Request.QueryString.Add("note", SignInNotes.Again));

        return Task.CompletedTask;
    }
}
