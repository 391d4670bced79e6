using LoonFlow.Domain.Common;

namespace LoonFlow.Web.Features.Files;

/// <summary>Every way in which a file is not taken or not given. Codes are stable; screens translate by code.</summary>
public static class FileRefusals
{
    public static readonly Refusal NotFound = new(RefusalKind.NotFound, "file.not_found", "There is no such file, or it is not for you.");

    public static readonly Refusal Malformed = new(RefusalKind.Invalid, "file.malformed", "The upload is not one complete file in multipart/form-data.");

    public static Refusal TooLarge(string name, long limit) =>
        new Refusal(RefusalKind.Invalid, "file.too_large", $"“{name}” is larger than {limit} bytes.").With(name, FileSizes.Of(limit));

    public static Refusal TypeNotAllowed(string name) =>
        new Refusal(RefusalKind.Invalid, "file.type_not_allowed", $"Files such as “{name}” are not taken.").With(name, Path.GetExtension(name) is { Length: > 1 } extension ? extension : "?");

    public static Refusal Empty(string name) => new Refusal(RefusalKind.Invalid, "file.empty", $"“{name}” is empty.").With(name);
}
