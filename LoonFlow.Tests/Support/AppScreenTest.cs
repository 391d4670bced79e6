using System.Globalization;
using System.Security.Claims;
using Bunit;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Tickets.Detail;
using LoonFlow.Web.Features.Tickets.Drafts;
using LoonFlow.Web.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoonFlow.Tests.Support;

/// <summary>Renders whole pages before the demo company, on a real database.</summary>
public abstract class AppScreenTest : ScreenTest, IAsyncLifetime
{
    protected TestApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await TestApp.StartAsync();
        Share<TicketQueries>();
        Share<InboxQueries>();
        Share<TicketRequests>();
        Share<TicketFeed>();
        Share<UseCases>();
        Share<CompanyStore>();
        Share<FormDraftQueries>();
        Share<IOptions<InstallationOptions>>();
        Services.AddSingleton<TimeProvider>(App.Clock);
        Services.AddScoped<CurrentActor>();
        Services.AddSingleton<RefusalTexts>();
        Services.AddSingleton<ProblemTexts>();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        // The pages first: they still write drafts when they go.
        await DisposeAsync();
        await App.DisposeAsync();
    }

    /// <summary>From here on the screens belong to this person.</summary>
    protected async Task SignInAsync(string userName)
    {
        var person = await App.PersonAsync(userName);
        var authorization = AddAuthorization();
        authorization.SetAuthorized(userName);
        authorization.SetClaims(new Claim(ClaimTypes.NameIdentifier, person.Id.Value.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Lets open screens hear what was committed.</summary>
    protected Task DeliverAsync() => App.Get<OutboxDispatcher>().DeliverDueAsync(CancellationToken.None);

    private void Share<T>()
        where T : class => Services.AddSingleton(_ => App.Get<T>());
}
