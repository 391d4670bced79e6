using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Applications;
using LoonFlow.Web.Features.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Applications;

/// <summary>Screens of applications before an administrator, with one application to look at.</summary>
public abstract class ApplicationScreenTest : AppScreenTest
{
    protected static readonly Application Oa = new() { Id = default, Name = "oa", SerialPrefix = "OA", Workflows = null };

    protected async Task OpenAsync(string reader = "anqi")
    {
        Services.AddSingleton(_ => App.Get<ApplicationQueries>());
        Services.AddSingleton(_ => App.Get<WorkflowStore>());
        await SignInAsync(reader);
    }

    protected async Task<ApplicationId> KeepAsync(Application application, int? seen = null) =>
        (await App.AsAsync("anqi", (SaveApplicationHandler handler, Actor actor) => handler.HandleAsync(new SaveApplication(application, seen, WithSecret: application.Id == default), actor, default))).Value.Id;

    protected Task<Result<NewSecret>> AddSecretAsync(ApplicationId id, bool isForSigning) =>
        App.AsAsync("anqi", (AddApplicationSecretHandler handler, Actor actor) => handler.HandleAsync(new AddApplicationSecret(id, isForSigning), actor, default));

    protected async Task<IReadOnlyList<ApplicationView>> KeptAsync() => (await App.Get<ApplicationQueries>().AllAsync(await App.PersonAsync("anqi"), default)).Value;

    protected static string Written(ApplicationId id) => id.Value.ToString(CultureInfo.InvariantCulture);
}
