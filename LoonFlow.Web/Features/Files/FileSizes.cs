using System.Globalization;

namespace LoonFlow.Web.Features.Files;

/// <summary>How big a file is, as people say it.</summary>
public static class FileSizes
{
    public static string Of(long bytes) => bytes switch
    {
        < 1_024 => string.Create(CultureInfo.CurrentCulture, $"{bytes} B"),
        < 1_048_576 => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1_024.0:0.#} KB"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1_048_576.0:0.#} MB"),
    };
}
