using System.Diagnostics;
using LoonFlow.Web.Data.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace LoonFlow.Tests.Data;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private static readonly Dictionary<string, string> Hasty = new() { ["fsync"] = "off" };

    private readonly string _folder = Directory.CreateTempSubdirectory("loonflow data ").FullName;

    private string Place => Path.Combine(_folder, "postgres");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Data_is_kept_over_a_restart()
    {
        await using (var server = await StartAsync())
        {
            await ExecuteAsync(server, "create table note (text text); insert into note values ('kept')");
        }

        await using var again = await StartAsync();

        Assert.Equal("kept", await AskAsync(again, "select text from note"));
    }

    [Fact]
    public async Task A_command_joins_the_server_of_a_running_app_and_of_no_other()
    {
        var before = await EmbeddedPostgres.FindRunningAsync(Place, CancellationToken.None);

        await using (var server = await StartAsync())
        {
            Assert.Equal(server.ConnectionString, await EmbeddedPostgres.FindRunningAsync(Place, CancellationToken.None));
        }

        Assert.Null(before);
        Assert.Null(await EmbeddedPostgres.FindRunningAsync(Place, CancellationToken.None));
    }

    [Fact]
    public async Task An_installation_waits_for_the_disk()
    {
        await using var server = await EmbeddedPostgres.StartAsync(Place, NullLogger.Instance, CancellationToken.None);

        Assert.Equal("on on on", await AskAsync(server, "select concat_ws(' ', current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes'))"));
    }

    [Fact]
    public async Task Nobody_reaches_the_server_over_the_network_or_without_its_password()
    {
        await using var server = await StartAsync();
        var stranger = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "guess", Pooling = false };

        await using var connection = new NpgsqlConnection(stranger.ConnectionString);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync());

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
        Assert.Equal("", await AskAsync(server, "select current_setting('listen_addresses')"));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(Place, "password")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task A_killed_server_comes_back_under_the_same_address_with_all_that_was_committed()
    {
        await using var server = await EmbeddedPostgres.StartAsync(Place, NullLogger.Instance, CancellationToken.None);
        await ExecuteAsync(server, "create table note (text text); insert into note values ('kept')");

        Kill();

        Assert.Equal("kept", await AskUntilAnsweredAsync(server, "select text from note"));
    }

    [Fact]
    public async Task After_server_and_app_were_killed_the_next_start_has_all_that_was_committed()
    {
        await using (var server = await EmbeddedPostgres.StartAsync(Place, NullLogger.Instance, CancellationToken.None))
        {
            await ExecuteAsync(server, "create table note (text text); insert into note values ('kept')");
            Kill();
        }

        await using var again = await StartAsync();

        Assert.Equal("kept", await AskAsync(again, "select text from note"));
    }

    [Fact]
    public async Task A_server_that_a_killed_app_left_behind_is_taken_over_and_stopped_in_the_end()
    {
        await using (await StartAsync())
        {
        }

        var left = await StartWithoutAppAsync();

        await using (var server = await StartAsync())
        {
            Assert.Equal(left, ServerProcess.In(new ClusterFolder(Place)));
            Assert.Equal("1", await AskAsync(server, "select '1'"));
        }

        Assert.Null(ServerProcess.In(new ClusterFolder(Place)));
        Assert.False(Directory.Exists(left.SocketFolder));
    }

    [Fact]
    public async Task A_second_app_on_the_same_folder_is_told_so()
    {
        await using var server = await StartAsync();

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(StartAsync);

        Assert.Equal($"LoonFlow is already running on the data folder {_folder}: stop it, or choose another folder with --data.", refused.Message);
    }

    [Fact]
    public async Task Two_folders_have_two_servers()
    {
        await using var one = await StartAsync();
        await using var other = await EmbeddedPostgres.StartAsync(Path.Combine(_folder, "other", "postgres"), NullLogger.Instance, Hasty, CancellationToken.None);

        await ExecuteAsync(one, "create table note (text text)");

        Assert.Equal("", await AskAsync(other, "select coalesce(to_regclass('note')::text, '')"));
    }

    [Fact]
    public async Task A_cluster_that_somebody_else_made_is_refused_and_left_alone()
    {
        await using (await StartAsync())
        {
        }

        File.Delete(Path.Combine(Place, "cluster", "made-by-loonflow"));

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(StartAsync);

        Assert.Contains("was not made by LoonFlow", refused.Message, StringComparison.Ordinal);
        Assert.Null(ServerProcess.In(new ClusterFolder(Place)));
    }

    [Fact]
    public async Task A_data_folder_inside_somebody_elses_cluster_is_refused_before_anything_is_written()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "PG_VERSION"), "15");

        await Assert.ThrowsAsync<EmbeddedPostgresException>(StartAsync);

        Assert.Equal(["PG_VERSION"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_first_start_that_was_cut_short_is_begun_again()
    {
        Directory.CreateDirectory(Path.Combine(Place, "cluster.unfinished", "base"));

        await using var server = await StartAsync();

        Assert.Equal("1", await AskAsync(server, "select '1'"));
        Assert.False(Directory.Exists(Path.Combine(Place, "cluster.unfinished")));
    }

    private Task<EmbeddedPostgres> StartAsync() =>
        EmbeddedPostgres.StartAsync(Place, NullLogger.Instance, Hasty, CancellationToken.None);

    private async Task<ServerProcess> StartWithoutAppAsync()
    {
        var folder = new ClusterFolder(Place);
        var binaries = await PostgresBinaries.FindAsync(folder.Major, CancellationToken.None);
        var account = await ServerAccount.ForAsync(folder, binaries, CancellationToken.None);

        return await new PostgresCluster(folder, binaries, account, Hasty).StartAsync(address: null, CancellationToken.None);
    }

    private void Kill()
    {
        using var postmaster = Process.GetProcessById(ServerProcess.In(new ClusterFolder(Place))!.Id);
        postmaster.Kill();
    }

    private static async Task ExecuteAsync(EmbeddedPostgres server, string sql) => await AskAsync(server, sql);

    private static async Task<string?> AskAsync(EmbeddedPostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);

        return (string?)await command.ExecuteScalarAsync();
    }

    private static async Task<string?> AskUntilAnsweredAsync(EmbeddedPostgres server, string sql)
    {
        var deadline = Stopwatch.StartNew();

        while (true)
        {
            try
            {
                return await AskAsync(server, sql);
            }
            catch (NpgsqlException) when (deadline.Elapsed < TimeSpan.FromSeconds(30))
            {
                // Not back yet.
                await Task.Yield();
            }
        }
    }
}
