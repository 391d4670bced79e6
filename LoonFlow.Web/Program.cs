using LoonFlow.Web.Layout;

var builder = WebApplication.CreateBuilder(args);

// `dev run` serves a build that was never published, outside Development.
builder.WebHost.UseStaticWebAssets();
builder.Services.AddLayout();

var app = builder.Build();
app.MapLayout();

app.Run();

public sealed partial class Program;
