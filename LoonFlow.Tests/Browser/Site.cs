using LoonFlow.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LoonFlow.Tests.Browser;

/// <summary>The whole product on a real server with the demo company, and a real Chromium to use it with.</summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    private Host? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Whether the demo company lives here; without it the installation is empty.</summary>
    public bool HasDemo { get; init; } = true;

    public string Url { get; private set; } = string.Empty;

    public IServiceProvider Services => _host!.Services;

    public async Task InitializeAsync()
    {
        _host = new Host(await TestPostgres.NewDatabaseAsync(), HasDemo);
        _host.UseKestrel(0);
        _host.StartServer();
        Url = _host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Headless = true, Args = Flags });
    }

    public async Task DisposeAsync()
    {
        await _browser!.DisposeAsync();
        _playwright!.Dispose();
        await _host!.DisposeAsync();
    }

    /// <summary>A visitor with a browser profile of their own, who reads English unless said otherwise.</summary>
    public async Task<BrowserVisitor> VisitAsync(string language = "en", bool isPhone = false, bool isDark = false)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Url,
            Locale = language,
            TimezoneId = "Asia/Shanghai",
            ViewportSize = isPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 860 },
            HasTouch = isPhone,
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(20_000);

        return new BrowserVisitor(await context.NewPageAsync());
    }

    private static string Chromium => Environment.GetEnvironmentVariable("LOONFLOW_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium";

    private sealed class Host(string connectionString, bool hasDemo) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseSetting("ConnectionStrings:LoonFlow", connectionString)
            .UseSetting("Demo", hasDemo ? "true" : "false");
    }
}

/// <summary>All browser tests share one server; each brings tickets of its own.</summary>
[CollectionDefinition(Name)]
public sealed class SiteTests : ICollectionFixture<Site>
{
    public const string Name = "Browser";
}
