using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LoonFlow.Web.Data;

internal static class DataSetup
{
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<DatabaseServer>();

        if (DatabaseServer.Provider(configuration) is DatabaseProvider.SqlServer)
        {
            services.AddPooledDbContextFactory<SqlServerDb>((provider, options) => options
                .UseSqlServer(provider.GetRequiredService<DatabaseServer>().ConnectionString)
                .AddInterceptors(provider.GetServices<IInterceptor>()));
            services.AddSingleton<IDbContextFactory<LoonFlowDb>, Factory<SqlServerDb>>();
        }
        else
        {
            services.AddPooledDbContextFactory<PostgresDb>((provider, options) => options
                .UseNpgsql(provider.GetRequiredService<DatabaseServer>().ConnectionString)
                .AddInterceptors(provider.GetServices<IInterceptor>()));
            services.AddSingleton<IDbContextFactory<LoonFlowDb>, Factory<PostgresDb>>();
        }

        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<LoonFlowDb>>().CreateDbContext());

        return services;
    }

    /// <summary>Brings the schema up to date.</summary>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<LoonFlowDb>>().CreateDbContextAsync(ct);
        await db.MigrateAsync(ct);
    }

    private sealed class Factory<TDb>(IDbContextFactory<TDb> databases) : IDbContextFactory<LoonFlowDb>
        where TDb : LoonFlowDb
    {
        public LoonFlowDb CreateDbContext() => databases.CreateDbContext();
    }
}
