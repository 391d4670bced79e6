namespace LoonFlow.Web.Import.Scripts;

/// <summary>The "media" folder of a loonflow installation: uploaded scripts by the names under which they were stored.</summary>
internal sealed class MediaFolder
{
    private const long MaxBytes = 1_000_000;

    private readonly Dictionary<string, string> _files;

    /// <param name="path">The folder; one that cannot be read throws.</param>
    /// <param name="approves">Whether what is found may run at once.</param>
    public MediaFolder(string path, bool approves)
    {
        Approves = approves;
        _files = new DirectoryInfo(path)
            .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .GroupBy(file => file.Name, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().FullName, StringComparer.Ordinal);
    }

    public bool Approves { get; }

    /// <summary>The text of a stored script; null when it is not there, or too large to be one.</summary>
    public async Task<string?> FindAsync(string storedName, CancellationToken ct) =>
        _files.TryGetValue(storedName, out var path) && new FileInfo(path).Length <= MaxBytes ? await File.ReadAllTextAsync(path, ct) : null;
}
