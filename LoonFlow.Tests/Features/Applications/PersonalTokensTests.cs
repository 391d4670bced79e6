using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Applications;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Applications;

public sealed class PersonalTokensTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_token_finds_its_owner_and_is_kept_as_a_hash_only()
    {
        var text = (await AddAsync("lin")).Value.Text;

        var found = await FindAsync(text);
        await using var db = await _app.DbAsync();
        var row = await db.PersonalTokens.SingleAsync();

        Assert.Equal((await _app.PersonAsync("lin")).Id, found!.Value.Person.Id);
        Assert.Equal(TokenScopes.Read, found.Value.Scopes);
        Assert.StartsWith("lfp_", text, StringComparison.Ordinal);
        Assert.Equal(ApplicationSecrets.HashOf(text), row.Hash);
        Assert.Equal(text[^4..], row.Hint);
        Assert.DoesNotContain(text, System.Text.Json.JsonSerializer.Serialize(new NewSecret { Text = text }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_owner_sees_where_it_was_used_last()
    {
        var text = (await AddAsync("lin")).Value.Text;
        await FindAsync(text);

        var shown = Assert.Single(await OwnAsync("lin"));

        Assert.Equal("10.1.2.3", shown.LastUsedFrom);
        Assert.Equal(_app.Clock.GetUtcNow(), shown.LastUsedAt);
        Assert.Empty(await OwnAsync("wu"));
    }

    [Fact]
    public async Task It_is_over_on_time()
    {
        var text = (await AddAsync("lin")).Value.Text;

        _app.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Null(await FindAsync(text));
        Assert.True(Assert.Single(await OwnAsync("lin")).IsOver);
        Assert.False(await _app.Get<PersonalTokenQueries>().HasGoodAsync((await _app.PersonAsync("lin")).Id, default));
    }

    [Fact]
    public async Task A_revoked_one_is_good_for_nothing_and_nobody_revokes_that_of_somebody_else()
    {
        var text = (await AddAsync("lin")).Value.Text;
        var id = Assert.Single(await OwnAsync("lin")).Id;

        Expect.Refused(PersonalTokenRefusals.Unknown, await RevokeAsync("wu", id));
        Assert.NotNull(await FindAsync(text));
        Expect.Accepted(await RevokeAsync("lin", id));
        Assert.Null(await FindAsync(text));
        Expect.Refused(PersonalTokenRefusals.Unknown, await RevokeAsync("lin", id));
    }

    [Fact]
    public async Task It_stops_when_its_owner_is_deactivated()
    {
        var text = (await AddAsync("lin")).Value.Text;
        await using (var db = await _app.DbAsync())
        {
            (await db.Users.SingleAsync(user => user.UserName == "lin")).IsActive = false;
            await db.SaveChangesAsync();
        }

        Assert.Null(await FindAsync(text));
    }

    [Fact]
    public async Task A_person_has_twenty_at_most_and_those_that_are_over_do_not_count()
    {
        for (var count = 0; count < PersonalTokenRules.MostOfAPerson; count++)
        {
            Expect.Accepted(await AddAsync("lin"));
        }

        Expect.Refused(PersonalTokenRefusals.TooMany, await AddAsync("lin"));
        Expect.Accepted(await AddAsync("wu"));
        Assert.Equal(PersonalTokenRules.MostOfAPerson, (await OwnAsync("lin")).Count);

        _app.Clock.Advance(TimeSpan.FromDays(31));
        Expect.Accepted(await AddAsync("lin"));
    }

    [Fact]
    public async Task Two_windows_at_once_do_not_make_one_too_many()
    {
        for (var count = 1; count < PersonalTokenRules.MostOfAPerson; count++)
        {
            Expect.Accepted(await AddAsync("lin"));
        }

        var both = await Task.WhenAll(AddAsync("lin"), AddAsync("lin"));

        Assert.Single(both, result => result.Succeeded);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_kept()
    {
        var refused = await AddAsync("lin", name: " ", days: 400);

        Assert.Equal(["name", "expires_at"], refused.Refusal!.Fields.Select(problem => problem.Key));
        Assert.Empty(await OwnAsync("lin"));
    }

    [Fact]
    public async Task An_application_makes_no_token_for_those_whom_it_speaks_for()
    {
        var lin = await _app.PersonAsync("lin") with { Through = new ApplicationReach(new ApplicationId(1), Workflows: null) };
        var command = new AddPersonalToken("Report", TokenScopes.Read, _app.Clock.GetUtcNow().AddDays(1));

        Expect.Refused(PersonalTokenRefusals.NotOwn, await _app.UseCases.RunAsync((AddPersonalTokenHandler handler) => handler.HandleAsync(command, lin, default)));
        Expect.Refused(PersonalTokenRefusals.NotOwn, await _app.UseCases.RunAsync((AddPersonalTokenHandler handler) => handler.HandleAsync(command, new Actor.Engine(), default)));
    }

    private Task<Result<NewSecret>> AddAsync(string userName, string name = "Report", int days = 30)
    {
        var command = new AddPersonalToken(name, TokenScopes.Read, _app.Clock.GetUtcNow().AddDays(days));

        return _app.AsAsync(userName, (AddPersonalTokenHandler handler, Actor actor) => handler.HandleAsync(command, actor, default));
    }

    private Task<Result<long>> RevokeAsync(string userName, long id) =>
        _app.AsAsync(userName, (RevokePersonalTokenHandler handler, Actor actor) => handler.HandleAsync(new RevokePersonalToken(id), actor, default));

    private Task<(Actor.Person Person, TokenScopes Scopes)?> FindAsync(string text) => _app.Get<PersonalTokens>().FindAsync(text, "10.1.2.3", default);

    private async Task<IReadOnlyList<PersonalTokenView>> OwnAsync(string userName) =>
        await _app.Get<PersonalTokenQueries>().OwnAsync((await _app.PersonAsync(userName)).Id, default);
}
