using System.Globalization;
using System.Security.Claims;
using LoonFlow.Tests.Screens.Tickets.Forms;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Tickets.Drafts;
using LoonFlow.Web.Features.Workflows;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Tickets.New;

/// <summary>Screens for Lin, on the demo company's database.</summary>
public abstract class NewTicketScreen : FormScreen, IAsyncLifetime
{
    protected TestApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await TestApp.StartAsync();
        var lin = await App.PersonAsync("lin");

        Services.AddSingleton<TimeProvider>(App.Clock);
        Services.AddSingleton(App.UseCases);
        Services.AddSingleton(App.Get<CompanyStore>());
        Services.AddSingleton(App.Get<WorkflowStore>());
        Services.AddSingleton(App.Get<WorkflowQueries>());
        Services.AddSingleton(App.Get<FilingLimits>());
        Services.AddSingleton(App.Get<FormDraftQueries>());
        Services.AddSingleton(new CurrentActor(new SignedIn(lin.Id.Value), App.Get<CompanyStore>()));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await App.DisposeAsync();
    }

    private sealed class SignedIn(long id) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(
            new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id.ToString(CultureInfo.InvariantCulture))], "test"))));
    }
}
