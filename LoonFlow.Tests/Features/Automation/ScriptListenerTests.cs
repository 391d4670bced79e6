using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Scripts;
using Microsoft.Extensions.Options;

namespace LoonFlow.Tests.Features.Automation;

public sealed class ScriptListenerTests : IAsyncLifetime
{
    private static readonly ParticipantSpec GrantScript = new ParticipantSpec.Script("grant.py");

    private AutomationStage _stage = null!;

    public async Task InitializeAsync() => _stage = await AutomationStage.StartAsync();

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task What_a_script_prints_becomes_the_comment_with_which_the_ticket_moves_on()
    {
        await _stage.PublishAsync(GrantScript);
        await _stage.AddScriptAsync("print('Granted to', ticket['creator'], 'for', ticket['days'], 'days', ticket['sn'] != '', action_from)");

        var ticket = await _stage.FileAndDeliverAsync();

        Assert.Equal(AutomationStage.Done, (await _stage.App.TicketAsync(ticket)).State);
        Assert.Contains("Granted to lin for 3 days True loonrobot", await _stage.CommentsAsync(ticket));
        var attempt = Assert.Single(await _stage.AttemptsAsync(ticket));
        Assert.Null(attempt.Problem);
        Assert.NotNull(attempt.EndedAt);
    }

    [Fact]
    public async Task A_failure_leaves_the_ticket_where_it_is_until_somebody_tries_again()
    {
        await _stage.PublishAsync(GrantScript);
        await _stage.AddScriptAsync("print('so far'); raise RuntimeError('directory is down')");
        var ticket = await _stage.FileAndDeliverAsync();

        var failed = await _stage.RunOfAsync(ticket);
        Assert.Equal((1, AutomationStatus.Failed), (failed.Run, failed.Status));
        Assert.Contains("RuntimeError: directory is down", failed.Message, StringComparison.Ordinal);
        Assert.Equal("so far", Assert.Single(await _stage.AttemptsAsync(ticket)).Output);

        await _stage.AddScriptAsync("print(action_from)");
        Assert.True((await _stage.RetryAsync(ticket, "lin")).Succeeded);
        await _stage.DeliverAsync();

        Assert.Equal(AutomationStage.Done, (await _stage.App.TicketAsync(ticket)).State);
        Assert.Contains("lin_retry", await _stage.CommentsAsync(ticket));
        Assert.Equal([1, 2], (await _stage.AttemptsAsync(ticket)).Select(attempt => attempt.Run));
    }

    [Fact]
    public async Task Only_the_creator_and_those_who_step_in_may_try_again_and_only_what_failed()
    {
        await _stage.PublishAsync(GrantScript);
        await _stage.AddScriptAsync("raise RuntimeError('no')");
        var ticket = await _stage.FileAsync();

        Assert.False((await _stage.RetryAsync(ticket, "lin")).Succeeded);
        await _stage.DeliverAsync();

        Assert.False((await _stage.RetryAsync(ticket, "wu")).Succeeded);
        Assert.True((await _stage.RetryAsync(ticket, "anqi")).Succeeded);
    }

    [Theory]
    [InlineData(false, true, "script.inactive")]
    [InlineData(null, true, "script.missing")]
    [InlineData(true, false, "script.disabled")]
    public async Task A_script_that_may_not_run_says_so_on_the_ticket(bool? isActive, bool isEnabled, string code)
    {
        await _stage.PublishAsync(GrantScript);
        _stage.App.Get<IOptions<ScriptsOptions>>().Value.Enabled = isEnabled;

        if (isActive is { } active)
        {
            await _stage.AddScriptAsync("print('never')", active);
        }

        var ticket = await _stage.FileAndDeliverAsync();

        Assert.Equal(AutomationStatus.Failed, (await _stage.RunOfAsync(ticket)).Status);
        Assert.Equal(code, Assert.Single(await _stage.AttemptsAsync(ticket)).Problem?.Code);
    }

    [Fact]
    public async Task A_run_that_a_crash_interrupted_runs_again()
    {
        await _stage.PublishAsync(GrantScript);
        await _stage.AddScriptAsync("print('done')");
        var ticket = await _stage.FileAsync();
        await _stage.App.Get<AutomationDesk>().BeginAsync(new BeginAutomation(ticket, 1, 1, RetriedBy: null), default);

        await _stage.DeliverAsync();

        Assert.Equal(AutomationStage.Done, (await _stage.App.TicketAsync(ticket)).State);
        Assert.Equal(2, (await _stage.RunOfAsync(ticket)).Attempts);
    }

    [Fact]
    public async Task A_run_that_ends_after_the_ticket_was_closed_changes_nothing()
    {
        await _stage.PublishAsync(GrantScript);
        await _stage.AddScriptAsync("print('done')");
        var ticket = await _stage.FileAsync();
        var desk = _stage.App.Get<AutomationDesk>();
        var call = await desk.BeginAsync(new BeginAutomation(ticket, 1, 1, RetriedBy: null), default);
        Assert.True((await _stage.CloseAsync(ticket)).Succeeded);
        var closed = await _stage.App.TicketAsync(ticket);

        await desk.CompleteAsync(new CompleteAutomation(call!.Attempt.Id, "late", "late", string.Empty, Problem: null));
        await _stage.DeliverAsync();

        Assert.Equal(closed.Revision, (await _stage.App.TicketAsync(ticket)).Revision);
        Assert.Equal("late", Assert.Single(await _stage.AttemptsAsync(ticket)).Output);
    }

    [Fact]
    public async Task A_ticket_that_cannot_move_on_although_its_script_did_its_work_says_why()
    {
        await _stage.PublishAsync(GrantScript, access: "account!");
        await _stage.AddScriptAsync("print('done')");

        var ticket = await _stage.FileAndDeliverAsync();

        Assert.Equal(AutomationStatus.Failed, (await _stage.RunOfAsync(ticket)).Status);
        Assert.Equal(TicketRefusals.FormIncomplete.Code, Assert.Single(await _stage.AttemptsAsync(ticket)).Problem?.Code);
    }

    [Fact]
    public async Task A_long_output_is_kept_and_its_beginning_becomes_the_comment()
    {
        await _stage.PublishAsync(GrantScript);
        await _stage.AddScriptAsync("print('x' * 20000)");

        var ticket = await _stage.FileAndDeliverAsync();

        Assert.Equal(AutomationStage.Done, (await _stage.App.TicketAsync(ticket)).State);
        Assert.Contains(await _stage.CommentsAsync(ticket), comment => comment.Length == Comment.MaxLength);
        Assert.Equal(20_000, Assert.Single(await _stage.AttemptsAsync(ticket)).Output.Length);
    }
}
