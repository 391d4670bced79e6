using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Settings;
using LoonFlow.Web.Features.Settings.Deliveries;
using LoonFlow.Web.Outbox;

namespace LoonFlow.Tests.Features.Settings;

public sealed class DeliveriesTests : IAsyncLifetime
{
    private readonly TestListener _crm = new("crm") { Works = (_, _) => throw new DeliveryRefusedException("The key was withdrawn.") };
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task What_was_given_up_is_sent_again_under_its_id()
    {
        var id = await DeadAsync();

        Expect.Accepted(await RetryAsync("anqi", id));

        _crm.Works = (_, _) => Task.CompletedTask;
        await _app.Dispatcher(_crm).DeliverDueAsync(CancellationToken.None);
        Assert.Equal([id], _crm.Heard);
    }

    [Fact]
    public async Task A_waiting_message_is_tried_at_once()
    {
        _crm.Works = (_, _) => throw new InvalidOperationException("Away.");
        var id = await DeadAsync();
        Assert.Equal(0, await _app.Dispatcher(_crm).DeliverDueAsync(CancellationToken.None));

        Expect.Accepted(await RetryAsync("anqi", id));

        Assert.Equal(1, await _app.Dispatcher(_crm).DeliverDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_is_under_way_is_waited_for()
    {
        var id = await _app.SendAsync("crm");
        await using (var db = await _app.DbAsync())
        {
            await db.LeaseOutboxAsync("crm", _app.Clock.GetUtcNow(), _app.Clock.GetUtcNow().AddMinutes(1), 10, CancellationToken.None);
        }

        Expect.Refused(DeliveryRefusals.UnderWay, await RetryAsync("anqi", id));
    }

    [Fact]
    public async Task All_that_was_given_up_is_sent_again_and_nothing_else()
    {
        var other = new TestListener("chat") { Works = (_, _) => throw new DeliveryRefusedException("No.") };
        await DeadAsync();
        await DeadAsync();
        var dead = await _app.SendAsync("chat");
        await _app.Dispatcher(other).DeliverDueAsync(CancellationToken.None);

        var result = await _app.AsAsync("anqi", (RetryFailedDeliveriesHandler handler, Actor actor) =>
            handler.HandleAsync(new RetryFailedDeliveries(new DeliveryFilter { Listener = "crm" }), actor, CancellationToken.None));

        Assert.Equal(2, result.Value);
        Assert.True((await _app.MessageAsync(dead))!.IsDead);
        Assert.Equal(2, await _app.Dispatcher(_crm).DeliverDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_is_discarded_is_gone_and_the_log_says_who_did_it()
    {
        var id = await DeadAsync();

        Expect.Accepted(await DiscardAsync("anqi", id));

        Assert.Null(await _app.MessageAsync(id));
        var last = Assert.Single(await _app.AttemptsAsync(), attempt => attempt.Outcome is DeliveryOutcome.Discarded);
        Assert.Contains("An Qi", last.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_gone_cannot_be_sent_or_discarded()
    {
        Expect.Refused(DeliveryRefusals.NotFound, await RetryAsync("anqi", Guid.NewGuid()));
        Expect.Refused(DeliveryRefusals.NotFound, await DiscardAsync("anqi", Guid.NewGuid()));
    }

    [Fact]
    public async Task It_is_for_administrators_only()
    {
        var id = await DeadAsync();
        var lin = await _app.PersonAsync("lin");

        Expect.Refused(SettingsRefusals.AdministratorsOnly, await RetryAsync("lin", id));
        Expect.Refused(SettingsRefusals.AdministratorsOnly, await DiscardAsync("lin", id));
        Expect.Refused(SettingsRefusals.AdministratorsOnly, await _app.AsAsync("lin", (RetryFailedDeliveriesHandler handler, Actor actor) =>
            handler.HandleAsync(new RetryFailedDeliveries(new DeliveryFilter()), actor, CancellationToken.None)));
        Assert.Null(await _app.Get<DeliveryQueries>().ListAsync(new DeliveryFilter(), lin, CancellationToken.None));
        Assert.Empty(await _app.Get<DeliveryQueries>().AttemptsAsync(id, lin, CancellationToken.None));
        Assert.True((await _app.MessageAsync(id))!.IsDead);
    }

    [Fact]
    public async Task The_list_is_found_by_listener_ticket_and_stand()
    {
        var ticket = (await _app.SubmitLeaveAsync(days: 2)).Value;
        var serial = (await _app.TicketAsync(ticket)).Serial;
        await _app.DeliverAllAsync();
        var about = await _app.SendAsync("crm", ticket, "crm → https://crm.example.com");
        await _app.Dispatcher(_crm).DeliverDueAsync(CancellationToken.None);
        _crm.Works = (_, _) => throw new InvalidOperationException("Away.");
        var waiting = await DeadAsync();
        await _app.SendAsync("crm");

        Assert.Equal([about, waiting], await ListAsync(new DeliveryFilter()));
        Assert.Equal([about], await ListAsync(new DeliveryFilter { Ticket = serial }));
        Assert.Equal([about], await ListAsync(DeliveryFilter.Parse(null, "crm", ticket.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), "1")));
        Assert.Equal([about], await ListAsync(new DeliveryFilter { Stand = DeliveryStand.Failed }));
        Assert.Equal([waiting], await ListAsync(new DeliveryFilter { Stand = DeliveryStand.Waiting }));
        Assert.Empty(await ListAsync(new DeliveryFilter { Listener = "nobody" }));
        Assert.Empty(await ListAsync(new DeliveryFilter { Page = 2 }));
    }

    [Fact]
    public async Task A_message_says_which_ticket_it_is_about()
    {
        var ticket = (await _app.SubmitLeaveAsync(days: 2)).Value;
        await using var db = await _app.DbAsync();

        Assert.All(db.Outbox, message => Assert.Equal(ticket, message.Ticket));
    }

    private async Task<Guid[]> ListAsync(DeliveryFilter filter) =>
        [.. (await _app.Get<DeliveryQueries>().ListAsync(filter, await _app.PersonAsync("anqi"), CancellationToken.None))!.Rows.Select(row => row.Id)];

    private async Task<Guid> DeadAsync()
    {
        var id = await _app.SendAsync("crm");
        await _app.Dispatcher(_crm).DeliverDueAsync(CancellationToken.None);

        return id;
    }

    private Task<Result<Guid>> RetryAsync(string userName, Guid message) => _app.AsAsync(userName, (RetryDeliveryHandler handler, Actor actor) =>
        handler.HandleAsync(new RetryDelivery(message), actor, CancellationToken.None));

    private Task<Result<Guid>> DiscardAsync(string userName, Guid message) => _app.AsAsync(userName, (DiscardDeliveryHandler handler, Actor actor) =>
        handler.HandleAsync(new DiscardDelivery(message), actor, CancellationToken.None));
}
