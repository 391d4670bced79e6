using LoonFlow.Web.Features;
using LoonFlow.Web.Hooks;
using LoonFlow.Web.Outbox;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Data.Demo;

/// <summary>Loads the demo company into an empty installation when the setting "Demo" asks for it.</summary>
internal static class DemoSetup
{
    public const string Setting = "Demo";

    public static async Task LoadDemoAsync(this WebApplication app, CancellationToken ct)
    {
        if (!app.Configuration.GetValue<bool>(Setting))
        {
            return;
        }

        if (!await IsInhabitedAsync(app.Services, ct))
        {
            await LoadAsync(app, ct);
        }

        // An installation that was brought over has other people, and their passwords are nobody's business.
        if (await IsDemoCompanyAsync(app.Services, ct))
        {
            app.Services.GetRequiredService<DemoSignIns>().Offer();
        }
    }

    private static async Task LoadAsync(WebApplication app, CancellationToken ct)
    {
        await DemoCompany.LoadAsync(app.Services, ct);
        await LoadTicketsAsync(app, ct);

        if (!app.Environment.IsDevelopment())
        {
            await DemoCompany.DemandNewPasswordAsync(app.Services, DemoPeople.Administrator, ct);
        }
    }

    private static async Task<bool> IsDemoCompanyAsync(IServiceProvider services, CancellationToken ct)
    {
        string[] known = [.. DemoCompany.SignIns.Select(signIn => signIn.UserName)];
        await using var db = await services.GetRequiredService<IDbContextFactory<LoonFlowDb>>().CreateDbContextAsync(ct);

        return await db.Users.CountAsync(user => known.Contains(user.UserName), ct) == known.Length;
    }

    private static async Task<bool> IsInhabitedAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<LoonFlowDb>>().CreateDbContextAsync(ct);

        return await db.Users.AnyAsync(ct);
    }

    /// <summary>The same use cases as ever, on the same server, but with a clock that tells earlier days.</summary>
    private static async Task LoadTicketsAsync(WebApplication app, CancellationToken ct)
    {
        var clock = new DemoClock(app.Services.GetRequiredService<TimeProvider>());
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(app.Configuration);
        services.AddSingleton(app.Services.GetRequiredService<ILoggerFactory>());
        services.AddLogging();
        services.AddData(app.Configuration);
        services.AddSingleton(app.Services.GetRequiredService<DatabaseServer>());
        services.AddSingleton<TimeProvider>(clock);
        services.AddOutbox();
        services.AddHooks();
        services.AddFeatures();
        services.AddScoped(_ => app.Services.GetRequiredService<AuthenticationStateProvider>());

        await using var provider = services.BuildServiceProvider();

        await new DemoTickets(provider, clock).LoadAsync(ct);
    }
}
