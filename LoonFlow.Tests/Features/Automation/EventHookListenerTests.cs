using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Hooks;
using LoonFlow.Web.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LoonFlow.Tests.Features.Automation;

public sealed class EventHookListenerTests : IAsyncLifetime
{
    private AutomationStage _stage = null!;

    public async Task InitializeAsync() => _stage = await AutomationStage.StartAsync();

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task Another_system_hears_of_every_event_it_wants_to_hear_of()
    {
        await PublishAsync(EventHookTrigger.Created, EventHookTrigger.Moved, EventHookTrigger.Finished);
        await _stage.AddScriptAsync("print('done')");

        var ticket = await _stage.FileAndDeliverAsync();
        await _stage.DeliverAsync();

        var told = _stage.Receiver.Calls.ToDictionary(call => call.Json.GetProperty("event").GetString()!, call => call.Json);
        Assert.Equal(["created", "finished", "moved"], told.Keys.Order(StringComparer.Ordinal));
        var created = told["created"];
        Assert.Equal("lin", created.GetProperty("by").GetString());
        Assert.Equal(ticket.Value, created.GetProperty("ticket").GetProperty("id").GetInt64());
        Assert.Equal(AutomationStage.Grant.Value, created.GetProperty("ticket").GetProperty("state_id").GetInt64());
        Assert.Equal("done", told["moved"].GetProperty("comment").GetString());
        Assert.Equal("loonrobot", told["moved"].GetProperty("by").GetString());
    }

    [Fact]
    public async Task What_was_not_heard_is_told_again_as_the_same_delivery()
    {
        await PublishAsync(EventHookTrigger.Created);
        _stage.Receiver.Says("down", status: 500);
        await _stage.FileAndDeliverAsync();
        _stage.Receiver.Says("ok");

        _stage.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await _stage.DeliverAsync();
        _stage.App.Clock.Advance(TimeSpan.FromDays(1));
        await _stage.DeliverAsync();

        Assert.Equal(2, _stage.Receiver.Calls.Count);
        Assert.Single(_stage.Receiver.Calls.Select(call => call.Headers["X-LoonFlow-Delivery"]).Distinct());
    }

    [Fact]
    public async Task What_can_never_arrive_waits_among_the_failed_deliveries()
    {
        _stage.App.Get<IOptions<HooksOptions>>().Value.AllowPrivateAddresses = false;
        await PublishAsync(EventHookTrigger.Created);

        await _stage.FileAndDeliverAsync();

        await using var db = await _stage.App.DbAsync();
        var dead = await db.Outbox.SingleAsync(message => message.Listener == Subscriptions.EventHooks);
        Assert.True(dead.IsDead);
        Assert.Contains("Hooks:AllowPrivateAddresses", dead.LastError, StringComparison.Ordinal);
        Assert.StartsWith("crm → ", dead.About, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"code": 0}""", null)]
    [InlineData("""{"ok": true}""", null)]
    [InlineData("""{"code": 1, "msg": "budget is used up"}""", "ticket.vetoed")]
    [InlineData("<html/>", "ticket.veto_unreachable")]
    public async Task A_system_that_is_asked_before_may_refuse_a_ticket(string answer, string? refusal)
    {
        await PublishAsync(EventHookTrigger.BeforeCreation);
        _stage.Receiver.Says(answer);

        var filed = await _stage.TryFileAsync();

        Assert.Equal(refusal, filed.Refusal?.Code);
        var asked = Assert.Single(_stage.Receiver.Calls).Json;
        Assert.Equal("before_creation", asked.GetProperty("event").GetString());
        Assert.Equal(3, asked.GetProperty("ticket").GetProperty("days").GetInt64());
        await using var db = await _stage.App.DbAsync();
        Assert.Equal(refusal is null ? 1 : 0, await db.Tickets.CountAsync());
    }

    [Fact]
    public async Task One_that_cannot_be_asked_holds_nothing_up_where_the_designer_says_so()
    {
        await PublishAsync(hook => hook with { AllowsWhenUnreachable = true }, EventHookTrigger.BeforeCreation);
        _stage.Receiver.Says("down", status: 500);
        Assert.True((await _stage.TryFileAsync()).Succeeded);

        _stage.Receiver.Says("""{"code": 1, "msg": "no"}""");
        Assert.Equal(["crm", "no"], (await _stage.TryFileAsync()).Refusal!.Arguments);
    }

    private Task PublishAsync(params EventHookTrigger[] triggers) => PublishAsync(hook => hook, triggers);

    private Task PublishAsync(Func<EventHook, EventHook> change, params EventHookTrigger[] triggers) => _stage.PublishAsync(
        new ParticipantSpec.Script("grant.py"),
        document => document with { EventHooks = [change(new EventHook("crm", new ExternalCall(_stage.Receiver.Url), triggers))] });
}
