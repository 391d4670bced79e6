using System.Globalization;
using Bunit;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data.Demo;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Tickets.Detail;

namespace LoonFlow.Tests.Screens.Tickets;

/// <summary>Returning, taking back and stepping in on the ticket page.</summary>
public sealed class StepInScreenTests : AppScreenTest
{
    [Fact]
    public async Task A_return_asks_where_to_how_it_goes_on_and_why()
    {
        var id = await App.ReleaseInVoteAsync();
        var screen = await OpenAsync(id, "zhou");

        await screen.PressAsync("[data-action=return]");
        Assert.Equal(2, screen.FindAll("dialog input[name=ticket-return-to]").Count);
        await screen.PressAsync("dialog .lf-button--primary");
        Assert.NotNull(screen.WaitForElement("dialog .lf-field-error"));
        screen.Find("#ticket-reason").Change("Which certificates?");
        await screen.PressAsync("dialog .lf-button--primary");

        screen.WaitForElement("[data-next]");
        var (_, visit) = await App.OpenInAsync(id, "Leader approval");
        Assert.Equal((await App.PersonAsync("zhou")).Id, visit.ResumesAt!.By);
        Assert.Contains("returned it to “Leader approval”", screen.Find(".ticket-log").TextContent, StringComparison.Ordinal);
        Assert.Contains("Then goes straight back to 周启 Zhou Qi", screen.Find(".stay").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_just_done_is_taken_back_with_one_press()
    {
        var id = await App.SubmitReleaseAsync();
        await App.PressAsync(id, "wu", "Leader approval", "Agree");
        var screen = await OpenAsync(id, "wu");

        await screen.PressAsync("[data-action=takeback]");

        screen.WaitForElement("[data-transition]");
        Assert.Contains("Leader approval", screen.Find(".stay-state").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_step_in_is_not_offered_it()
    {
        var screen = await OpenAsync(await App.ReleaseInVoteAsync(), "zhou");

        Assert.Empty(screen.FindAll("[data-step-in]"));
    }

    [Fact]
    public async Task A_place_in_a_vote_is_handed_over()
    {
        var id = await App.ReleaseInVoteAsync();
        var screen = await OpenAsync(id, "anqi");
        var ma = await App.PersonAsync("ma");

        await screen.PressAsync("[data-step-in]");
        await screen.PressAsync("[data-action=forceforward]");
        screen.Find("#ticket-whose").Change(ma.Id.Value.ToString(CultureInfo.InvariantCulture));
        screen.Find("#ticket-person").Input("luo");
        screen.WaitForElement("[role=option]").Click();
        screen.WaitForElement("dialog .lf-chip");
        screen.Find("#ticket-reason").Change("On leave");
        await screen.PressAsync("dialog .lf-button--primary");

        screen.WaitForAssertion(() => Assert.Contains("handed the work of 马骏 Ma Jun over to 罗敏 Luo Min", screen.Find(".ticket-log").TextContent, StringComparison.Ordinal));
        Assert.Contains("罗敏 Luo Min", screen.Find(".vote-seats").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_is_moved_to_a_state_and_one_that_is_over_is_opened_again()
    {
        var id = await App.SubmitReleaseAsync();
        await App.PressAsync(id, "wu", "Leader approval", "Reject");
        var release = await App.WorkflowAsync("Release");
        var screen = await OpenAsync(id, "anqi");

        await screen.PressAsync("[data-step-in]");
        Assert.Contains("Open again", screen.Find("[data-action=jump]").TextContent, StringComparison.Ordinal);
        await screen.PressAsync("[data-action=jump]");
        await screen.PressAsync("dialog .lf-button--primary");
        Assert.Equal(2, screen.FindAll("dialog .lf-field-error").Count);
        screen.Find("#ticket-jump-to").Change(release.States.Single(state => state.Name.English == "Releasing").Id.Value.ToString(CultureInfo.InvariantCulture));
        screen.Find("#ticket-reason").Change("Rejected by mistake");
        await screen.PressAsync("dialog .lf-button--primary");

        screen.WaitForAssertion(() => Assert.Contains("Releasing", screen.Find(".stay-state").TextContent, StringComparison.Ordinal));
        Assert.Contains("opened it again in “Releasing”", screen.Find(".ticket-log").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_are_corrected_with_a_reason()
    {
        var id = await App.SubmitReleaseAsync();
        var screen = await OpenAsync(id, "anqi");

        await screen.PressAsync("[data-step-in]");
        await screen.PressAsync("[data-action=correct]");
        screen.WaitForElement("#correct-release-rollback").Input("Switch the flag off");
        screen.Find("#ticket-reason").Change("Incomplete");
        await screen.PressAsync("dialog .lf-button--primary");

        screen.WaitForAssertion(() => Assert.Contains("corrected values", screen.Find(".ticket-log").TextContent, StringComparison.Ordinal));
        Assert.Equal(new FieldValue.Text("Switch the flag off"), (await App.TicketAsync(id)).Values[ReleaseWorkflow.Rollback]);
    }

    [Fact]
    public async Task A_deleted_ticket_says_so_and_is_restored_by_its_administrator()
    {
        var id = await App.SubmitReleaseAsync();
        var screen = await OpenAsync(id, "anqi");

        await screen.PressAsync("[data-step-in]");
        await screen.PressAsync("[data-action=delete]");
        screen.Find("#ticket-reason").Change("Filed twice");
        await screen.PressAsync("dialog .lf-button--danger");

        screen.WaitForElement(".ticket-deleted");
        await screen.PressAsync("[data-action=restore]");
        screen.WaitForAssertion(() => Assert.Empty(screen.FindAll(".ticket-deleted")));
        await using var db = await App.DbAsync();
        Assert.Single(db.Tickets, ticket => ticket.Id == id);
    }

    [Fact]
    public async Task Whoever_is_asked_in_two_branches_chooses_which_to_decide()
    {
        var id = await App.ReleaseInReviewAsync();
        await App.ClaimInAsync(id, "jiang", "Operations review");
        var screen = await OpenAsync(id, "jiang");

        Assert.Equal(["Security review", "Operations review"], screen.FindAll(".decide-visits button").Select(button => button.TextContent.Trim()));
        Assert.Equal(2, screen.FindAll("[data-transition]").Count);
        await screen.InvokeAsync(() => screen.FindAll(".decide-visits button")[1].Click());
        await screen.InvokeAsync(() => screen.FindAll("[data-transition]")[0].Click());

        screen.WaitForAssertion(() => Assert.Single(screen.FindAll("[data-arrived=passed]")));
        Assert.Contains("Operations", screen.Find("[data-arrived=passed]").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, screen.FindAll("[data-transition]").Count);
    }

    [Fact]
    public async Task When_somebody_was_faster_the_dialog_says_so_and_keeps_what_was_typed()
    {
        var id = await App.ReleaseInVoteAsync();
        var screen = await OpenAsync(id, "anqi");
        await screen.PressAsync("[data-step-in]");
        await screen.PressAsync("[data-action=correct]");
        screen.WaitForElement("#correct-release-rollback").Input("Switch the flag off");
        screen.Find("#ticket-reason").Change("Incomplete");
        await App.PressAsync(id, "ma", "Release board", "Object");

        await screen.PressAsync("dialog .lf-button--primary");

        screen.WaitForAssertion(() => Assert.Contains("马骏 Ma Jun chose “Object”", screen.Find("dialog [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Incomplete", screen.Find("#ticket-reason").GetAttribute("value"));
        Assert.Equal("Switch the flag off", screen.Find("#correct-release-rollback").GetAttribute("value"));

        await screen.PressAsync("dialog .lf-button--primary");
        screen.WaitForAssertion(() => Assert.Empty(screen.FindAll("dialog")));
        Assert.Equal(new FieldValue.Text("Switch the flag off"), (await App.TicketAsync(id)).Values[ReleaseWorkflow.Rollback]);
    }

    [Fact]
    public async Task A_dialog_stays_when_others_end_what_it_asks_about()
    {
        var id = await App.SubmitReleaseAsync();
        var screen = await OpenAsync(id, "wu");
        await screen.PressAsync("[data-action=return]");
        screen.Find("#ticket-reason").Change("Which certificates?");
        await App.AsAsync("anqi", (CloseTicketHandler handler, Actor actor) => handler.HandleAsync(new CloseTicket(id, null, "Not now"), actor, CancellationToken.None));

        await screen.PressAsync("dialog .lf-button--primary");

        screen.WaitForAssertion(() => Assert.Contains("closed the ticket", screen.Find("dialog [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Which certificates?", screen.Find("#ticket-reason").GetAttribute("value"));
        await screen.PressAsync("dialog [data-cancel]");
        screen.WaitForAssertion(() => Assert.Empty(screen.FindAll("dialog")));
        Assert.Contains("closed the ticket", screen.Find(".ticket-news").TextContent, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<TicketPage>> OpenAsync(TicketId id, string userName)
    {
        await SignInAsync(userName);
        var screen = Render<TicketPage>(parameters => parameters.Add(page => page.Id, id.Value));
        screen.WaitForElement("#ticket-comment");

        return screen;
    }
}
