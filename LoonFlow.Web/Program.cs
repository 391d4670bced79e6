using LoonFlow.Web;
using LoonFlow.Web.Api;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Demo;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Files;
using LoonFlow.Web.Features.Workflows.Exchange;
using LoonFlow.Web.Hooks;
using LoonFlow.Web.Identity;
using LoonFlow.Web.Import;
using LoonFlow.Web.Layout;
using LoonFlow.Web.Notifiers;
using LoonFlow.Web.Outbox;
using LoonFlow.Web.Timers;
using LoonFlow.Web.Scripts;

// "import FILE" and "password USER" do one thing and end; whatever follows them, or all without them, are settings.
var command = args is ["import" or "password", _, ..] ? args[..2] : [];
var builder = WebApplication.CreateBuilder(args[command.Length..]);

// `dev run` serves a build that was never published, outside Development.
builder.WebHost.UseStaticWebAssets();

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddData(builder.Configuration);
builder.Services.AddOutbox();
builder.Services.AddHooks();
builder.Services.AddScripts();
builder.Services.AddNotifiers();
builder.Services.AddFeatures();
builder.Services.AddTimers();
builder.Services.AddScheduler(builder.Configuration);
builder.Services.AddImport();
builder.Services.AddLayout();
builder.Services.AddSignIn();
builder.Services.AddApi();

await using var app = builder.Build();

try
{
    await app.Services.GetRequiredService<DatabaseServer>().StartAsync(CancellationToken.None, mayJoin: command is not []);
    await app.Services.MigrateAsync(CancellationToken.None);
    await app.Services.AddFirstCalendarAsync(CancellationToken.None);

    if (command is [var verb, var operand])
    {
        return verb is "import" ? await ImportCommand.RunAsync(app.Services, operand) : await PasswordCommand.RunAsync(app.Services, operand);
    }

    await app.Services.AddSchedulerTablesAsync(CancellationToken.None);
    await app.LoadDemoAsync(CancellationToken.None);

    app.UseLayout();
    app.UseSecurityHeaders();
    app.UseApi();
    app.UseSignIn();
    app.MapLayout();
    app.MapApi();
    app.MapFiles();
    app.MapExchange();
    app.GreetWhenStarted();

    app.Run();

    return 0;
}
catch (Exception exception) when (StartRefusal.For(exception) is { } sentence)
{
    // The edge of the program: nobody above can say it better.
    Console.Error.WriteLine(sentence);
    return 1;
}

public sealed partial class Program;
