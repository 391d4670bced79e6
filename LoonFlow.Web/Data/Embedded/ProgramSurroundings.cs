namespace LoonFlow.Web.Data.Embedded;

/// <summary>Working folder and cluster of a server program; the caller's own PostgreSQL settings stay outside.</summary>
internal sealed record ProgramSurroundings(string Folder, string? Cluster = null)
{
    // macOS knows no C.UTF-8, Windows only its own names.
    public static string Locale { get; } = OperatingSystem.IsWindows() ? "C" : OperatingSystem.IsMacOS() ? "en_US.UTF-8" : "C.UTF-8";

    public void ApplyTo(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => name.StartsWith("PG", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            environment.Remove(name);
        }

        environment["LC_ALL"] = Locale;

        if (Cluster is not null)
        {
            // Handed over this way a path needs no quoting for the shell that pg_ctl starts.
            environment["PGDATA"] = Cluster;
        }
    }
}
