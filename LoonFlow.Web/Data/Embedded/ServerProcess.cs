using System.Diagnostics;
using System.Globalization;

namespace LoonFlow.Web.Data.Embedded;

/// <summary>A running server as its own postmaster.pid describes it.</summary>
internal sealed record ServerProcess(int Id, int Port, string SocketFolder)
{
    private const string Name = "postgres";

    /// <summary>The file outlives a crash, so it is believed only when its process lives and serves this cluster.</summary>
    public static ServerProcess? In(ClusterFolder folder)
    {
        try
        {
            // process, cluster, start time, port, socket folder, address, shared memory, status
            var lines = File.ReadAllLines(folder.PidFile);

            return lines.Length > 4 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var id) && Serves(id, folder.Cluster)
                ? new ServerProcess(id, int.Parse(lines[3], CultureInfo.InvariantCulture), lines[4].Trim())
                : null;
        }
        catch (IOException)
        {
            // Not there, or just being removed: no server.
            return null;
        }
    }

    /// <summary>After its postmaster was killed, a server's other processes end a moment later; nobody may start before that.</summary>
    public static bool AnyWorksIn(ClusterFolder folder) =>
        OperatingSystem.IsLinux()
        && Directory.EnumerateDirectories("/proc")
            .Any(process => int.TryParse(Path.GetFileName(process), out var id) && Serves(id, folder.Cluster));

    private static bool Serves(int id, string cluster)
    {
        if (!OperatingSystem.IsLinux())
        {
            return IsCalledPostgres(id);
        }

        try
        {
            // "17 (postgres) S …"; a dead process that nobody has buried is a Z.
            var stat = File.ReadAllText($"/proc/{id}/stat");

            return stat.Contains($"({Name})", StringComparison.Ordinal)
                && stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X')
                && new DirectoryInfo($"/proc/{id}/cwd").LinkTarget == cluster;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // Ended while being looked at, or somebody else's: not ours either way.
            return false;
        }
    }

    private static bool IsCalledPostgres(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);

            return process.ProcessName == Name;
        }
        catch (ArgumentException)
        {
            // No such process.
            return false;
        }
    }
}
