using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Workflows;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Tickets;

public sealed class FilingLimitsTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData(LimitScope.PerPerson)]
    [InlineData(LimitScope.Everyone)]
    public async Task Of_fifty_tickets_filed_at_once_exactly_as_many_as_the_period_allows_are_filed(LimitScope scope)
    {
        await LimitLeaveAsync(new CreationLimits { Frequency = new FrequencyLimit(TimeSpan.FromHours(1), 3, scope) });

        var results = await FileAtOnceAsync(50);

        Assert.Equal(3, results.Count(result => result.Succeeded));
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.StartsWith("creation.too_many", result.Refusal!.Code, StringComparison.Ordinal));
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task Of_fifty_tickets_filed_at_once_exactly_as_many_as_may_be_open_are_filed()
    {
        await LimitLeaveAsync(new CreationLimits { Open = new OpenLimit(3, LimitScope.PerPerson) });

        var results = await FileAtOnceAsync(50);

        Assert.Equal(3, results.Count(result => result.Succeeded));
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task The_next_one_may_be_filed_when_the_first_has_left_the_period()
    {
        await LimitLeaveAsync(new CreationLimits { Frequency = new FrequencyLimit(TimeSpan.FromHours(24), 2, LimitScope.PerPerson) });
        Assert.True((await _app.SubmitLeaveAsync(1)).Succeeded);
        _app.Clock.Advance(TimeSpan.FromHours(10));
        Assert.True((await _app.SubmitLeaveAsync(1)).Succeeded);

        var early = await _app.SubmitLeaveAsync(1);
        _app.Clock.Advance(TimeSpan.FromHours(14));
        var late = await _app.SubmitLeaveAsync(1);

        Assert.Equal("creation.too_many", early.Refusal!.Code);
        Assert.True(late.Succeeded);
    }

    [Fact]
    public async Task Each_person_has_a_limit_of_their_own()
    {
        await LimitLeaveAsync(new CreationLimits { Frequency = new FrequencyLimit(TimeSpan.FromHours(24), 1, LimitScope.PerPerson) });

        Assert.True((await _app.SubmitLeaveAsync(1)).Succeeded);
        Assert.True((await _app.SubmitLeaveAsync(1, by: "gao")).Succeeded);
        Assert.False((await _app.SubmitLeaveAsync(1)).Succeeded);
    }

    [Fact]
    public async Task All_together_share_one_limit_and_an_ended_ticket_is_no_longer_open()
    {
        await LimitLeaveAsync(new CreationLimits { Open = new OpenLimit(1, LimitScope.Everyone) });
        var first = (await _app.SubmitLeaveAsync(1)).Value;

        var second = await _app.SubmitLeaveAsync(1, by: "gao");
        await CloseAsync(first);
        var third = await _app.SubmitLeaveAsync(1, by: "gao");

        Assert.Equal("creation.too_many_open_together", second.Refusal!.Code);
        Assert.True(third.Succeeded);
    }

    [Fact]
    public async Task Closed_tickets_count_within_the_period()
    {
        await LimitLeaveAsync(new CreationLimits { Frequency = new FrequencyLimit(TimeSpan.FromHours(24), 1, LimitScope.PerPerson) });
        await CloseAsync((await _app.SubmitLeaveAsync(1)).Value);

        Assert.Equal("creation.too_many", (await _app.SubmitLeaveAsync(1)).Refusal!.Code);
    }

    [Fact]
    public async Task A_refused_filing_leaves_no_lock_behind()
    {
        await LimitLeaveAsync(new CreationLimits { Frequency = new FrequencyLimit(TimeSpan.FromHours(1), 1, LimitScope.Everyone) });
        await FileAtOnceAsync(5);
        _app.Clock.Advance(TimeSpan.FromHours(2));

        Assert.True((await _app.SubmitLeaveAsync(1)).Succeeded);
    }

    [Fact]
    public async Task What_somebody_may_not_file_is_not_offered_to_them_and_refused()
    {
        var gao = await _app.PersonAsync("gao");
        await LimitLeaveAsync(new CreationLimits { People = [gao.Id] });

        var refused = await _app.SubmitLeaveAsync(1);

        Assert.Equal("creation.not_for_you", refused.Refusal!.Code);
        Assert.DoesNotContain(await OfferedAsync("lin"), name => name == "Leave");
        Assert.Contains(await OfferedAsync("gao"), name => name == "Leave");
    }

    [Fact]
    public async Task A_title_that_names_the_serial_gets_the_one_of_its_ticket()
    {
        await PublishAsync(document => document with { TitleTemplate = "{sn}: {leave_days}", States = [.. document.States.Select(WithoutTitle)] });

        var ticket = await _app.TicketAsync((await FileUntitledAsync()).Value);

        Assert.Equal($"{ticket.Serial}: 2", ticket.Title);
    }

    [Fact]
    public async Task Two_tickets_can_never_bear_the_same_serial()
    {
        var first = await _app.TicketAsync((await _app.SubmitLeaveAsync(1)).Value);
        var second = (await _app.SubmitLeaveAsync(1)).Value;
        await using var db = await _app.DbAsync();

        await Assert.ThrowsAnyAsync<Exception>(() =>
            db.Tickets.Where(ticket => ticket.Id == second).ExecuteUpdateAsync(change => change.SetProperty(ticket => ticket.Serial, first.Serial)));
    }

    private Task LimitLeaveAsync(CreationLimits limits) => PublishAsync(document => document with { Limits = limits });

    private async Task PublishAsync(Func<WorkflowDocument, WorkflowDocument> change)
    {
        var leave = await _app.WorkflowAsync("Leave");
        var published = await _app.UseCases.PublishAsync(leave.Workflow, change(leave.Document));

        Assert.True(published.Succeeded);
    }

    private Task<Result<TicketId>[]> FileAtOnceAsync(int count) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(() => _app.SubmitLeaveAsync(days: 1))));

    private async Task<Result<TicketId>> FileUntitledAsync()
    {
        var leave = await _app.WorkflowAsync("Leave");
        var command = new SubmitTicket(leave.Workflow, SubmissionRules.Available(leave)[0].Id, TestAppLeaveExtensions.LeaveForm(2) with { Title = null });

        return await _app.AsAsync("lin", (SubmitTicketHandler handler, Actor actor) => handler.HandleAsync(command, actor, CancellationToken.None));
    }

    private static State WithoutTitle(State state) =>
        state with { Access = state.Access.Where(pair => pair.Key != BuiltInField.Title).ToDictionary(pair => pair.Key, pair => pair.Value) };

    private async Task CloseAsync(TicketId id)
    {
        var ticket = await _app.TicketAsync(id);
        var closed = await _app.UseCases.RunAsync((CloseTicketHandler handler) =>
            handler.HandleAsync(new CloseTicket(id, ticket.Revision, "Enough"), new Actor.Engine(), CancellationToken.None));

        Assert.True(closed.Succeeded, closed.Refusal?.Code);
    }

    private async Task<int> CountAsync()
    {
        await using var db = await _app.DbAsync();

        return await db.Tickets.CountAsync();
    }

    private async Task<IReadOnlyList<string?>> OfferedAsync(string userName)
    {
        var catalogue = await _app.Get<WorkflowQueries>().CatalogueAsync(await _app.PersonAsync(userName), CancellationToken.None);

        return [.. catalogue.Workflows.Select(workflow => workflow.Name.English)];
    }
}
