using Npgsql;

namespace LoonFlow.Tests.Support;

public sealed class TestPostgresTests
{
    [Fact]
    public async Task A_copy_holds_what_its_template_held()
    {
        var template = await TestPostgres.NewDatabaseAsync();
        await ExecuteAsync(template, "create table note (text text)");

        var copy = await TestPostgres.NewDatabaseAsync(template);
        await ExecuteAsync(copy, "insert into note values ('only here')");

        Assert.Equal(0L, await ExecuteAsync(template, "select count(*) from note"));
    }

    private static async Task<object?> ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);

        return await command.ExecuteScalarAsync();
    }
}
