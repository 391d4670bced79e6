using System.Text.Json;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Domain.Forms;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Workflows;

namespace LoonFlow.Tests.Features.Tickets;

/// <summary>A form with a table, formulas and conditions, from what a caller sends to what is kept.</summary>
public sealed class SubmitTableTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Rows_and_what_formulas_come_to_are_kept_and_come_back_as_they_were_sent()
    {
        var sent = Sent("""{"title": "Chairs", "items": [{"what": "Chair", "count": 2, "price": "99.5", "amount": 1, "secret": 2}], "freight": 10, "total": 7, "reason": "sly"}""");

        var id = (await SubmitAsync(sent)).Value;

        var values = (await _app.TicketAsync(id)).Values;
        Assert.Equal(new FieldValue.Decimal(209), values["total"]);
        Assert.Null(values["reason"]);
        Assert.Equal("""[{"amount":199.0,"count":2,"price":99.5,"what":"Chair"}]""", PlainValues.Write(values["items"], TimeZoneInfo.Utc)!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"items": "Chair", "freight": 1}""", "field.wrong_type")]
    [InlineData("""{"items": {"what": "Chair"}, "freight": 1}""", "field.wrong_type")]
    [InlineData("""{"items": [1, 2], "freight": 1}""", "field.wrong_type")]
    [InlineData("""{"items": [{"what": ["a"], "count": {"x": 1}}], "freight": 1}""", "field.wrong_type")]
    [InlineData("""{"items": [{}, {}], "freight": 1}""", "field.required")]
    [InlineData("""{"items": [{"what": "Chair", "count": -1}], "freight": 1}""", "field.too_small")]
    public async Task What_is_no_table_is_refused_at_the_table_and_nothing_is_kept(string body, string code)
    {
        var result = await SubmitAsync(Sent(body));

        Assert.All(result.Refusal!.Fields, field => Assert.Equal(("items", code), (field.Key, field.Code)));
        Assert.NotEmpty(result.Refusal.Fields);
    }

    private static FieldChanges Sent(string body)
    {
        var json = JsonDocument.Parse(body).RootElement;

        return PlainValues.Read(Order.Version, key => json.TryGetProperty(key, out var value) ? value : null, TimeZoneInfo.Utc);
    }

    private async Task<Result<TicketId>> SubmitAsync(FieldChanges sent)
    {
        var published = await _app.UseCases.PublishAsync(null, Order.Document);
        var version = await _app.WorkflowAsync("Order");
        Assert.True(published.Succeeded);

        return await _app.AsAsync("lin", (SubmitTicketHandler handler, Actor actor) =>
            handler.HandleAsync(new SubmitTicket(version.Workflow, SubmissionRules.Available(version)[0].Id, sent), actor, default));
    }
}
