using LoonFlow.Domain.Access;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Applications;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LoonFlow.Tests.Support;

/// <summary>
/// The whole product on a real server and in real time with the demo company, for programs that are not ours, and an
/// application "oa" that may do everything for everybody.
/// </summary>
public sealed class ApiServer : IAsyncLifetime
{
    public const string App = "oa";

    private Host? _host;
    private string _connectionString = string.Empty;

    public string Url { get; private set; } = string.Empty;

    /// <summary>What requests of "oa" are signed with.</summary>
    public string Secret { get; private set; } = string.Empty;

    public TestLog Log { get; } = new();

    public T Get<T>()
        where T : notnull => _host!.Services.GetRequiredService<T>();

    public async Task<Actor.Person> PersonAsync(string userName)
    {
        var company = await Get<CompanyStore>().GetAsync(CancellationToken.None);

        return Actor.Of(company.UserNamed(userName)!.Id, company)!;
    }

    /// <summary>The published version of the demo workflow with this English name.</summary>
    public async Task<WorkflowVersion> WorkflowAsync(string englishName)
    {
        var workflow = (await Get<WorkflowStore>().CatalogueAsync(CancellationToken.None)).Values.Single(workflow => workflow.Name.English == englishName);

        return (await Get<WorkflowStore>().PublishedAsync(workflow.Id, CancellationToken.None))!;
    }

    public async Task InitializeAsync()
    {
        _connectionString = await TestApp.NewDemoDatabaseAsync();
        _host = new Host(_connectionString, Log);
        _host.UseKestrel(0);
        _host.StartServer();
        Url = Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

        var application = new Application
        {
            Id = default,
            Name = App,
            Schemes = ApiSchemes.Md5 | ApiSchemes.Hmac,
            Grants = ApiGrant.Run | ApiGrant.Configure | ApiGrant.Directory,
            Workflows = null,
        };
        var anqi = await PersonAsync("anqi");
        var saved = await Get<UseCases>().RunAsync((SaveApplicationHandler handler) => handler.HandleAsync(new SaveApplication(application, WithSecret: true), anqi, default));
        Secret = Expect.Success(saved).Secret!.Text;
    }

    public async Task DisposeAsync()
    {
        await _host!.DisposeAsync();
        await TestPostgres.DropDatabaseAsync(_connectionString);
    }

    private sealed class Host(string connectionString, TestLog log) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("ConnectionStrings:LoonFlow", connectionString);
            builder.UseSetting("Installation:TimeZone", "Asia/Shanghai");
            builder.UseSetting("SignIn:FailuresPerAddress", "100000");
            builder.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(log));
        }
    }
}
