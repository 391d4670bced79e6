using Npgsql;

namespace LoonFlow.Web.Data.Embedded;

/// <summary>Waits until a server answers, and makes sure that it holds the wanted database.</summary>
internal static class PostgresDatabases
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task EnsureAsync(NpgsqlConnectionStringBuilder wanted, CancellationToken ct)
    {
        var server = new NpgsqlConnectionStringBuilder(wanted.ConnectionString) { Database = "postgres", Pooling = false };

        await using var connection = await OpenAsync(server.ConnectionString, ct);
        await using var find = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection);
        find.Parameters.AddWithValue(wanted.Database!);

        if (await find.ExecuteScalarAsync(ct) is null)
        {
            await using var create = new NpgsqlCommand($"create database \"{wanted.Database}\"", connection);
            await create.ExecuteNonQueryAsync(ct);
        }
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken ct)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            var connection = new NpgsqlConnection(connectionString);

            try
            {
                await connection.OpenAsync(ct);
                return connection;
            }
            catch (NpgsqlException notYet) when (notYet.IsTransient && waited < Patience)
            {
                // A server that was taken over may still be recovering from a crash.
                await connection.DisposeAsync();
                await Task.Delay(Pause, ct);
            }
            catch (NpgsqlException refused)
            {
                await connection.DisposeAsync();
                throw new EmbeddedPostgresException($"The embedded PostgreSQL does not answer: {refused.Message}", refused);
            }
        }
    }
}
