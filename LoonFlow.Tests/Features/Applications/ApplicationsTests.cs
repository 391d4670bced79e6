using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Applications;
using LoonFlow.Web.Features.Settings;
using LoonFlow.Web.Features.Tickets;

namespace LoonFlow.Tests.Features.Applications;

public sealed class ApplicationsTests : IAsyncLifetime
{
    private static readonly Application Oa = new() { Id = default, Name = "oa", Workflows = null };

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task An_application_is_kept_with_its_first_secret()
    {
        var saved = (await SaveAsync(Oa, withSecret: true)).Value;

        var view = Assert.Single(await AllAsync());

        Assert.Equal("oa", view.Application.Name);
        Assert.Equal(saved.Secret!.Text[^4..], Assert.Single(view.Secrets).Hint);
        Assert.Equal(saved.Secret.Text, Assert.Single((await _app.Get<ApplicationStore>().GetAsync(default)).Named("oa")!.Secrets).SigningKey);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_kept()
    {
        var refused = await SaveAsync(Oa with { Name = "loonflow", Addresses = ["nowhere"], RequestsPerMinute = 0, Schemes = ApiSchemes.None });

        Assert.Equal(["app_name", "addresses", "requests_per_minute", "schemes"], refused.Refusal!.Fields.Select(problem => problem.Key));
        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task Of_two_administrators_at_once_the_second_is_told()
    {
        var id = (await SaveAsync(Oa)).Value.Id;
        var seen = (await AllAsync())[0].Revision;

        Expect.Accepted(await SaveAsync(Oa with { Id = id, SerialPrefix = "A" }, seen));
        Expect.Refused(ApplicationSettingRefusals.ChangedMeanwhile, await SaveAsync(Oa with { Id = id, SerialPrefix = "B" }, seen));
        Assert.Equal("A", (await AllAsync())[0].Application.SerialPrefix);
    }

    [Fact]
    public async Task Two_secrets_of_a_kind_are_good_at_once_and_a_third_waits_for_one_to_go()
    {
        var id = (await SaveAsync(Oa, withSecret: true)).Value.Id;

        Expect.Accepted(await AddSecretAsync(id, isForSigning: true));
        Expect.Refused(ApplicationSettingRefusals.TooManySecrets, await AddSecretAsync(id, isForSigning: true));
        Expect.Accepted(await AddSecretAsync(id, isForSigning: false, _app.Clock.GetUtcNow().AddDays(1)));
        Expect.Refused(ApplicationSettingRefusals.ExpiryWrong, await AddSecretAsync(id, isForSigning: false, _app.Clock.GetUtcNow()));

        var old = (await AllAsync())[0].Secrets[0];
        Expect.Accepted(await _app.AsAsync("anqi", (RevokeApplicationSecretHandler handler, Actor actor) => handler.HandleAsync(new RevokeApplicationSecret(id, old.Id), actor, default)));
        Expect.Accepted(await AddSecretAsync(id, isForSigning: true));
        Assert.DoesNotContain((await AllAsync())[0].Secrets, secret => secret.Id == old.Id);
    }

    [Fact]
    public async Task The_history_names_the_application_that_somebody_came_through_even_when_it_is_gone()
    {
        var id = (await SaveAsync(Oa, withSecret: true)).Value.Id;
        var lin = await _app.PersonAsync("lin");
        var leave = await _app.WorkflowAsync("Leave");
        var command = new SubmitTicket(leave.Workflow, SubmissionRules.Available(leave)[0].Id, TestAppLeaveExtensions.LeaveForm(1));
        var ticket = (await _app.UseCases.RunAsync((SubmitTicketHandler handler) => handler.HandleAsync(command, lin with { Through = Oa.Reach with { Application = id } }, default))).Value;

        var named = await HistoryAsync(ticket, lin);
        Expect.Accepted(await _app.AsAsync("anqi", (RemoveApplicationHandler handler, Actor actor) => handler.HandleAsync(new RemoveApplication(id), actor, default)));
        var removed = await HistoryAsync(ticket, lin);

        Assert.Equal(new ApplicationName(id, "oa"), named[0].Through);
        Assert.Equal(new ApplicationName(id, Name: null), removed[0].Through);
        Assert.Empty(await AllAsync());
        Assert.Null((await _app.Get<ApplicationStore>().GetAsync(default)).Named("oa"));
    }

    [Fact]
    public async Task Applications_are_for_administrators_only()
    {
        var id = (await SaveAsync(Oa)).Value.Id;

        Expect.Refused(SettingsRefusals.AdministratorsOnly, await SaveAsync(Oa with { Name = "other" }, by: "lin"));
        Expect.Refused(SettingsRefusals.AdministratorsOnly, await AddSecretAsync(id, isForSigning: true, by: "lin"));
        Expect.Refused(SettingsRefusals.AdministratorsOnly, await _app.Get<ApplicationQueries>().AllAsync(await _app.PersonAsync("lin"), default));
    }

    private Task<Result<SavedApplication>> SaveAsync(Application application, int? seen = null, bool withSecret = false, string by = "anqi") =>
        _app.AsAsync(by, (SaveApplicationHandler handler, Actor actor) => handler.HandleAsync(new SaveApplication(application, seen, withSecret), actor, default));

    private Task<Result<NewSecret>> AddSecretAsync(ApplicationId id, bool isForSigning, DateTimeOffset? until = null, string by = "anqi") =>
        _app.AsAsync(by, (AddApplicationSecretHandler handler, Actor actor) => handler.HandleAsync(new AddApplicationSecret(id, isForSigning, until), actor, default));

    private async Task<IReadOnlyList<ApplicationView>> AllAsync() => (await _app.Get<ApplicationQueries>().AllAsync(await _app.PersonAsync("anqi"), default)).Value;

    private async Task<IReadOnlyList<HistoryLine>> HistoryAsync(TicketId ticket, Actor actor) =>
        (await _app.Get<TicketQueries>().FindAsync(ticket, actor, wholeHistory: true, default))!.History;
}
