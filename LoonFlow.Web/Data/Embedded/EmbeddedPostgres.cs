using System.Collections.ObjectModel;
using Npgsql;

namespace LoonFlow.Web.Data.Embedded;

/// <summary>
/// A private PostgreSQL for one data folder: reached by a unix socket and a password that only this folder knows,
/// adopted when a crash left it running, restarted when it dies, stopped with the app.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string Name = "loonflow";

    // Leaves room below max_connections for a listener, psql and a backup.
    private const int LargestPool = 80;

    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private readonly ClusterFolder _folder;
    private readonly PostgresCluster _cluster;
    private readonly FileStream _lock;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ServerProcess _server;
    private readonly Task _watch;

    private EmbeddedPostgres(ClusterFolder folder, PostgresCluster cluster, FileStream folderLock, ServerProcess server, string connectionString, ILogger log)
    {
        _folder = folder;
        _cluster = cluster;
        _lock = folderLock;
        _server = server;
        _log = log;
        ConnectionString = connectionString;
        _watch = WatchAsync();
    }

    public string ConnectionString { get; }

    public static Task<EmbeddedPostgres> StartAsync(string folder, ILogger log, CancellationToken ct) =>
        StartAsync(folder, log, ReadOnlyDictionary<string, string>.Empty, ct);

    /// <summary>Tests may trade durability for speed; an installation gives no settings of its own.</summary>
    public static async Task<EmbeddedPostgres> StartAsync(string folder, ILogger log, IReadOnlyDictionary<string, string> settings, CancellationToken ct)
    {
        var place = new ClusterFolder(Path.GetFullPath(folder));

        place.RefuseForeign();
        var folderLock = place.LockOrRefuse();

        try
        {
            return await StartLockedAsync(place, folderLock, log, settings, ct);
        }
        catch
        {
            // Whatever went wrong is the caller's to hear; the next try must not find the folder taken.
            await folderLock.DisposeAsync();
            throw;
        }
    }

    /// <summary>Where another program serves this folder at the moment; null when none does.</summary>
    public static async Task<string?> FindRunningAsync(string folder, CancellationToken ct)
    {
        var place = new ClusterFolder(Path.GetFullPath(folder));

        return place.IsLocked() && place.HasCluster && ServerProcess.In(place) is { } server
            ? Connections(server, await place.PasswordAsync(ct)).ConnectionString
            : null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        await _stopping.CancelAsync();
        await _watch;

        try
        {
            if (ServerProcess.In(_folder) is not null)
            {
                await _cluster.StopAsync(CancellationToken.None);
            }

            PostgresCluster.RemoveSocketFolder(_server);
        }
        finally
        {
            await _lock.DisposeAsync();
            _stopping.Dispose();
        }
    }

    private static async Task<EmbeddedPostgres> StartLockedAsync(
        ClusterFolder place, FileStream folderLock, ILogger log, IReadOnlyDictionary<string, string> settings, CancellationToken ct)
    {
        var binaries = await PostgresBinaries.FindAsync(place.Major, ct);
        var account = await ServerAccount.ForAsync(place, binaries, ct);
        var cluster = new PostgresCluster(place, binaries, account, settings);
        var password = await place.PasswordAsync(ct);

        if (!place.HasCluster)
        {
            log.LogInformation("Making a PostgreSQL {Major} database in {Folder}", binaries.Major, place.Cluster);
            await cluster.CreateAsync(Name, password, ct);
        }

        var server = await AdoptAsync(place, cluster, log, ct) ?? await cluster.StartAsync(address: null, ct);
        var connections = Connections(server, password);

        await PostgresDatabases.EnsureAsync(connections, ct);

        return new EmbeddedPostgres(place, cluster, folderLock, server, connections.ConnectionString, log);
    }

    private static NpgsqlConnectionStringBuilder Connections(ServerProcess server, string password) => new()
    {
        Host = server.SocketFolder.Length > 0 ? server.SocketFolder : "127.0.0.1",
        Port = server.Port,
        Username = Name,
        Password = password,
        Database = Name,
        MaxPoolSize = LargestPool,
    };

    private static async Task<ServerProcess?> AdoptAsync(ClusterFolder place, PostgresCluster cluster, ILogger log, CancellationToken ct)
    {
        if (ServerProcess.In(place) is not { } left)
        {
            return null;
        }

        if (left.SocketFolder.Length == 0 || File.Exists(Path.Combine(left.SocketFolder, $".s.PGSQL.{left.Port}")))
        {
            log.LogWarning("Taking over the PostgreSQL that an earlier run left behind (process {Process})", left.Id);
            return left;
        }

        // Its socket was cleaned away: nobody can talk to it any more.
        await cluster.StopAsync(ct);
        return null;
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Glance);

        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                if (ServerProcess.In(_folder) is null)
                {
                    await RestartAsync(_stopping.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The app is stopping.
        }
    }

    private async Task RestartAsync(CancellationToken ct)
    {
        try
        {
            _log.LogWarning("PostgreSQL has ended unexpectedly and is started again");
            await _cluster.StartAsync(_server, ct);
        }
        catch (EmbeddedPostgresException failed)
        {
            // Tried again at the next glance; requests are refused meanwhile.
            _log.LogError(failed, "PostgreSQL could not be started again");
        }
    }
}
