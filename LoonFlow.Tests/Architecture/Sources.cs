using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Architecture;

/// <summary>The hand-written source files of the repository.</summary>
internal static class Sources
{
    private static readonly string[] Generated = ["bin", "obj", "wwwroot", "node_modules", "dist", "Migrations"];

    /// <summary>Files of these kinds below these folders, as paths from the root with forward slashes.</summary>
    public static IReadOnlyList<string> Below(string[] folders, params string[] extensions) =>
    [
        .. folders
            .Select(Repository.PathOf)
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => extensions.Contains(Path.GetExtension(path)) && !path.Split('/').Intersect(Generated).Any())
            .Order(StringComparer.Ordinal),
    ];

    public static string Read(string path) => File.ReadAllText(Repository.PathOf(path));

    public static int Lines(string path) => File.ReadLines(Repository.PathOf(path)).Count();
}
