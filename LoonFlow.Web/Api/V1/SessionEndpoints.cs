using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features.Account;
using LoonFlow.Web.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace LoonFlow.Web.Api.V1;

/// <summary>Signing in and out with a cookie, for callers that are a person's browser (spec C.4).</summary>
internal static class SessionEndpoints
{
    public static void Map(RouteGroupBuilder accounts)
    {
        accounts.MapPost("/login", SignInAsync).IsOpen().Takes<SignInForm>().Gives<SessionShape>("Signs a person in with a cookie");
        accounts.MapGet("/logout", SignOutAsync).IsOpen().WithSummary("Signs out and leads to the sign-in").Produces(StatusCodes.Status302Found);
    }

    private static async Task<ApiAnswer> SignInAsync(ApiRequest request, SignInDesk desk, IAntiforgery antiforgery, CancellationToken ct)
    {
        if (!IsOwn(request.Context))
        {
            return ApiRefusals.AntiforgeryMissing;
        }

        var body = request.ReadBody();

        if (!body.Succeeded)
        {
            return body.Refusal;
        }

        var (userName, password) = (body.Value.RequiredText("username"), body.Value.RequiredText("password"));

        if (body.Value.Refusal is { } refusal)
        {
            return refusal;
        }

        var context = request.Context;

        return await desk.SignInAsync(userName, password, keep: false, context.Connection.RemoteIpAddress, ct) switch
        {
            PasswordAnswer.Right { Account.MustChangePassword: true } => ApiRefusals.PasswordChangeDue,
            PasswordAnswer.Right => ApiAnswer.Ok(new SessionShape(antiforgery.GetAndStoreTokens(context).RequestToken!)),
            PasswordAnswer.LockedOut => SignInRefusals.LockedOut,
            PasswordAnswer.TooMany => SignInRefusals.TooMany,
            _ => SignInRefusals.Wrong,
        };
    }

    private static async Task<IResult> SignOutAsync(ApiRequest request, SignInManager<UserAccount> cookies)
    {
        // Another site's page must not end what somebody does here.
        if (!IsOwn(request.Context))
        {
            return ApiAnswer.Refused(ApiRefusals.AntiforgeryMissing);
        }

        await cookies.SignOutAsync();

        return TypedResults.Redirect($"{AccountPaths.SignIn}?note={SignInNotes.SignedOut}");
    }

    /// <summary>Whether no browser says that another site's page sends this. Programs say nothing of the kind.</summary>
    private static bool IsOwn(HttpContext context) =>
        context.Request.Headers["Sec-Fetch-Site"].ToString() is not ("cross-site" or "same-site")
        && (context.Request.Headers.Origin.ToString() is var origin
            && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var address) && address.Authority == context.Request.Host.Value)));

    /// <summary>Who signs in.</summary>
    internal sealed record SignInForm(string Username, string Password);
}
