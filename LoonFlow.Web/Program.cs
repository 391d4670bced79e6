var builder = WebApplication.CreateBuilder(args);

// `dev run` serves a build that was never published, outside Development.
builder.WebHost.UseStaticWebAssets();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
app.MapStaticAssets();
app.MapGet("/", () => "LoonFlow");

app.Run();

public sealed partial class Program;
