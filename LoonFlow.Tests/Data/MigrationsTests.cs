using LoonFlow.Tests.Support;
using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LoonFlow.Tests.Data;

public sealed class MigrationsTests
{
    public static TheoryData<string> Providers => ["PostgreSql", "SqlServer"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void No_model_has_changes_that_no_migration_makes(string provider)
    {
        using var db = Context(provider);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_script_of_each_provider_generates(string provider)
    {
        using var db = Context(provider);

        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.Contains("ticket_participant", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_providers_are_given_the_same_migrations()
    {
        await using var postgres = Context("PostgreSql");
        await using var sqlServer = Context("SqlServer");

        Assert.Equal(Names(postgres), Names(sqlServer));
    }

    [Fact]
    public async Task Four_instances_that_start_at_once_migrate_once()
    {
        var connectionString = await TestPostgres.NewDatabaseAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var db = Postgres(connectionString);
            await db.MigrateAsync(CancellationToken.None);
        }));

        await using var migrated = Postgres(connectionString);
        Assert.Equal(migrated.Database.GetMigrations(), await migrated.Database.GetAppliedMigrationsAsync());
    }

    private static IEnumerable<string> Names(LoonFlowDb db) => db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);

    private static LoonFlowDb Context(string provider) => provider is "SqlServer"
        ? new SqlServerDb(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=unused").Options)
        : Postgres("Host=unused");

    private static PostgresDb Postgres(string connectionString) => new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(connectionString).Options);
}
