namespace LoonFlow.Tests.Support;

/// <summary>The original's own demo dump. It is not part of the repository; it may lie in a folder beside it.</summary>
internal static class LoonFlowDemoDump
{
    private const string RelativePath = "shared/data/loonflow-demo.sql";

    public static string? Path { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, RelativePath);

            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
