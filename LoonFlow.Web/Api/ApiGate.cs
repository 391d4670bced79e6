using LoonFlow.Domain.Common;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Files;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Api;

/// <summary>
/// Every request to the API passes here: its body is read and bounded, its caller proven, its right to ask checked, and
/// whatever goes wrong answered in the envelope.
/// </summary>
internal sealed class ApiGate(
    RequestDelegate next,
    ApiCallers callers,
    ApiRepeats repeats,
    IOptions<ApiOptions> options,
    IOptions<InstallationOptions> installation,
    ILogger<ApiGate> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            if (await PassAsync(context) is { } refusal)
            {
                await ApiAnswer.Refused(refusal, NoList(refusal)).ExecuteAsync(context);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (BadHttpRequestException malformed) when (!context.Response.HasStarted)
        {
            await ApiAnswer.Refused(malformed.StatusCode == StatusCodes.Status413PayloadTooLarge ? ApiRefusals.BodyTooLarge(options.Value.MaxBodyBytes) : ApiRefusals.BodyMalformed).ExecuteAsync(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            // One of the four edges: told once, with what is needed to find it again and nothing of the request's content.
            log.LogError(failure, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
            await ApiAnswer.Refused(ApiRefusals.Failed).ExecuteAsync(context);
        }
        finally
        {
            RepeatableRequest.Current = null;
        }
    }

    private async Task<Refusal?> PassAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();

        if (WhyNotThere(endpoint) is { } nothing)
        {
            return nothing;
        }

        if (await BodyAsync(context) is not { } body)
        {
            return ApiRefusals.BodyTooLarge(options.Value.MaxBodyBytes);
        }

        var need = ApiNeeds.Of(endpoint);
        ApiCaller? caller = null;

        if (need is { } grant)
        {
            var proven = await callers.FindAsync(context, body, context.RequestAborted);

            if (!proven.Succeeded)
            {
                return proven.Refusal;
            }

            caller = proven.Value;

            if (caller.WhyNot(grant, IsChange(context)) is { } refusal)
            {
                return refusal;
            }

            if (IsChange(context) && ApiRepeats.IsAskedFor(context))
            {
                var repeatable = await repeats.FindAsync(context, caller, body, context.RequestAborted);

                if (!repeatable.Succeeded)
                {
                    return repeatable.Refusal;
                }

                // Here and not in a method that is awaited: what that sets is gone when it returns.
                RepeatableRequest.Current = repeatable.Value;
            }
        }

        context.Features.Set(new ApiRequest(context, caller, body, installation.Value.Zone));
        await next(context);

        return null;
    }

    /// <summary>Routing has looked already: nothing here, or not with this method.</summary>
    private static Refusal? WhyNotThere(Endpoint? endpoint) =>
        endpoint is null ? ApiRefusals.NothingHere
        : endpoint.Metadata.GetMetadata<ApiMark>() is null ? ApiRefusals.MethodNotAllowed
        : null;

    public static bool IsChange(HttpContext context) => !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);

    /// <summary>All of the body; null when it is larger than it may be, which is found out without reading all of it.</summary>
    private async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpContext context)
    {
        var limit = options.Value.MaxBodyBytes;

        if (context.Request.ContentLength > limit)
        {
            return null;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            // The server's own limit is another one; ours is told in the envelope.
            server.MaxRequestBodySize = null;
        }

        var body = new MemoryStream();

        if (!await LimitedCopy.CopyAsync(context.Request.Body, body, limit, context.RequestAborted))
        {
            return null;
        }

        body.Position = 0;
        context.Request.Body = body;

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    /// <summary>loonflow sends an empty list with what is wrong about the caller (spec B.27).</summary>
    private static object? NoList(Refusal refusal) => refusal.Kind is RefusalKind.Unproven ? Array.Empty<object>() : null;
}

/// <summary>Marks the endpoints of the API: whatever else routing found below its address is not one.</summary>
internal sealed record ApiMark;
