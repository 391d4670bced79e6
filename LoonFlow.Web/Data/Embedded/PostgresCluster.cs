using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace LoonFlow.Web.Data.Embedded;

/// <summary>One private cluster: made once, started, asked, stopped.</summary>
internal sealed class PostgresCluster(
    ClusterFolder folder,
    PostgresBinaries binaries,
    ServerAccount account,
    IReadOnlyDictionary<string, string> settings)
{
    private const int UnixPort = 5432;
    private const long LargestLog = 10 * 1024 * 1024;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public async Task CreateAsync(string user, string password, CancellationToken ct)
    {
        // Only a start that was cut short leaves this behind.
        if (Directory.Exists(folder.Unfinished))
        {
            Directory.Delete(folder.Unfinished, recursive: true);
        }

        await OwnFolderAsync(folder.Unfinished, ct);

        var handover = await OwnFolderAsync(SocketFolderName(), ct);
        var passwordFile = Path.Combine(handover, "password");

        try
        {
            await File.WriteAllTextAsync(passwordFile, password, ct);
            await account.GiveAsync(passwordFile, ct);
            await RunAsync("initdb", folder.Unfinished, ct,
                "--username", user, "--pwfile", passwordFile, "--auth", "scram-sha-256", "--encoding", "UTF8",
                "--locale", ProgramSurroundings.Locale, "--data-checksums", "--no-instructions");
        }
        finally
        {
            Directory.Delete(handover, recursive: true);
        }

        await File.AppendAllTextAsync(
            Path.Combine(folder.Unfinished, "postgresql.conf"), $"\ninclude_if_exists = '{Path.GetFileName(folder.Settings)}'\n", ct);
        await File.WriteAllTextAsync(ClusterFolder.MarkerIn(folder.Unfinished), "LoonFlow made this database and may start, stop and change it.\n", ct);

        Directory.Move(folder.Unfinished, folder.Cluster);
    }

    /// <summary>Starts the server where it will be found under the same address after every restart in this run.</summary>
    public async Task<ServerProcess> StartAsync(ServerProcess? address, CancellationToken ct)
    {
        await ForgetDeadServerAsync(ct);

        var serving = address ?? new ServerProcess(0, OperatingSystem.IsWindows() ? FreePort() : UnixPort, OperatingSystem.IsWindows() ? "" : SocketFolderName());

        if (serving.SocketFolder.Length > 0 && !Directory.Exists(serving.SocketFolder))
        {
            await OwnFolderAsync(serving.SocketFolder, ct);
        }

        await File.WriteAllLinesAsync(folder.Settings, ServerSettings.For(serving, settings), ct);
        await account.GiveAsync(folder.Settings, ct);

        if (File.Exists(folder.ServerLog) && new FileInfo(folder.ServerLog).Length > LargestLog)
        {
            File.Delete(folder.ServerLog);
        }

        await RunAsync("pg_ctl", folder.Cluster, ct, "start", "--wait", "--timeout=60", "--silent", "--log", Path.GetFileName(folder.ServerLog));

        return ServerProcess.In(folder)
            ?? throw new EmbeddedPostgresException($"PostgreSQL ended right after its start: {LastWords()}");
    }

    public async Task StopAsync(CancellationToken ct)
    {
        var run = await TryAsync("pg_ctl", folder.Cluster, ct, "stop", "--mode=fast", "--wait", "--timeout=60", "--silent");

        // A server that died meanwhile is as good as stopped.
        if (!run.Succeeded && ServerProcess.In(folder) is not null)
        {
            throw Failure("pg_ctl", folder.Cluster, run);
        }
    }

    public static void RemoveSocketFolder(ServerProcess server)
    {
        if (server.SocketFolder.Length > 0 && Directory.Exists(server.SocketFolder))
        {
            Directory.Delete(server.SocketFolder, recursive: true);
        }
    }

    // PostgreSQL takes a zombie, or a stranger under the old number, for its living self and would not start.
    private async Task ForgetDeadServerAsync(CancellationToken ct)
    {
        for (var waited = TimeSpan.Zero; ServerProcess.AnyWorksIn(folder) && waited < Patience; waited += Pause)
        {
            await Task.Delay(Pause, ct);
        }

        if (!OperatingSystem.IsLinux() || ServerProcess.AnyWorksIn(folder))
        {
            return;
        }

        File.Delete(folder.PidFile);

        if (ServerSettings.SocketFolderIn(folder.Settings) is { } old && Directory.Exists(old))
        {
            Directory.Delete(old, recursive: true);
        }
    }

    private async Task RunAsync(string program, string cluster, CancellationToken ct, params string[] arguments)
    {
        var run = await TryAsync(program, cluster, ct, arguments);

        if (!run.Succeeded)
        {
            throw Failure(program, cluster, run);
        }
    }

    private Task<ProgramRun> TryAsync(string program, string cluster, CancellationToken ct, params string[] arguments) =>
        account.RunAsync(binaries.PathOf(program), arguments, new ProgramSurroundings(cluster, cluster), ct);

    private EmbeddedPostgresException Failure(string program, string cluster, ProgramRun run) =>
        new($"PostgreSQL's {program} in {cluster} failed: {run.Output} {LastWords()}".TrimEnd());

    private string LastWords() =>
        File.Exists(folder.ServerLog) ? string.Join(Environment.NewLine, File.ReadLines(folder.ServerLog).TakeLast(8)) : "";

    private async Task<string> OwnFolderAsync(string path, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }

        await account.GiveAsync(path, ct);

        return path;
    }

    // Short, because a socket's path ends at 107 bytes; unguessable, so that nobody is there before us.
    private static string SocketFolderName() =>
        Path.Combine(OperatingSystem.IsWindows() ? Path.GetTempPath() : "/tmp", "loonflow-" + RandomNumberGenerator.GetHexString(16, lowercase: true));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
