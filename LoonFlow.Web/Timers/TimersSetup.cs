using System.Data.Common;
using LoonFlow.Web.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Options;
using Npgsql;
using Quartz;

namespace LoonFlow.Web.Timers;

internal static class TimersSetup
{
    /// <summary>What the clock drives: each can be run by hand, as tests do.</summary>
    public static IServiceCollection AddTimers(this IServiceCollection services)
    {
        services.AddOptions<TimersOptions>().BindConfiguration("Timers").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<DueTimers>();
        services.AddSingleton<DepartedPeople>();

        return services;
    }

    /// <summary>The clock itself: Quartz with its store in our database, so that of several instances one does each job.</summary>
    public static IServiceCollection AddScheduler(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Timers").Get<TimersOptions>() ?? new TimersOptions();

        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "LoonFlow");
            quartz.UseDefaultThreadPool(4);
            quartz.UsePersistentStore(store =>
            {
                UseDatabase(store, configuration);
                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = options.TakeOverAfter / 4;
                    cluster.CheckinMisfireThreshold = options.TakeOverAfter;
                });
            });
            quartz.ScheduleJob<DueTimersJob>(trigger => trigger.WithIdentity("due-timers").StartNow().WithSimpleSchedule(options.LookEvery));
            quartz.ScheduleJob<DepartedPeopleJob>(trigger => trigger.WithIdentity("departed-people").StartNow().WithSimpleSchedule(TimeSpan.FromMinutes(1)));
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);

        return services;
    }

    private static void UseDatabase(IPersistentStoreBuilder store, IConfiguration configuration)
    {
        if (DatabaseServer.Provider(configuration) is DatabaseProvider.SqlServer)
        {
            store.UseSqlServer(source => source.DataSourceFactory = services => Source(services, SqlClientFactory.Instance));
        }
        else
        {
            store.UsePostgres(source => source.DataSourceFactory = services => Source(services, NpgsqlFactory.Instance));
            store.ProvisionSchema();
        }
    }

    // Only now: a private database server has no address before it was started.
    private static DbDataSource Source(IServiceProvider services, DbProviderFactory factory) =>
        factory.CreateDataSource(services.GetRequiredService<DatabaseServer>().ConnectionString);
}
