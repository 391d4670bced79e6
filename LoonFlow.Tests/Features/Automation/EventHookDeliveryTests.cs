using System.Globalization;
using System.Text;
using Bunit;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Settings.Deliveries;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Hooks;
using LoonFlow.Web.Outbox;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LoonFlow.Tests.Features.Automation;

/// <summary>Lin's leave, and a system that wants to hear of it: each event, from what people do to the signed request.</summary>
public sealed class EventHookDeliveryTests : AppScreenTest
{
    private readonly TestReceiver _crm = TestReceiver.StartAsync().GetAwaiter().GetResult();
    private WorkflowId _leave;

    public EventHookDeliveryTests() => Services.AddSingleton(_ => App.Get<DeliveryQueries>());

    /// <summary>What happens, and what a hook that hears everything is told of it in the end.</summary>
    public static TheoryData<string, EventHookTrigger> Events => new()
    {
        { "filed", EventHookTrigger.Created },
        { "agreed", EventHookTrigger.Moved },
        { "jumped", EventHookTrigger.Moved },
        { "refused", EventHookTrigger.Returned },
        { "withdrawn", EventHookTrigger.Returned },
        { "finished", EventHookTrigger.Finished },
        { "closed", EventHookTrigger.Closed },
        { "jumped to the end", EventHookTrigger.Closed },
        { "deleted", EventHookTrigger.Closed },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public async Task What_was_not_heard_is_told_again_signed_and_then_never_again(string what, EventHookTrigger trigger)
    {
        await TellAsync(trigger);
        _crm.Says("down", status: 503);
        var ticket = await HappensAsync(what);
        await App.DeliverAllAsync();
        _crm.Says("ok");

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await App.DeliverAllAsync();
        App.Clock.Advance(TimeSpan.FromDays(2));
        await App.DeliverAllAsync();

        Assert.Equal(2, _crm.Calls.Count);
        Assert.Single(_crm.Calls.Select(call => call.Headers["X-LoonFlow-Delivery"]).Distinct());
        Assert.All(_crm.Calls, IsSigned);
        Assert.All(_crm.Calls, call => Assert.Equal(trigger.ToString().ToLowerInvariant(), call.Json.GetProperty("event").GetString()));
        Assert.All(_crm.Calls, call => Assert.Equal(ticket.Value, call.Json.GetProperty("ticket").GetProperty("id").GetInt64()));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public async Task What_was_given_up_is_sent_again_from_the_screen(string what, EventHookTrigger trigger)
    {
        await TellAsync(trigger);
        _crm.Says("who are you?", status: 403);
        await HappensAsync(what);
        await App.DeliverAllAsync();
        Assert.True(Assert.Single(await App.MessagesForAsync(Subscriptions.EventHooks)).IsDead);
        _crm.Says("ok");

        await SignInAsync("anqi");
        Services.GetRequiredService<NavigationManager>().NavigateTo("/settings/deliveries");
        var screen = Render<DeliveriesPage>();
        Assert.Contains("127.0.0.1 answered with HTTP status 403", screen.WaitForElement(".delivery-error").TextContent, StringComparison.Ordinal);
        await screen.PressAsync("[data-retry]");
        await App.DeliverAllAsync();

        Assert.Equal(2, _crm.Calls.Count);
        Assert.Single(_crm.Calls.Select(call => call.Headers["X-LoonFlow-Delivery"]).Distinct());
        Assert.All(_crm.Calls, IsSigned);
        Assert.Empty(await App.MessagesForAsync(Subscriptions.EventHooks));
    }

    [Fact]
    public async Task A_system_with_a_veto_is_asked_once_and_signed_and_what_it_refuses_leaves_nothing_behind()
    {
        await TellAsync(EventHookTrigger.BeforeCreation);
        _crm.Says("""{"code": 1, "msg": "budget is used up"}""");

        var refused = await App.SubmitLeaveAsync(days: 2);
        await App.DeliverAllAsync();

        Assert.Equal("ticket.vetoed", refused.Refusal?.Code);
        IsSigned(Assert.Single(_crm.Calls));
        Assert.Empty(await App.NoticesAsync());
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _crm.DisposeAsync();
    }

    /// <summary>The hook wants to hear of this, under a secret of the workflow.</summary>
    private async Task TellAsync(EventHookTrigger trigger)
    {
        App.Get<IOptions<HooksOptions>>().Value.AllowPrivateAddresses = true;
        var leave = await App.WorkflowAsync("Leave");
        _leave = leave.Workflow;
        var document = leave.Document with { EventHooks = [new EventHook("crm", new ExternalCall($"{_crm.Url}/events", "crm token"), [trigger])] };
        Expect.Accepted(await App.UseCases.PublishAsync(_leave, document));
        await using var db = await App.DbAsync();
        await App.Get<SecretStore>().SetAsync(db, SecretOwner.Of(_leave), "crm token", "s3cret", CancellationToken.None);
        await db.SaveChangesAsync();
    }

    private async Task<TicketId> HappensAsync(string what)
    {
        var id = (await App.SubmitLeaveAsync(days: 2)).Value;

        switch (what)
        {
            case "agreed":
                Expect.Accepted(await App.TakeAsync(id, "wu", TransitionKind.Agree));
                break;
            case "refused":
                Expect.Accepted(await App.TakeAsync(id, "wu", TransitionKind.Refuse));
                break;
            case "withdrawn":
                Expect.Accepted(await App.AsAsync("lin", (WithdrawTicketHandler handler, Actor actor) =>
                    handler.HandleAsync(new WithdrawTicket(id, Revision: 1, Comment: null), actor, CancellationToken.None)));
                break;
            case "finished":
                Expect.Accepted(await App.TakeAsync(id, "wu", TransitionKind.Agree));
                Expect.Accepted(await App.ClaimAsync(id, "sun"));
                Expect.Accepted(await App.TakeAsync(id, "sun", TransitionKind.Agree));
                break;
            case "closed":
                Expect.Accepted(await App.AsAsync("anqi", (CloseTicketHandler handler, Actor actor) =>
                    handler.HandleAsync(new CloseTicket(id, Revision: 1, "No longer needed"), actor, CancellationToken.None)));
                break;
            case "deleted":
                Expect.Accepted(await App.AsAsync("anqi", (DeleteTicketHandler handler, Actor actor) =>
                    handler.HandleAsync(new DeleteTicket(id, Revision: 1, "Filed twice"), actor, CancellationToken.None)));
                break;
            case "jumped":
                await JumpAsync(id, leave => leave.Start.Id);
                break;
            case "jumped to the end":
                await JumpAsync(id, leave => leave.States.First(state => state.Kind is StateKind.End).Id);
                break;
        }

        return id;
    }

    private async Task JumpAsync(TicketId id, Func<WorkflowVersion, StateId> target)
    {
        var leave = await App.WorkflowAsync("Leave");
        Expect.Accepted(await App.AsAsync("anqi", (JumpTicketHandler handler, Actor actor) =>
            handler.HandleAsync(new JumpTicket(id, target(leave), Asked: null, Revision: 1, "It must go on"), actor, CancellationToken.None)));
    }

    private static void IsSigned(TestReceiver.Call call)
    {
        var timestamp = long.Parse(call.Headers[HookSignature.TimestampHeader], CultureInfo.InvariantCulture);

        Assert.Equal(
            HookSignature.Hmac("s3cret", "POST", "/events", timestamp, call.Headers[HookSignature.NonceHeader], Encoding.UTF8.GetBytes(call.Body)),
            call.Headers[HookSignature.SignatureHeader]);
    }
}
