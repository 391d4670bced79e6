using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LoonFlow.Domain.Common;
using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Api;

/// <summary>An answer in loonflow's envelope (spec C.0): code 0 and the data, or code -1, what a person reads, and what a program reads.</summary>
public sealed class ApiAnswer : IResult
{
    /// <summary>How every shape is written: names in small letters with underscores, Chinese as it is.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    private static readonly object NoData = string.Empty;

    private readonly object? _data;
    private readonly string _message;

    private readonly bool _hasItsStatus;

    private ApiAnswer(object? data, string message, Refusal? refusal, bool hasItsStatus = false)
    {
        _data = data;
        _message = message;
        _hasItsStatus = hasItsStatus;
        Refusal = refusal;
    }

    public Refusal? Refusal { get; }

    public static ApiAnswer Ok(object? data, string message = "") => new(data, message, null);

    /// <summary>Done, with nothing to tell; loonflow then sends an empty text as data.</summary>
    public static ApiAnswer Done(string message = "") => new(NoData, message, null);

    public static ApiAnswer Refused(Refusal refusal, object? data = null) => new(data ?? NoData, string.Empty, refusal);

    /// <summary>The data of what succeeded, or the refusal.</summary>
    public static ApiAnswer Of<T>(Result<T> result, Func<T, object?> data, string message = "")
        where T : notnull => result.Succeeded ? Ok(data(result.Value), message) : Refused(result.Refusal);

    /// <summary>The same with the HTTP status that says what it is, whatever the installation chose.</summary>
    public ApiAnswer WithItsStatus() => new(_data, _message, Refusal, hasItsStatus: true);

    public static implicit operator ApiAnswer(Refusal refusal) => Refused(refusal);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var options = httpContext.RequestServices.GetRequiredService<IOptions<ApiOptions>>().Value;
        httpContext.Response.StatusCode = Refusal is { } refusal ? StatusOf(refusal, _hasItsStatus || options.RealStatusCodes) : StatusCodes.Status200OK;
        httpContext.Response.Headers.CacheControl = "no-store";

        await httpContext.Response.WriteAsJsonAsync(
            new ApiEnvelope<object?>(Refusal is null ? 0 : -1, _data, Refusal is null ? _message : LoonflowMessages.Of(Refusal, httpContext.Request.Method), Refusal is null ? null : new ApiFault(Refusal.Code, FieldsOf(Refusal))),
            Json,
            "application/json",
            httpContext.RequestAborted);
    }

    /// <summary>An unknown address or method, and a failure of ours, have their status in loonflow too.</summary>
    private static int StatusOf(Refusal refusal, bool isReal) =>
        refusal == ApiRefusals.NothingHere ? StatusCodes.Status404NotFound
        : refusal == ApiRefusals.MethodNotAllowed ? StatusCodes.Status405MethodNotAllowed
        : refusal == ApiRefusals.Failed ? StatusCodes.Status500InternalServerError
        : !isReal ? StatusCodes.Status200OK
        : refusal.Code == "api.body_too_large" ? StatusCodes.Status413PayloadTooLarge
        : refusal.Kind switch
        {
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            RefusalKind.Unproven => StatusCodes.Status401Unauthorized,
            RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
            _ => StatusCodes.Status422UnprocessableEntity,
        };

    private static Dictionary<string, string> FieldsOf(Refusal refusal)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var problem in refusal.Fields)
        {
            // A field with two problems says the first; the second shows once that is mended.
            fields.TryAdd(problem.Key, problem.Message);
        }

        return fields;
    }
}
