using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Demo;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Hooks;
using LoonFlow.Web.Import;
using LoonFlow.Web.Notifiers;
using LoonFlow.Web.Outbox;
using LoonFlow.Web.Timers;
using LoonFlow.Web.Scripts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Support;

/// <summary>
/// The product without its screens, on a database of its own that holds the demo company (people and workflows, no
/// tickets). Lin asks, Wu leads her, Sun and Tang are HR.
/// </summary>
public sealed class TestApp : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(() => MakeTemplateAsync(DemoCompany.LoadAsync));
    private static readonly Lazy<Task<string>> EmptyTemplate = new(() => MakeTemplateAsync((_, _) => Task.CompletedTask));

    private readonly ServiceProvider _services;
    private readonly bool _ownsDatabase;

    private TestApp(string connectionString, TimeProvider? clock = null, params (string Key, string Value)[] settings)
    {
        ConnectionString = connectionString;
        Clock = clock as TestClock ?? new TestClock();
        _ownsDatabase = clock is null;
        _services = Services(connectionString, clock ?? Clock, Commands, settings);
    }

    public string ConnectionString { get; }

    public TestClock Clock { get; }

    /// <summary>Counts what use cases and queries send to the database.</summary>
    public CommandCounter Commands { get; } = new();

    public UseCases UseCases => Get<UseCases>();

    /// <summary>A new database that holds the demo company.</summary>
    public static async Task<string> NewDemoDatabaseAsync() => await TestPostgres.NewDatabaseAsync(await Template.Value);

    public static async Task<TestApp> StartAsync(params (string Key, string Value)[] settings) =>
        new(await NewDemoDatabaseAsync(), clock: null, settings);

    /// <summary>One more instance on a database that somebody else made and will drop, in real time.</summary>
    public static TestApp Join(string connectionString) => new(connectionString, TimeProvider.System);

    /// <summary>An installation in which nobody and nothing is yet.</summary>
    public static async Task<TestApp> StartEmptyAsync() => new(await TestPostgres.NewDatabaseAsync(await EmptyTemplate.Value));

    /// <summary>Another instance on the same database, as beside this one or after a restart; with a clock of its own.</summary>
    public TestApp Another() => new(ConnectionString, new TestClock());

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public IServiceScope Scope() => _services.CreateScope();

    public Task<LoonFlowDb> DbAsync() => Get<IDbContextFactory<LoonFlowDb>>().CreateDbContextAsync();

    public async Task<Company> CompanyAsync() => await Get<CompanyStore>().GetAsync(CancellationToken.None);

    /// <summary>The person with this user name, as an actor.</summary>
    public async Task<Actor.Person> PersonAsync(string userName)
    {
        var company = await CompanyAsync();

        return Actor.Of(company.UserNamed(userName)!.Id, company)!;
    }

    /// <summary>The published version of the demo workflow with this English name.</summary>
    public async Task<WorkflowVersion> WorkflowAsync(string englishName)
    {
        var workflow = (await Get<WorkflowStore>().CatalogueAsync(CancellationToken.None)).Values.Single(workflow => workflow.Name.English == englishName);

        return (await Get<WorkflowStore>().PublishedAsync(workflow.Id, CancellationToken.None))!;
    }

    public async Task<Ticket> TicketAsync(TicketId id)
    {
        await using var db = await DbAsync();

        return await db.Tickets.AsNoTracking().Include(ticket => ticket.Visits).ThenInclude(visit => visit.Asked).AsSplitQuery().SingleAsync(ticket => ticket.Id == id);
    }

    /// <summary>Runs a use case as somebody; the handler's type is the lambda's parameter, as everywhere.</summary>
    public async Task<Result<T>> AsAsync<THandler, T>(string userName, Func<THandler, Actor, Task<Result<T>>> useCase)
        where THandler : notnull
        where T : notnull
    {
        var person = await PersonAsync(userName);

        return await UseCases.RunAsync((THandler handler) => useCase(handler, person));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();

        if (_ownsDatabase)
        {
            await TestPostgres.DropDatabaseAsync(ConnectionString);
        }
    }

    private static async Task<string> MakeTemplateAsync(Func<IServiceProvider, CancellationToken, Task> loadAsync)
    {
        var connectionString = await TestPostgres.NewDatabaseAsync();
        await using var services = Services(connectionString, new TestClock(), new CommandCounter());
        await services.MigrateAsync(CancellationToken.None);
        await services.AddFirstCalendarAsync(CancellationToken.None);
        await loadAsync(services, CancellationToken.None);

        return connectionString;
    }

    private static ServiceProvider Services(string connectionString, TimeProvider clock, CommandCounter commands, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Append(("ConnectionStrings:LoonFlow", connectionString)).ToDictionary(setting => setting.Item1, string? (setting) => setting.Item2))
            .Build();

        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddLocalization();
        services.AddSingleton(clock);
        services.AddSingleton<IInterceptor>(commands);
        services.AddData(configuration);
        services.AddOutbox();
        services.AddHooks();
        services.AddScripts();
        services.AddNotifiers();
        services.AddFeatures();
        services.AddTimers();
        services.AddImport();
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddSingleton<AuthenticationStateProvider, NobodySignedIn>();

        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    private sealed class NobodySignedIn : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new()));
    }
}
