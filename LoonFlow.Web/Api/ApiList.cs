namespace LoonFlow.Web.Api;

/// <summary>A page of a list as loonflow gives it (spec C.0).</summary>
/// <param name="Value">The rows.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Page">The page that was asked for, even where the last one was given.</param>
/// <param name="PerPage">Most rows on a page.</param>
public sealed record ApiList<T>(IReadOnlyList<T> Value, int Total, int Page, int PerPage);

internal static class ApiList
{
    /// <summary>A page that was cut already.</summary>
    public static ApiList<T> Of<T>(IReadOnlyList<T> rows, int total, ApiPage page) => new(rows, total, page.Number, page.Size);

    /// <summary>One page of what is in memory.</summary>
    public static ApiList<T> Cut<TRow, T>(IReadOnlyList<TRow> all, ApiPage page, Func<TRow, T> shape) =>
        Of<T>([.. all.Skip(page.SkipOf(all.Count)).Take(page.Size).Select(shape)], all.Count, page);
}
