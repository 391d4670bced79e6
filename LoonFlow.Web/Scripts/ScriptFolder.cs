namespace LoonFlow.Web.Scripts;

/// <summary>An empty folder of its own for one run, which goes with it.</summary>
internal sealed class ScriptFolder : IDisposable
{
    public ScriptFolder(string run)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"loonflow-script-{run}-{Guid.NewGuid():N}");

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Path { get; }

    public string Write(string name, string content)
    {
        var file = System.IO.Path.Combine(Path, name);
        File.WriteAllText(file, content);

        return file;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception stuck) when (stuck is IOException or UnauthorizedAccessException)
        {
            // The script locked something in it; the system's own cleaning of temporary files takes it.
        }
    }
}
