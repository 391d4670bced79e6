using System.Security.Claims;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Features.Organization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace LoonFlow.Web.Features.Files;

/// <summary>Files come and go over HTTP: a circuit would carry them in small pieces and in memory.</summary>
internal static class FileEndpoints
{
    /// <summary>What a multipart body needs around its file.</summary>
    private const long Wrapping = 65_536;

    public sealed record Stored(Guid Id, string Name, long Size);

    public sealed record Refused(string Code, string Message);

    public static async Task<Results<Created<Stored>, JsonHttpResult<Refused>, BadRequest>> PostAsync(
        HttpContext context, UseCases useCases, CompanyStore companies, IAntiforgery antiforgery, IOptions<FilesOptions> options, RefusalTexts texts, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest();
        }

        if (await PersonAsync(context.User, companies, ct) is not { } person)
        {
            return Refuse(TicketRefusals.UnknownActor, texts);
        }

        var largest = options.Value.MaxBytes + Wrapping;

        if (context.Request.ContentLength > largest)
        {
            return Refuse(FileRefusals.TooLarge("…", options.Value.MaxBytes), texts);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = largest;
        }

        try
        {
            var result = await FindFileAsync(context.Request, ct) is { } file
                ? await useCases.RunAsync((StoreFileHandler handler) => handler.HandleAsync(file, person, ct), ct)
                : FileRefusals.Malformed;

            return result.Succeeded
                ? TypedResults.Created($"/files/{result.Value.Id.Value}", new Stored(result.Value.Id.Value, result.Value.Name, result.Value.Size))
                : Refuse(result.Refusal, texts);
        }
        catch (Exception exception) when (exception is BadHttpRequestException or InvalidDataException or IOException { InnerException: null })
        {
            // The body broke off or is no multipart at all: the sender's mistake or connection, not ours.
            return Refuse(FileRefusals.Malformed, texts);
        }
    }

    public static async Task<Results<FileStreamHttpResult, NotFound>> GetAsync(
        Guid id, HttpContext context, CompanyStore companies, FileQueries files, FileContents contents, CancellationToken ct)
    {
        if (await PersonAsync(context.User, companies, ct) is not { } person
            || await files.FindAsync(new FileId(id), person, ct) is not { } file
            || await contents.OpenAsync(file.Id, ct) is not { } content)
        {
            return TypedResults.NotFound();
        }

        // Whatever somebody uploaded is saved, not shown; and should a browser show it all the same, it can do nothing.
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers.CacheControl = "private, no-store";

        return TypedResults.File(content, file.ContentType, file.Name, file.UploadedAt);
    }

    private static async Task<StoreFile?> FindFileAsync(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and < 100 } boundary)
        {
            return null;
        }

        var reader = new MultipartReader(boundary, request.Body);

        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (section.GetContentDispositionHeader() is { } disposition && disposition.IsFileDisposition())
            {
                var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);

                return new StoreFile(name.Value ?? string.Empty, section.Body);
            }
        }

        return null;
    }

    private static async Task<Actor.Person?> PersonAsync(ClaimsPrincipal principal, CompanyStore companies, CancellationToken ct) =>
        CurrentActor.IdOf(principal) is { } id ? Actor.Of(id, await companies.GetAsync(ct)) : null;

    private static JsonHttpResult<Refused> Refuse(Refusal refusal, RefusalTexts texts) => TypedResults.Json(
        new Refused(refusal.Code, texts.Of(refusal)),
        statusCode: refusal.Kind is RefusalKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity);
}
