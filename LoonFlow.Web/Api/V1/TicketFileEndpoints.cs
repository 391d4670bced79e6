using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Files;
using Microsoft.AspNetCore.Http.Features;

namespace LoonFlow.Web.Api.V1;

/// <summary>Files for fields that take them: uploaded first, then named by their ids among the other fields (spec C.5).</summary>
internal static class TicketFileEndpoints
{
    public const string File = "file";

    private static readonly FormOptions Limits = new() { ValueCountLimit = 20, ValueLengthLimit = 10_000 };

    public static void Map(RouteGroupBuilder tickets) =>
        tickets.MapPost("/upload_file", UploadAsync).TakesForm(File).Gives<UploadedFileShape>("Takes the part “file” of a multipart form; its id goes into a field that takes files");

    private static async Task<ApiAnswer> UploadAsync(ApiRequest request, UseCases useCases, CancellationToken ct)
    {
        if (request.Person is not { Succeeded: true, Value: var person })
        {
            return ApiRefusals.PersonMissing;
        }

        if (await FindAsync(request.Context.Request, ct) is not { } file)
        {
            return FileRefusals.Malformed;
        }

        await using var content = file.OpenReadStream();
        var stored = await useCases.RunAsync((StoreFileHandler handler) => handler.HandleAsync(new StoreFile(file.FileName, content), person, ct), ct);

        return ApiAnswer.Of(stored, UploadedFileShape.Of);
    }

    private static async Task<IFormFile?> FindAsync(HttpRequest http, CancellationToken ct)
    {
        if (!http.HasFormContentType)
        {
            return null;
        }

        try
        {
            return (await new FormFeature(http, Limits).ReadFormAsync(ct)).Files.GetFile(File);
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException)
        {
            // Boundaries, sizes or counts that no form has, or a form that ends too soon; nothing of it was used.
            return null;
        }
    }
}
