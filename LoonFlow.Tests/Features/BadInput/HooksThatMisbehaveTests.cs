using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Hooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LoonFlow.Tests.Features.BadInput;

/// <summary>Against a real server on this machine.</summary>
public sealed class HooksThatMisbehaveTests : MisbehaviourTest
{
    [Fact]
    public async Task One_that_hangs() =>
        await IsToldAndTriedAgainAsync(server => server.Hangs(), "127.0.0.1 did not answer within 1 seconds.");

    [Fact]
    public async Task One_that_begins_to_answer_and_hangs() =>
        await IsToldAndTriedAgainAsync(HangsHalfWay, "127.0.0.1 did not answer within 1 seconds.");

    [Fact]
    public async Task One_that_hangs_up() =>
        await IsToldAndTriedAgainAsync(HangsUp, "127.0.0.1 could not be reached:");

    [Fact]
    public async Task One_that_is_down() =>
        await IsToldAndTriedAgainAsync(server => server.Says("maintenance", status: 503), "127.0.0.1 answered with HTTP status 503 instead of success.");

    [Theory]
    [InlineData("<html>Welcome</html>", "The answer was not JSON. A hook answers with an object that has “code” and “msg”.")]
    [InlineData("", "The answer was not JSON.")]
    [InlineData("\0\u0001\uFFFF{{{{", "The answer was not JSON.")]
    [InlineData("""{"code": 0, "msg": "\ud800"}""", "The answer was not JSON.")]
    [InlineData("[]", "The answer was not JSON.")]
    [InlineData("{}", "The answer has no “code”. A hook answers with code 0 when it agrees, and another number when it does not.")]
    [InlineData("""{"code": "zero"}""", "The answer has no “code”.")]
    [InlineData("""{"code": 1e999}""", "The answer has no “code”.")]
    public async Task One_that_answers_garbage(string garbage, string why) =>
        await IsToldAndTriedAgainAsync(server => server.Says(garbage), why);

    [Fact]
    public async Task One_that_answers_three_megabytes() =>
        await IsToldAndTriedAgainAsync(
            server => server.Says($$"""{"code": 0, "msg": "{{new string('x', 3_000_000)}}"}"""), "The answer was larger than 64 KB and was not read to its end.");

    [Fact]
    public async Task The_reader_is_told_in_their_language()
    {
        Speak("zh-CN");

        await IsToldAndTriedAgainAsync(server => server.Says("oops", status: 503), "127.0.0.1 返回了 HTTP 状态 503，而不是成功。");
    }

    private async Task IsToldAndTriedAgainAsync(Action<TestReceiver> misbehave, string why)
    {
        await PublishAsync(stage => new ParticipantSpec.Hook(new ExternalCall($"{stage.Receiver.Url}/grant"), Waits: false));
        var hooks = App.Get<IOptions<HooksOptions>>().Value;
        (hooks.TimeLimit, hooks.Retries) = (TimeSpan.FromSeconds(1), 0);
        misbehave(Stage.Receiver);
        var (ticket, screen) = await FailAsync(why);

        hooks.TimeLimit = TimeSpan.FromSeconds(10);
        Stage.Receiver.Says("""{"code": 0, "msg": "account made"}""");
        await GoesOnAsync(ticket, screen);

        Assert.Equal(2, Stage.Receiver.Calls.Count);
    }

    private static void HangsHalfWay(TestReceiver server) => server.Answer = async (_, response) =>
    {
        await response.WriteAsync("{");
        await response.Body.FlushAsync();
        await Task.Delay(Timeout.Infinite, response.HttpContext.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    };

    private static void HangsUp(TestReceiver server) => server.Answer = (_, response) =>
    {
        response.HttpContext.Abort();

        return Task.CompletedTask;
    };
}
