using LoonFlow.Web.Data.Embedded;

namespace LoonFlow.Web.Data;

public enum DatabaseProvider
{
    PostgreSql,
    SqlServer,
}

/// <summary>
/// The database server of this installation: the one that "ConnectionStrings:LoonFlow" names, else a private PostgreSQL
/// in the data folder, started and stopped with the program.
/// </summary>
public sealed class DatabaseServer(IConfiguration configuration, ILogger<DatabaseServer> log) : IAsyncDisposable
{
    private EmbeddedPostgres? _embedded;
    private string? _connectionString = configuration.GetConnectionString("LoonFlow") is { Length: > 0 } own ? own : null;

    public string ConnectionString => _connectionString ?? throw new InvalidOperationException("The database server was not started.");

    public static DatabaseProvider Provider(IConfiguration configuration) => configuration["Database:Provider"] is not { Length: > 0 } name
        ? DatabaseProvider.PostgreSql
        : Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider)
            ? provider
            : throw new InvalidOperationException($"Database:Provider takes PostgreSql or SqlServer, not “{name}”.");

    /// <summary>Starts the private server if this installation has one; a command may also join the one of a LoonFlow that is running.</summary>
    public async Task StartAsync(CancellationToken ct, bool mayJoin = false)
    {
        if (_connectionString is not null)
        {
            return;
        }

        if (Provider(configuration) is not DatabaseProvider.PostgreSql)
        {
            throw new InvalidOperationException("Database:Provider=SqlServer needs ConnectionStrings:LoonFlow.");
        }

        var folder = DataFolder.From(configuration).Postgres;

        if (mayJoin && await EmbeddedPostgres.FindRunningAsync(folder, ct) is { } running)
        {
            _connectionString = running;
            return;
        }

        _embedded = await EmbeddedPostgres.StartAsync(folder, log, ct);
        _connectionString = _embedded.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        if (_embedded is not null)
        {
            await _embedded.DisposeAsync();
        }
    }
}
