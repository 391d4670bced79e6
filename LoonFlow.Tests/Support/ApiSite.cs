using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Applications;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Support;

/// <summary>The whole product over HTTP with the demo company, and an application "oa" that may do everything for everybody.</summary>
public sealed class ApiSite : IAsyncLifetime
{
    public const string Secret = "a secret that only the test knows";
    public const string Token = ApplicationSecrets.ApplicationPrefix + "a token that only the test knows";

    private readonly (string Key, string Value)[] _settings;

    public ApiSite()
        : this([])
    {
    }

    private ApiSite((string Key, string Value)[] settings) => _settings = settings;

    public TestSite Site { get; private set; } = null!;

    public Application Oa { get; private set; } = null!;

    public UseCases UseCases => Get<UseCases>();

    public static async Task<ApiSite> StartAsync(params (string Key, string Value)[] settings)
    {
        var site = new ApiSite(settings);
        await site.InitializeAsync();

        return site;
    }

    public T Get<T>()
        where T : notnull => Site.Services.GetRequiredService<T>();

    /// <summary>Signs as loonflow's callers do, as the application "oa" for this person.</summary>
    public ApiClient As(string? userName) => new(Site, "oa", Secret, userName);

    /// <summary>Calls with a personal token of this person.</summary>
    public async Task<ApiClient> WithTokenOfAsync(string userName, TokenScopes scopes = TokenScopes.Read | TokenScopes.Write | TokenScopes.Configure)
    {
        var token = ApplicationSecrets.New(ApplicationSecrets.PersonalPrefix);
        await using var db = await Site.DbAsync();
        db.PersonalTokens.Add(new PersonalTokenRow
        {
            UserId = (await PersonAsync(userName)).Id.Value,
            Name = "test",
            Scopes = scopes,
            Hash = ApplicationSecrets.HashOf(token),
            Hint = ApplicationSecrets.HintOf(token),
            CreatedAt = Site.Clock.GetUtcNow(),
            ExpiresAt = Site.Clock.GetUtcNow().AddDays(30),
        });
        await db.SaveChangesAsync();

        return new ApiClient(Site, request => request.Headers.Add("Authorization", $"Bearer {token}"));
    }

    public async Task<Company> CompanyAsync() => await Get<CompanyStore>().GetAsync(CancellationToken.None);

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

    /// <summary>Adds an application, or changes one, with the usual secret and token.</summary>
    public async Task<Application> SaveAsync(Application application)
    {
        var anqi = await PersonAsync("anqi");
        var saved = await UseCases.RunAsync((SaveApplicationHandler handler) => handler.HandleAsync(new SaveApplication(application), anqi, default));
        var id = Expect.Success(saved).Id;

        if (application.Id == default)
        {
            await using var db = await Site.DbAsync();
            db.ApplicationSecrets.Add(Get<ApplicationSecrets>().Row(id, Secret, isForSigning: true));
            db.ApplicationSecrets.Add(Get<ApplicationSecrets>().Row(id, Token + application.Name, isForSigning: false));
            await db.SaveChangesAsync();
        }

        return application with { Id = id };
    }

    public async Task InitializeAsync()
    {
        Site = await TestSite.StartDemoAsync(_settings);
        Oa = await SaveAsync(new Application
        {
            Id = default,
            Name = "oa",
            Schemes = ApiSchemes.Md5 | ApiSchemes.Hmac | ApiSchemes.Bearer,
            Grants = ApiGrant.Run | ApiGrant.Configure | ApiGrant.Directory,
            Workflows = null,
        });
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}
