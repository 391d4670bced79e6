var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
app.MapStaticAssets();
app.MapGet("/", () => "LoonFlow");

app.Run();

public sealed partial class Program;
