using System.Globalization;
using System.Net;
using System.Security.Claims;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Applications;
using LoonFlow.Web.Hooks;
using LoonFlow.Web.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace LoonFlow.Web.Api;

/// <summary>Proves who calls, in whichever way the request says so (spec B.27).</summary>
internal sealed class ApiCallers(
    CallerFacts facts,
    ApplicationStore applications,
    PersonalTokens tokens,
    RequestNonces nonces,
    ApiThrottle throttle,
    IAntiforgery antiforgery,
    TimeProvider clock)
{
    private const string Bearer = "Bearer ";
    private const string NameHeader = "appname";
    private const string UserHeader = "username";

    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(120);

    public async Task<Result<ApiCaller>> FindAsync(HttpContext context, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        var headers = context.Request.Headers;
        var authorization = headers.Authorization.ToString();

        if (HeaderText.Sent(context, NameHeader) is null || HeaderText.Sent(context, UserHeader) is null)
        {
            return ApiRefusals.HeaderMalformed;
        }

        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return await OfTokenAsync(context, authorization[Bearer.Length..].Trim(), ct);
        }

        return headers.ContainsKey(HookSignature.SignatureHeader) ? await OfHmacAsync(context, body, ct)
            : headers.ContainsKey("signature") || headers.ContainsKey(NameHeader) || headers.ContainsKey("timestamp") ? await OfMd5Async(context, ct)
            : (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal is { } signedIn ? await OfBrowserAsync(context, signedIn, ct)
            : ApiRefusals.CallerMissing;
    }

    private async Task<Result<ApiCaller>> OfMd5Async(HttpContext context, CancellationToken ct)
    {
        var headers = context.Request.Headers;
        var name = HeaderText.Sent(context, NameHeader)!;
        var timestamp = headers["timestamp"].ToString();

        if (name.Length == 0)
        {
            return ApiRefusals.CallerMissing;
        }

        var (book, company) = await facts.LoadAsync(ct);

        if (book.Named(HeaderText.Meant(name)) is not { } known)
        {
            return ApiRefusals.CallerUnknown;
        }

        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return ApiRefusals.TimestampMalformed;
        }

        if (SecretOf(known, key => HookSignature.Matches(HookSignature.Md5(key, timestamp), headers["signature"].ToString().ToLowerInvariant())) is not { } secret)
        {
            return ApiRefusals.SignatureWrong;
        }

        return !HookSignature.IsFresh(seconds, clock.GetUtcNow(), Tolerance) ? ApiRefusals.TimestampStale
            : await OfApplicationAsync(context, company, known.Application, secret, ApiSchemes.Md5, HeaderText.Sent(context, UserHeader)!, ct);
    }

    private async Task<Result<ApiCaller>> OfHmacAsync(HttpContext context, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        var request = context.Request;
        var user = HeaderText.Sent(context, UserHeader)!;
        var nonce = request.Headers[HookSignature.NonceHeader].ToString();

        var (book, company) = await facts.LoadAsync(ct);

        if (book.Named(HeaderText.Meant(HeaderText.Sent(context, NameHeader)!)) is not { } known)
        {
            return ApiRefusals.CallerUnknown;
        }

        if (!long.TryParse(request.Headers[HookSignature.TimestampHeader], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return ApiRefusals.TimestampMalformed;
        }

        if (!RequestNonces.IsWellFormed(nonce))
        {
            return ApiRefusals.NonceMissing;
        }

        var path = request.PathBase + request.Path + request.QueryString;

        if (SecretOf(known, key => HookSignature.Matches(
            RequestSignature.Of(key, request.Method, path, seconds, nonce, user, body.Span), request.Headers[HookSignature.SignatureHeader])) is not { } secret)
        {
            return ApiRefusals.SignatureWrong;
        }

        if (!HookSignature.IsFresh(seconds, clock.GetUtcNow(), Tolerance))
        {
            return ApiRefusals.TimestampStale;
        }

        return await OfApplicationAsync(
            context, company, known.Application, secret, ApiSchemes.Hmac, user, ct, () => nonces.IsNewAsync(known.Application.Id, nonce, ct));
    }

    private async Task<Result<ApiCaller>> OfTokenAsync(HttpContext context, string token, CancellationToken ct)
    {
        if (token.StartsWith(ApplicationSecrets.PersonalPrefix, StringComparison.Ordinal))
        {
            return await tokens.FindAsync(token, context.Connection.RemoteIpAddress?.ToString(), ct) is { } found
                ? new ApiCaller { Person = found.Person, Scopes = found.Scopes }
                : ApiRefusals.TokenWrong;
        }

        var (book, company) = await facts.LoadAsync(ct);

        return book.OfToken(ApplicationSecrets.HashOf(token)) is var (known, secret) && secret.IsGood(clock.GetUtcNow())
            ? await OfApplicationAsync(context, company, known.Application, secret, ApiSchemes.Bearer, HeaderText.Sent(context, UserHeader)!, ct)
            : ApiRefusals.TokenWrong;
    }

    private async Task<Result<ApiCaller>> OfBrowserAsync(HttpContext context, ClaimsPrincipal signedIn, CancellationToken ct)
    {
        if (signedIn.MustChange())
        {
            return ApiRefusals.PasswordChangeDue;
        }

        // What antiforgery compares its token with.
        context.User = signedIn;

        var (_, company) = await facts.LoadAsync(ct);

        if (CurrentActor.IdOf(signedIn) is not { } id || Actor.Of(id, company) is not { } person)
        {
            return ApiRefusals.TokenWrong;
        }

        return ApiGate.IsChange(context) && !await antiforgery.IsRequestValidAsync(context)
            ? ApiRefusals.AntiforgeryMissing
            : new ApiCaller { Person = person, IsBrowser = true };
    }

    private ApplicationSecret? SecretOf(KnownApplication known, Func<string, bool> fits) => known.Secrets
        .FirstOrDefault(secret => secret.SigningKey is { } key && secret.IsGood(clock.GetUtcNow()) && fits(key));

    private async Task<Result<ApiCaller>> OfApplicationAsync(
        HttpContext context, Company company, Application application, ApplicationSecret secret, ApiSchemes scheme, string user, CancellationToken ct, Func<Task<bool>>? isNewAsync = null)
    {
        var from = context.Connection.RemoteIpAddress;

        if (WhyNot(application, scheme, from) is { } refusal)
        {
            return refusal;
        }

        // Last, because only then is the nonce worth keeping.
        if (isNewAsync is not null && !await isNewAsync())
        {
            return ApiRefusals.NonceReplayed;
        }

        await applications.NoteUseAsync(secret, from?.ToString(), ct);

        if (user.Length == 0)
        {
            return new ApiCaller { Application = application };
        }

        return company.UserNamed(HeaderText.Meant(user)) is { } named && Actor.Of(named.Id, company, application.Reach) is { } person && application.ActsFor.Includes(person)
            ? new ApiCaller { Application = application, Person = person }
            : ApplicationRefusals.PersonNotGranted;
    }

    private Refusal? WhyNot(Application application, ApiSchemes scheme, IPAddress? from) =>
        !application.IsActive ? ApiRefusals.CallerUnknown
        : !application.Schemes.HasFlag(scheme) ? ApplicationRefusals.SchemeNotAllowed
        : !ApplicationRules.MayCallFrom(application, from) ? ApplicationRefusals.AddressNotAllowed
        : !throttle.MayPass(application) ? ApplicationRefusals.TooManyRequests
        : null;
}
