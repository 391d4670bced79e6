using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Notifications;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data.Demo;
using LoonFlow.Web.Features.Settings.Channels;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Settings.Channels;

public sealed class SaveChannelTests : IAsyncLifetime
{
    private static readonly SaveChannel Robot =
        new(null, ChannelKind.DingTalk, "Operations", "https://oapi.dingtalk.com/robot/send?access_token=tok1", "SEC1", ChannelMention.Everyone, IsActive: true);

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Address_and_secret_are_unreadable_in_the_database()
    {
        Expect.Accepted(await SaveAsync(Robot));

        await using var db = await _app.DbAsync();
        var row = await db.NoticeChannels.SingleAsync();
        Assert.DoesNotContain("tok1", row.ProtectedUrl, StringComparison.Ordinal);
        Assert.DoesNotContain("SEC1", row.ProtectedSecret, StringComparison.Ordinal);
        Assert.NotEmpty(row.ProtectedSecret);
    }

    [Fact]
    public async Task What_is_not_typed_again_stays()
    {
        var id = (await SaveAsync(Robot)).Value;

        Expect.Accepted(await SaveAsync(Robot with { Id = id, Name = "Night shift", Url = null, Secret = "" }));

        var item = Assert.Single(await _app.Get<ChannelQueries>().AllAsync(CancellationToken.None));
        Assert.Equal(("Night shift", true), (item.Name, item.IsSigned));
        Assert.StartsWith("https://oapi.dingtalk.com/", item.Place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_can_be_forgotten()
    {
        var id = (await SaveAsync(Robot)).Value;

        Expect.Accepted(await SaveAsync(Robot with { Id = id, ForgetsSecret = true }));

        Assert.False(Assert.Single(await _app.Get<ChannelQueries>().AllAsync(CancellationToken.None)).IsSigned);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once_and_nothing_is_kept()
    {
        var refused = await SaveAsync(new SaveChannel(null, ChannelKind.Email, " ", "ftp://example.com", new string('x', 501), ChannelMention.Nobody, IsActive: true));

        Expect.Refused(ChannelRefusals.NotValid, refused);
        Assert.Equal(["kind", "name", "url", "secret"], refused.Refusal!.Fields.Select(problem => problem.Key));
        Assert.Empty(await _app.Get<ChannelQueries>().AllAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Only_administrators_change_test_and_remove_channels()
    {
        var id = (await SaveAsync(Robot)).Value;
        var lin = await _app.PersonAsync("lin");

        Expect.Refused(ChannelRefusals.NotAllowed, await SaveAsync(Robot, "lin"));
        Expect.Refused(ChannelRefusals.NotAllowed, await _app.Get<ChannelTrial>().OfAsync(id, lin, CancellationToken.None));
        Expect.Refused(ChannelRefusals.NotAllowed, await _app.AsAsync("lin", (RemoveChannelHandler handler, Actor actor) => handler.HandleAsync(new RemoveChannel(id), actor, CancellationToken.None)));
    }

    [Fact]
    public async Task A_test_says_what_came_of_it()
    {
        await using var receiver = await TestReceiver.StartAsync();
        await using var app = await TestApp.StartAsync(("Hooks:AllowPrivateAddresses", "true"));
        var administrator = await app.PersonAsync(DemoPeople.Administrator);
        var saved = await app.AsAsync(DemoPeople.Administrator, (SaveChannelHandler handler, Actor actor) =>
            handler.HandleAsync(Robot with { Url = $"{receiver.Url}/send?access_token=t" }, actor, CancellationToken.None));
        var trial = app.Get<ChannelTrial>();

        receiver.Says("""{"errcode":310000,"errmsg":"sign not match"}""");
        Assert.Equal("channel.robot_refused", (await trial.OfAsync(saved.Value, administrator, CancellationToken.None)).Refusal?.Code);

        receiver.Says("""{"errcode":0,"errmsg":"ok"}""");
        Expect.Accepted(await trial.OfAsync(saved.Value, administrator, CancellationToken.None));
        Assert.Equal("mail.is_off", (await trial.OfMailAsync(administrator, CancellationToken.None)).Refusal?.Code);
    }

    private Task<Result<long>> SaveAsync(SaveChannel command, string userName = DemoPeople.Administrator) =>
        _app.AsAsync(userName, (SaveChannelHandler handler, Actor actor) => handler.HandleAsync(command, actor, CancellationToken.None));
}
