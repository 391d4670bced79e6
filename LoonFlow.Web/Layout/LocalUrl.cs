namespace LoonFlow.Web.Layout;

/// <summary>Return addresses come from the query string; only paths of this site may be followed.</summary>
public static class LocalUrl
{
    public static string OrHome(string? url) => IsLocal(url) ? url! : "/";

    // "//host" and "/\host" leave the site; browsers drop control characters before they look.
    public static bool IsLocal(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl);
}
