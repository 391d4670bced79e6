using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.StaticFiles;

namespace LoonFlow.Web.Features.Files;

/// <summary>Names as browsers send them, made safe to keep and to show; and what a name says about its content.</summary>
public static class FileNames
{
    public const int MaxLength = 200;

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    /// <summary>The last part of a path, without signs that cannot be seen: control characters, and those that turn the reading direction.</summary>
    public static string Cleaned(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var seen = string.Concat(last.Where(sign => char.GetUnicodeCategory(sign) is not (UnicodeCategory.Control or UnicodeCategory.Format))).Trim(' ', '.');
        var extension = Path.GetExtension(seen);

        return seen.Length <= MaxLength ? seen
            : extension.Length > 20 ? Cut(seen, MaxLength)
            : Cut(seen, MaxLength - extension.Length) + extension;
    }

    /// <summary>By the extension alone; what the sender claims counts for nothing.</summary>
    public static string ContentTypeOf(string name) =>
        ContentTypes.TryGetContentType(name, out var type) ? type : "application/octet-stream";

    // Half a character cannot be stored.
    private static string Cut(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
