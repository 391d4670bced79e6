using System.Globalization;
using System.Net;
using System.Text;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Api;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Hooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoonFlow.Tests.Features.Automation;

public sealed class HookListenerTests : IAsyncLifetime
{
    private AutomationStage _stage = null!;

    public async Task InitializeAsync() => _stage = await AutomationStage.StartAsync();

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task A_hook_is_told_everything_and_the_ticket_moves_on_with_its_words()
    {
        await PublishAsync(extra: """{"system": "vpn"}""");
        _stage.Receiver.Says("""{"code": 0, "msg": "account made"}""");

        var ticket = await _stage.FileAndDeliverAsync();

        Assert.Equal(AutomationStage.Done, (await _stage.App.TicketAsync(ticket)).State);
        Assert.Contains("account made", await _stage.CommentsAsync(ticket));
        var told = Assert.Single(_stage.Receiver.Calls).Json;
        Assert.Equal(ticket.Value, told.GetProperty("id").GetInt64());
        Assert.Equal("lin", told.GetProperty("creator").GetString());
        Assert.Equal(3, told.GetProperty("days").GetInt64());
        Assert.Equal("vpn", told.GetProperty("extra_info").GetProperty("system").GetString());
        Assert.False(told.TryGetProperty("answer_url", out _));
    }

    [Theory]
    [InlineData("""{"code": 7, "msg": "no licence left"}""", "hook.declined")]
    [InlineData("""{"msg": "hello"}""", "hook.code_missing")]
    [InlineData("<html/>", "hook.answer_not_json")]
    public async Task An_answer_that_is_no_agreement_fails_at_once(string answer, string code)
    {
        await PublishAsync();
        _stage.Receiver.Says(answer);

        var ticket = await _stage.FileAndDeliverAsync();

        Assert.Equal(AutomationStatus.Failed, (await _stage.RunOfAsync(ticket)).Status);
        Assert.Equal(code, Assert.Single(await _stage.AttemptsAsync(ticket)).Problem?.Code);
    }

    [Fact]
    public async Task One_that_is_down_is_tried_again_by_itself_and_then_by_hand()
    {
        await PublishAsync();
        _stage.Receiver.Says("down", status: 503);
        var ticket = await _stage.FileAndDeliverAsync();
        Assert.Equal(AutomationStatus.Running, (await _stage.RunOfAsync(ticket)).Status);

        for (var attempt = 0; attempt < 5; attempt++)
        {
            _stage.App.Clock.Advance(TimeSpan.FromMinutes(2));
            await _stage.DeliverAsync();
        }

        Assert.Equal(4, _stage.Receiver.Calls.Count);
        Assert.Single(_stage.Receiver.Calls.Select(call => call.Headers["X-LoonFlow-Delivery"]).Distinct());
        Assert.Equal(AutomationStatus.Failed, (await _stage.RunOfAsync(ticket)).Status);

        _stage.Receiver.Says("""{"code": 0}""");
        Assert.True((await _stage.RetryAsync(ticket, "lin")).Succeeded);
        await _stage.DeliverAsync();

        Assert.Equal(AutomationStage.Done, (await _stage.App.TicketAsync(ticket)).State);
    }

    [Fact]
    public async Task An_address_of_the_own_network_is_not_called()
    {
        _stage.App.Get<IOptions<HooksOptions>>().Value.AllowPrivateAddresses = false;
        await PublishAsync();

        var ticket = await _stage.FileAndDeliverAsync();

        Assert.Equal("hook.private_address", Assert.Single(await _stage.AttemptsAsync(ticket)).Problem?.Code);
        Assert.Empty(_stage.Receiver.Calls);
    }

    [Fact]
    public async Task A_call_is_signed_with_the_workflows_secret_or_not_made()
    {
        await PublishAsync(secret: "token");
        var unsigned = await _stage.FileAndDeliverAsync();
        Assert.Equal("hook.secret_missing", Assert.Single(await _stage.AttemptsAsync(unsigned)).Problem?.Code);

        await using (var db = await _stage.App.DbAsync())
        {
            await _stage.App.Get<SecretStore>().SetAsync(db, SecretOwner.Of(_stage.Workflow), "token", "s3cret", default);
            await db.SaveChangesAsync();
        }

        await _stage.FileAndDeliverAsync();

        var call = Assert.Single(_stage.Receiver.Calls);
        var timestamp = long.Parse(call.Headers[HookSignature.TimestampHeader], CultureInfo.InvariantCulture);
        Assert.Equal(
            HookSignature.Hmac("s3cret", "POST", "/grant", timestamp, call.Headers[HookSignature.NonceHeader], Encoding.UTF8.GetBytes(call.Body)),
            call.Headers[HookSignature.SignatureHeader]);
    }

    [Fact]
    public async Task One_that_answers_later_moves_the_ticket_on_once()
    {
        await PublishAsync(waits: true);
        _stage.Receiver.Says("""{"code": 0, "msg": "on it"}""");
        var ticket = await _stage.FileAndDeliverAsync();
        Assert.Equal((AutomationStatus.AwaitingAnswer, "on it"), ((await _stage.RunOfAsync(ticket)).Status, (await _stage.RunOfAsync(ticket)).Message));

        var first = await AnswerAsync("""{"result": true, "msg": "done", "field_value": {"account": "v123", "sn": "mine", "nothing": 1}}""");
        var second = await AnswerAsync("""{"msg": "done again"}""");

        Assert.Equal((HttpStatusCode.OK, 0), (first.Status, first.Code));
        Assert.Equal((HttpStatusCode.Conflict, -1), (second.Status, second.Code));
        var moved = await _stage.App.TicketAsync(ticket);
        Assert.Equal(AutomationStage.Done, moved.State);
        Assert.Equal(new FieldValue.Text("v123"), moved.Values["account"]);
        Assert.Contains("done", await _stage.CommentsAsync(ticket));
        Assert.DoesNotContain("done again", await _stage.CommentsAsync(ticket));
    }

    [Fact]
    public async Task Of_eight_answers_at_once_one_is_taken()
    {
        await PublishAsync(waits: true);
        await _stage.FileAndDeliverAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AnswerAsync("{}")));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(answer => answer.Status is HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task An_answer_that_comes_before_the_call_has_ended_counts()
    {
        await PublishAsync(waits: true);
        _stage.Receiver.Answer = async (_, response) =>
        {
            await AnswerAsync("""{"msg": "already done"}""");
            await response.WriteAsync("""{"code": 0}""");
        };

        var ticket = await _stage.FileAndDeliverAsync();

        Assert.Equal(AutomationStage.Done, (await _stage.App.TicketAsync(ticket)).State);
    }

    [Fact]
    public async Task An_answer_of_a_run_that_was_given_up_is_too_late()
    {
        await PublishAsync(waits: true);
        var ticket = await _stage.FileAndDeliverAsync();
        Assert.True((await _stage.RetryAsync(ticket, "lin")).Succeeded);
        await _stage.DeliverAsync();

        var late = await AnswerAsync("{}", call: 0);
        var timely = await AnswerAsync("{}", call: 1);

        Assert.Equal((HttpStatusCode.Conflict, TicketRefusals.RunOver.Code), (late.Status, late.Error));
        Assert.Equal(HttpStatusCode.OK, timely.Status);
    }

    [Fact]
    public async Task One_that_answers_that_it_failed_leaves_the_ticket_to_be_tried_again()
    {
        await PublishAsync(waits: true);
        var ticket = await _stage.FileAndDeliverAsync();

        Assert.Equal(HttpStatusCode.OK, (await AnswerAsync("""{"result": false, "msg": "quota used up"}""")).Status);

        var run = await _stage.RunOfAsync(ticket);
        Assert.Equal((AutomationStatus.Failed, "quota used up"), (run.Status, run.Message));
    }

    [Fact]
    public async Task A_wrong_value_is_named_and_the_hook_may_answer_again()
    {
        await PublishAsync(waits: true);
        var ticket = await _stage.FileAndDeliverAsync();

        var wrong = await AnswerAsync("""{"field_value": {"days": "many"}}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("days", wrong.Fields.Keys);
        Assert.Equal(AutomationStatus.AwaitingAnswer, (await _stage.RunOfAsync(ticket)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AnswerAsync("""{"field_value": {"days": "4"}}""")).Status);
    }

    [Theory]
    [InlineData("nonsense", "{}", 404)]
    [InlineData("", "{}", 404)]
    [InlineData(null, "[]", 422)]
    [InlineData(null, "{\"result\":", 422)]
    [InlineData(null, "", 422)]
    [InlineData(null, "{\"msg\": \"\\ud800\"}", 422)]
    [InlineData(null, "{\"field_value\": {\"\\udc00\": 1}}", 422)]
    public async Task What_is_no_answer_is_refused(string? token, string body, int status)
    {
        await PublishAsync(waits: true);
        await _stage.FileAndDeliverAsync();

        Assert.Equal(status, (int)(await AnswerAsync(body, token)).Status);
    }

    private Task PublishAsync(bool waits = false, string? secret = null, string extra = "") =>
        _stage.PublishAsync(new ParticipantSpec.Hook(new ExternalCall($"{_stage.Receiver.Url}/grant", secret, Extra: extra), waits));

    private async Task<ApiReply> AnswerAsync(string body, string? token = null, int call = 0)
    {
        await using var services = new ServiceCollection().AddLogging().AddOptions().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        using var said = new MemoryStream();
        context.Response.Body = said;
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        var address = token is null ? _stage.Receiver.Calls[call].Json.GetProperty("answer_url").GetString()! : $"/{token}";

        var answer = await HookAnswerEndpoint.PostAsync(
            address[(address.LastIndexOf('/') + 1)..], context, _stage.App.Get<HookTokens>(), _stage.App.Get<HookAnswerThrottle>(), _stage.App.Get<AutomationDesk>(), CancellationToken.None);
        await answer.ExecuteAsync(context);

        return new ApiReply((HttpStatusCode)context.Response.StatusCode, Encoding.UTF8.GetString(said.ToArray()), ETag: null);
    }
}
