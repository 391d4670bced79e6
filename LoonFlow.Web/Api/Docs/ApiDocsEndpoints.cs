using Microsoft.Extensions.Options;

namespace LoonFlow.Web.Api.Docs;

/// <summary>The document of the API, for whoever may call it or is signed in; for everybody where the installation says so.</summary>
internal static class ApiDocsEndpoints
{
    public const string Document = "/api/openapi.json";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Document, ReadAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(HttpContext context, ApiDocument document, ApiCallers callers, IOptions<ApiOptions> options, CancellationToken ct)
    {
        if (!options.Value.DocsForEverybody && await callers.FindAsync(context, ReadOnlyMemory<byte>.Empty, ct) is { Succeeded: false, Refusal: { } refusal })
        {
            return ApiAnswer.Refused(refusal);
        }

        return TypedResults.Text(document.Text, "application/json");
    }
}
