using System.Reflection;
using System.Text.Json;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Web.Hooks;

namespace LoonFlow.Web.Api;

/// <summary>One request whose caller is proven and whose body is read; endpoints take it as a parameter.</summary>
public sealed class ApiRequest
{
    private readonly ApiCaller? _caller;

    internal ApiRequest(HttpContext context, ApiCaller? caller, ReadOnlyMemory<byte> content, TimeZoneInfo zone)
    {
        Context = context;
        _caller = caller;
        Content = content;
        Zone = zone;
        Query = new ApiInput(key => context.Request.Query.TryGetValue(key, out var values) && values.ToString() is { Length: > 0 } text ? JsonSerializer.SerializeToElement(text) : null, zone);
    }

    /// <summary>Who calls; only endpoints that anybody may call have nobody.</summary>
    public ApiCaller Caller => _caller ?? throw new InvalidOperationException("This endpoint is open: nobody has to say who they are.");

    /// <summary>For whom it acts, or loonflow's refusal of a request that names nobody.</summary>
    public Result<Actor.Person> Person => Caller.Person is { } person ? person : ApiRefusals.PersonMissing;

    public HttpContext Context { get; }

    /// <summary>The zone in which times without an offset are meant.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The parameters of the address. Empty ones are as if not given.</summary>
    public ApiInput Query { get; }

    /// <summary>The bytes of the body.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The revision that the caller decided on, from If-Match; null when it does not ask.</summary>
    public string? IfMatch => Context.Request.Headers.IfMatch.ToString() is { Length: > 0 } match && match != "*" ? match.Trim().TrimStart('W', '/').Trim('"') : null;

    /// <summary>The members of the body, whatever content type it says; refused when it is none.</summary>
    public Result<ApiInput> ReadBody()
    {
        if (Content.IsEmpty)
        {
            return ApiRefusals.BodyMissing;
        }

        return HookJson.Object(Content) is { } body ? new ApiInput(body, Zone) : ApiRefusals.BodyMalformed;
    }

    public static ValueTask<ApiRequest?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult(context.Features.Get<ApiRequest>());
}
