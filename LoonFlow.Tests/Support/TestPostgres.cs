using LoonFlow.Web.Data.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LoonFlow.Tests.Support;

/// <summary>One server for a whole test run; every test that wants data takes a database of its own.</summary>
public static class TestPostgres
{
    private const string FolderPrefix = "loonflow-tests-";

    // Nothing here outlives the run, so nothing waits for the disk.
    private static readonly Dictionary<string, string> Hasty = new()
    {
        ["fsync"] = "off",
        ["synchronous_commit"] = "off",
        ["full_page_writes"] = "off",
        ["wal_level"] = "minimal",
        ["max_wal_senders"] = "0",
        ["max_connections"] = "300",
    };

    private static readonly Lazy<Task<EmbeddedPostgres>> Server = new(StartAsync);
    private static int _databases;

    /// <summary>The connection string of a fresh database: empty, or a copy of the one an earlier call returned.</summary>
    public static async Task<string> NewDatabaseAsync(string? template = null)
    {
        var server = await Server.Value;
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        var original = template is null ? "template1" : new NpgsqlConnectionStringBuilder(template).Database;

        if (template is not null)
        {
            // A database that somebody is connected to cannot be copied.
            NpgsqlConnection.ClearPool(new NpgsqlConnection(template));
        }

        await ExecuteAsync(server, $"create database {name} template {original}");

        return new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    public static async Task DropDatabaseAsync(string connectionString)
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connectionString));
        await ExecuteAsync(await Server.Value, $"drop database {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");
    }

    private static async Task ExecuteAsync(EmbeddedPostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<EmbeddedPostgres> StartAsync()
    {
        foreach (var left in Directory.GetDirectories(Path.GetTempPath(), FolderPrefix + "*"))
        {
            await RemoveLeftoverAsync(left);
        }

        var folder = Path.Combine(Path.GetTempPath(), $"{FolderPrefix}{Environment.ProcessId}");
        var server = await EmbeddedPostgres.StartAsync(Path.Combine(folder, "postgres"), NullLogger.Instance, Hasty, CancellationToken.None);

        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
            Remove(folder);
        };

        return server;
    }

    // A run that was killed leaves its server; whoever still uses one holds its lock and refuses.
    private static async Task RemoveLeftoverAsync(string folder)
    {
        try
        {
            await using (await EmbeddedPostgres.StartAsync(Path.Combine(folder, "postgres"), NullLogger.Instance, Hasty, CancellationToken.None))
            {
            }

            Remove(folder);
        }
        catch (EmbeddedPostgresException)
        {
            // In use by another run, or another user's.
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Another run sweeps up at the same moment.
        }
    }
}
