using System.Security.Cryptography;

namespace LoonFlow.Web.Data.Embedded;

/// <summary>What lies in the embedded server's folder, and whether LoonFlow put it there.</summary>
internal sealed record ClusterFolder(string Root)
{
    private const string VersionFile = "PG_VERSION";

    public string Cluster => Path.Combine(Root, "cluster");

    public string Unfinished => Path.Combine(Root, "cluster.unfinished");

    public string Lock => Path.Combine(Root, "lock");

    public string Password => Path.Combine(Root, "password");

    public string ServerLog => Path.Combine(Cluster, "server.log");

    public string Settings => Path.Combine(Cluster, "loonflow.conf");

    public string PidFile => Path.Combine(Cluster, "postmaster.pid");

    public bool HasCluster => Directory.Exists(Cluster);

    public int? Major =>
        File.Exists(Path.Combine(Cluster, VersionFile)) && int.TryParse(File.ReadAllText(Path.Combine(Cluster, VersionFile)).Split('.')[0], out var major)
            ? major
            : null;

    public static string MarkerIn(string cluster) => Path.Combine(cluster, "made-by-loonflow");

    /// <summary>Databases that somebody else made are never started, changed or surrounded with files.</summary>
    public void RefuseForeign()
    {
        var above = Path.GetDirectoryName(Root) ?? Root;

        if (new[] { Root, above }.FirstOrDefault(folder => File.Exists(Path.Combine(folder, VersionFile))) is { } foreign)
        {
            throw new EmbeddedPostgresException($"{foreign} is a PostgreSQL database that LoonFlow did not make: choose another data folder.");
        }

        if (HasCluster && !File.Exists(MarkerIn(Cluster)))
        {
            throw new EmbeddedPostgresException($"{Cluster} was not made by LoonFlow and is left alone: choose another data folder.");
        }
    }

    /// <summary>Held as long as this app uses the folder; the system lets go of it when the app dies.</summary>
    public FileStream LockOrRefuse()
    {
        try
        {
            CreateRoot();
            return new FileStream(Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new EmbeddedPostgresException($"LoonFlow is already running on the data folder {Path.GetDirectoryName(Root)}: stop it, or choose another folder with --data.", taken);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new EmbeddedPostgresException($"The data folder {Root} belongs to another user: choose another, or run LoonFlow as that user.", denied);
        }
    }

    /// <summary>Whether a running app holds the lock.</summary>
    public bool IsLocked()
    {
        try
        {
            using var probe = File.Exists(Lock) ? new FileStream(Lock, FileMode.Open, FileAccess.ReadWrite, FileShare.None) : null;

            return false;
        }
        catch (IOException)
        {
            // Taken.
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            // Another user's: nobody knows, and locking it says why not.
            return false;
        }
    }

    public async Task<string> PasswordAsync(CancellationToken ct)
    {
        if (File.Exists(Password))
        {
            return (await File.ReadAllTextAsync(Password, ct)).Trim();
        }

        if (HasCluster)
        {
            throw new EmbeddedPostgresException($"The database in {Cluster} cannot be opened: its password file {Password} is missing.");
        }

        var password = RandomNumberGenerator.GetHexString(48, lowercase: true);
        var created = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };

        if (!OperatingSystem.IsWindows())
        {
            created.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new StreamWriter(Password, created);
        await file.WriteLineAsync(password.AsMemory(), ct);

        return password;
    }

    private void CreateRoot()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Root);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Root)!);

        // The server's own account passes through; what lies inside stays closed to others.
        Directory.CreateDirectory(Root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }
}
