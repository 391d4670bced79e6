using Bunit;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Controls;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Tickets.Drafts;
using LoonFlow.Web.Features.Tickets.New;
using LoonFlow.Web.Features.Workflows;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Tickets.New;

public sealed class NewTicketPageTests : NewTicketScreen
{
    [Fact]
    public async Task A_form_that_is_complete_is_filed_once_however_often_the_button_is_pressed()
    {
        var page = await FilledAsync();

        // The second press comes before anything else is drawn, as that of an impatient finger does.
        await page.InvokeAsync(() => Task.WhenAll(page.PressAsync(".lf-card-foot button"), page.PressAsync(".lf-card-foot button")));

        await using var db = await App.DbAsync();
        var ticket = Assert.Single(await db.Tickets.ToListAsync());
        Assert.Equal("Holiday", ticket.Title);
        Assert.EndsWith($"/tickets/{ticket.Id.Value}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Empty(await db.FormDrafts.ToListAsync());
    }

    [Fact]
    public async Task What_is_missing_is_said_at_once_and_nothing_is_filed()
    {
        var page = await OpenAsync();

        await page.PressAsync(".lf-card-foot button");

        await using var db = await App.DbAsync();
        Assert.Equal(7, page.FindAll(".lf-errors a").Count);
        Assert.Equal(7, page.FindAll(".lf-field-error").Count);
        Assert.Empty(await db.Tickets.ToListAsync());
    }

    [Fact]
    public async Task Whoever_may_not_file_now_is_told_before_they_fill_anything_in()
    {
        var leave = await App.WorkflowAsync("Leave");
        var limited = leave.Document with { Limits = new CreationLimits { Frequency = new FrequencyLimit(TimeSpan.FromHours(24), 1, LimitScope.PerPerson) } };
        await App.UseCases.PublishAsync(leave.Workflow, limited);
        await App.SubmitLeaveAsync(days: 1);

        var page = Render<NewTicketPage>(parameters => parameters.Add(p => p.WorkflowId, leave.Workflow.Value));

        Assert.Equal("You cannot file this now", page.WaitForElement("h2").TextContent);
        Assert.Contains("1 of these in 24 hours", page.Find(".lf-empty-text").TextContent, StringComparison.Ordinal);
        Assert.Contains("2026-03-03 16:00", page.Find(".lf-empty-text").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".lf-card-foot button"));
    }

    [Fact]
    public async Task Where_it_goes_is_said_as_soon_as_it_can_be_known()
    {
        var page = await FilledAsync();

        page.WaitForAssertion(() => Assert.Equal("Then: Leader approval · 吴珊 Wu Shan", page.Find(".new-ticket-next").TextContent.Trim()));
    }

    [Fact]
    public async Task A_way_that_asks_for_confirmation_asks_before_it_sends()
    {
        await ConfirmSubmissionsAsync();
        var page = await FilledAsync();

        await page.PressAsync(".lf-card-foot button");
        var question = page.Find("dialog h2").TextContent;
        await using var db = await App.DbAsync();
        var before = await db.Tickets.CountAsync();
        await page.PressAsync("dialog .lf-button--primary");

        Assert.Equal("Sure?", question);
        Assert.Equal(0, before);
        Assert.Equal(1, await db.Tickets.CountAsync());
    }

    [Fact]
    public async Task A_workflow_that_is_retired_meanwhile_is_said_to_be_gone()
    {
        var page = await FilledAsync();
        await ChangeLeaveAsync(workflow => workflow.IsRetired = true);

        await page.PressAsync(".lf-card-foot button");

        Assert.Contains("This cannot be filed", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_workflow_has_a_friendly_page_and_a_way_on()
    {
        var page = Render<NewTicketPage>(parameters => parameters.Add(p => p.WorkflowId, 404));

        page.WaitForAssertion(() => Assert.Equal("/tickets/new", page.Find(".lf-empty a").GetAttribute("href")));
    }

    [Fact]
    public async Task What_was_typed_is_there_again_after_the_connection_was_lost()
    {
        var page = await OpenAsync();
        await page.InvokeAsync(() => page.Find("#field-title").Input("Half a holi"));
        await page.InvokeAsync(() => page.Find("#ticket-comment").Input("soon"));
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await page.FindComponent<LoonFlow.Web.Features.Tickets.Forms.TicketForm>().Instance.DisposeAsync();

        var again = await OpenAsync();

        again.WaitForElement(".lf-draft");
        Assert.Equal("Half a holi", again.Find("#field-title").GetAttribute("value"));
        Assert.Equal("soon", again.Find("#ticket-comment").GetAttribute("value"));
        Assert.Contains("Restored what you typed", again.Find(".lf-draft").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restored_draft_can_be_thrown_away()
    {
        var lin = await App.PersonAsync("lin");
        var leave = await App.WorkflowAsync("Leave");
        var draft = new SaveFormDraft(FormKeys.New(leave.Workflow), DraftContent.Empty with { Comment = "soon" });
        await App.UseCases.RunAsync((SaveFormDraftHandler handler) => handler.HandleAsync(draft, lin, default));
        var page = await OpenAsync();

        await page.PressAsync(".lf-draft button");

        await using var db = await App.DbAsync();
        Assert.Empty(page.FindAll(".lf-draft"));
        Assert.Equal(string.Empty, page.Find("#ticket-comment").GetAttribute("value"));
        Assert.Empty(await db.FormDrafts.ToListAsync());
    }

    private async Task<IRenderedComponent<NewTicketPage>> OpenAsync()
    {
        var leave = await App.WorkflowAsync("Leave");
        var page = Render<NewTicketPage>(parameters => parameters.Add(p => p.WorkflowId, leave.Workflow.Value));
        page.WaitForElement("#field-title");

        return page;
    }

    private async Task<IRenderedComponent<NewTicketPage>> FilledAsync()
    {
        var page = await OpenAsync();
        await page.InvokeAsync(() => page.Find("#field-title").Input("Holiday"));
        await page.InvokeAsync(() => page.Find("#field-leave-type input").Change(true));
        await page.InvokeAsync(() => page.Find("#field-leave-start").Change("2026-03-09T09:00"));
        await page.InvokeAsync(() => page.Find("#field-leave-end").Change("2026-03-10T18:00"));
        await page.InvokeAsync(() => page.Find("#field-leave-days").Input("2"));
        await page.InvokeAsync(() => page.Find("#field-leave-proxy").Input("gao"));
        await page.InvokeAsync(() => page.Find("#field-leave-proxy").KeyDown("Enter"));
        await page.InvokeAsync(() => page.Find("#field-leave-reason").Input("Family"));

        return page;
    }

    private async Task ChangeLeaveAsync(Action<WorkflowRow> change)
    {
        var leave = await App.WorkflowAsync("Leave");
        await using var db = await App.DbAsync();
        change(await db.Workflows.SingleAsync(workflow => workflow.Id == leave.Workflow));
        await db.SaveChangesAsync();
    }

    private async Task ConfirmSubmissionsAsync()
    {
        var leave = await App.WorkflowAsync("Leave");
        var document = leave.Document with
        {
            Transitions = [.. leave.Transitions.Select(transition => transition.From == leave.Start.Id ? transition with { Confirmation = new Caption("确定？", "Sure?") } : transition)],
        };
        await App.UseCases.PublishAsync(leave.Workflow, document, "Asks");
    }
}
