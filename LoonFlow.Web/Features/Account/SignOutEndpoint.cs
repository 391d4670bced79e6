using LoonFlow.Web.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace LoonFlow.Web.Features.Account;

internal static class SignOutEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(AccountPaths.SignOut, SignOutAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<Results<RedirectHttpResult, BadRequest>> SignOutAsync(
        HttpContext context, IAntiforgery antiforgery, SignInManager<UserAccount> cookies)
    {
        if (context.User.Identity is { IsAuthenticated: true })
        {
            if (!await antiforgery.IsRequestValidAsync(context))
            {
                return TypedResults.BadRequest();
            }

            await cookies.SignOutAsync();
        }

        // Whoever's sign-in had ended before sees what they wanted to see.
        return TypedResults.Redirect($"{AccountPaths.SignIn}?note={SignInNotes.SignedOut}");
    }
}
