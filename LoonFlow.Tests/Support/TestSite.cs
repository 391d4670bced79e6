using LoonFlow.Web.Data;
using LoonFlow.Web.Identity;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LoonFlow.Tests.Support;

/// <summary>The whole product over HTTP, on a database of its own that is empty until a test adds people.</summary>
public sealed class TestSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Password = "an old lake at dawn";

    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal)
    {
        ["Installation:TimeZone"] = "Asia/Shanghai",
        ["SignIn:FailuresPerAddress"] = "100000",
    };

    private readonly bool _ownsDatabase = true;

    public TestSite()
    {
    }

    private TestSite(string connectionString, bool ownsDatabase) => (ConnectionString, _ownsDatabase) = (connectionString, ownsDatabase);

    public string ConnectionString { get; private set; } = string.Empty;

    public TestClock Clock { get; } = new();

    public TestLog Log { get; } = new();

    public static async Task<TestSite> StartAsync(params (string Key, string Value)[] settings) => Start(await TestPostgres.NewDatabaseAsync(), settings);

    /// <summary>The same with the demo company: Lin asks, Wu leads her, Sun and Tang are HR, Anqi administers.</summary>
    public static async Task<TestSite> StartDemoAsync(params (string Key, string Value)[] settings) => Start(await TestApp.NewDemoDatabaseAsync(), settings);

    private static TestSite Start(string connectionString, (string Key, string Value)[] settings)
    {
        var site = new TestSite(connectionString, ownsDatabase: true);

        foreach (var (key, value) in settings)
        {
            site._settings[key] = value;
        }

        return site;
    }

    /// <summary>One more instance on the same database.</summary>
    public TestSite Twin() => new(ConnectionString, ownsDatabase: false);

    public Visitor Visitor() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    public Task<LoonFlowDb> DbAsync() => Services.GetRequiredService<IDbContextFactory<LoonFlowDb>>().CreateDbContextAsync();

    /// <summary>Adds a person whose password is <see cref="Password"/>, unless told otherwise.</summary>
    public async Task<UserAccount> NewPersonAsync(Action<UserAccount>? change = null)
    {
        await using var db = await DbAsync();
        var account = new UserAccount { Id = await Services.GetRequiredService<IdSequences>().NextAsync(IdSequences.People, CancellationToken.None) };
        account.UserName = $"person{account.Id}";
        account.Name = $"Person {account.Id}";
        account.PasswordHash = new PasswordHasher<UserAccount>().HashPassword(account, Password);
        change?.Invoke(account);
        account.NormalizedUserName = account.UserName!.ToUpperInvariant();
        db.Users.Add(account);
        await db.SaveChangesAsync();

        return account;
    }

    public async Task<UserAccount> ReadAsync(UserAccount account)
    {
        await using var db = await DbAsync();

        return await db.Users.AsNoTracking().SingleAsync(user => user.Id == account.Id);
    }

    public async Task ChangeAsync(UserAccount account, Action<UserAccount> change)
    {
        await using var db = await DbAsync();
        change(await db.Users.SingleAsync(user => user.Id == account.Id));
        await db.SaveChangesAsync();
    }

    public async Task InitializeAsync()
    {
        if (ConnectionString.Length == 0)
        {
            ConnectionString = await TestPostgres.NewDatabaseAsync();
        }
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();

        if (_ownsDatabase)
        {
            await TestPostgres.DropDatabaseAsync(ConnectionString);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:LoonFlow", ConnectionString);

        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<ILoggerProvider>(Log);
        });
    }
}
