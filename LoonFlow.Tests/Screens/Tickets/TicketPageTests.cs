using Bunit;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Tickets.Detail;

namespace LoonFlow.Tests.Screens.Tickets;

/// <summary>Cai's leave waits for Ma and for Luo: whoever of them decides first, decides.</summary>
public sealed class TicketPageTests : AppScreenTest
{
    [Fact]
    public async Task The_buttons_are_exactly_what_is_offered()
    {
        var id = await FileAsync();

        var screen = await OpenAsync(id, "ma");

        Assert.Equal(["Agree", "Refuse"], screen.FindAll("[data-transition]").Select(button => button.TextContent.Trim()));
        Assert.Equal(["forward", "consult", "addcomment"], Actions(screen));
    }

    [Fact]
    public async Task Its_creator_may_withdraw_and_comment()
    {
        var id = await FileAsync();

        var screen = await OpenAsync(id, "cai");

        Assert.Empty(screen.FindAll("[data-transition]"));
        Assert.Equal(["addcomment", "withdraw"], Actions(screen));
    }

    [Fact]
    public async Task A_ticket_that_is_not_for_the_reader_looks_like_one_that_does_not_exist()
    {
        var id = await FileAsync();
        await SignInAsync("lin");

        var foreign = Render<TicketPage>(parameters => parameters.Add(page => page.Id, id.Value));
        var unknown = Render<TicketPage>(parameters => parameters.Add(page => page.Id, 404));
        foreign.WaitForElement(".lf-empty");
        unknown.WaitForElement(".lf-empty");

        Assert.Equal(unknown.Markup, foreign.Markup);
    }

    [Fact]
    public async Task A_decision_is_carried_out_with_its_comment_and_leads_to_what_waits_next()
    {
        var next = await FileAsync("Another one");
        var id = await FileAsync();
        var screen = await OpenAsync(id, "ma");

        Write(screen, "Enjoy it");
        Press(screen, "Agree");

        var message = screen.WaitForElement("[role=status] [data-next]");
        Assert.Equal($"/tickets/{next.Value}", message.GetAttribute("href"));
        Assert.Contains("Another one", message.TextContent, StringComparison.Ordinal);
        Assert.Equal("Enjoy it", screen.Find(".lf-timeline-comment").TextContent);
        Assert.Empty(screen.FindAll("[data-transition]"));
        screen.WaitForAssertion(() => Assert.Equal(string.Empty, Written(screen)));
        Assert.Equal(2, (await App.TicketAsync(id)).VisitCount);
    }

    [Fact]
    public async Task Without_more_to_do_the_way_leads_back_to_the_inbox()
    {
        var screen = await OpenAsync(await FileAsync(), "ma");

        Press(screen, "Agree");

        Assert.Equal("/inbox", screen.WaitForElement("[data-next]").GetAttribute("href"));
    }

    [Fact]
    public async Task A_refusal_is_confirmed_first()
    {
        var id = await FileAsync();
        var screen = await OpenAsync(id, "ma");

        Press(screen, "Refuse");
        Assert.Contains("Really refuse?", screen.WaitForElement("dialog").TextContent, StringComparison.Ordinal);
        screen.Find("dialog .lf-button--danger").Click();

        screen.WaitForElement("[data-next]");
        Assert.Equal(TicketStatus.Returned, (await App.TicketAsync(id)).Status);
    }

    [Fact]
    public async Task Who_comes_second_is_told_who_did_what_and_keeps_what_they_wrote()
    {
        var id = await FileAsync();
        var screen = await OpenAsync(id, "ma");
        Write(screen, "I would rather not");
        await App.TakeAsync(id, "luo", TransitionKind.Agree);

        Press(screen, "Agree");

        screen.WaitForAssertion(() => Assert.Contains("罗敏 Luo Min pressed “Agree”", screen.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains("HR approval", screen.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("I would rather not", Written(screen));
        Assert.Empty(screen.FindAll("[data-transition]"));
        Assert.Equal(2, (await App.TicketAsync(id)).VisitCount);
    }

    [Fact]
    public async Task A_page_nobody_types_into_follows_what_others_do()
    {
        var id = await FileAsync();
        var screen = await OpenAsync(id, "ma");

        await App.TakeAsync(id, "luo", TransitionKind.Agree);
        await DeliverAsync();

        screen.WaitForAssertion(() => Assert.Empty(screen.FindAll("[data-transition]")));
        Assert.Contains("HR approval", screen.Find(".stay-state").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_being_typed_into_says_what_others_did_and_waits()
    {
        var id = await FileAsync();
        var screen = await OpenAsync(id, "ma");
        Write(screen, "Let me think");
        screen.WaitForAssertion(() => Assert.Equal("Let me think", Written(screen)));

        await App.TakeAsync(id, "luo", TransitionKind.Agree);
        await DeliverAsync();

        var show = screen.WaitForElement("[data-show]");
        Assert.Contains("罗敏 Luo Min pressed “Agree”", show.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, screen.FindAll("[data-transition]").Count);

        show.Click();

        screen.WaitForAssertion(() => Assert.Empty(screen.FindAll("[data-transition]")));
        Assert.Equal("Let me think", Written(screen));
    }

    [Fact]
    public async Task A_comment_needs_words()
    {
        var id = await FileAsync();
        var screen = await OpenAsync(id, "cai");

        screen.Find("[data-action=addcomment]").Click();
        Assert.Contains("Write a comment", screen.WaitForElement(".lf-field-error").TextContent, StringComparison.Ordinal);

        Write(screen, "When?");
        screen.WaitForAssertion(() => Assert.Equal("When?", Written(screen)));
        screen.Find("[data-action=addcomment]").Click();

        screen.WaitForAssertion(() => Assert.Equal("When?", screen.Find(".lf-timeline-comment").TextContent));
        Assert.Equal(string.Empty, Written(screen));
    }

    [Fact]
    public async Task Forwarding_asks_for_a_person()
    {
        var id = await FileAsync();
        var screen = await OpenAsync(id, "ma");

        screen.Find("[data-action=forward]").Click();
        screen.WaitForElement("dialog .lf-button--primary").Click();
        Assert.Contains("Choose a person", screen.WaitForElement("dialog .lf-field-error").TextContent, StringComparison.Ordinal);

        screen.Find("#ticket-person").Input("ding");
        screen.WaitForElement("[role=option]").Click();
        screen.WaitForElement("dialog .lf-chip");
        screen.Find("dialog .lf-button--primary").Click();

        screen.WaitForElement("[data-next]");
        Assert.True((await App.TicketAsync(id)).OpenVisits.Single().IsFor(await App.PersonAsync("ding")));
    }

    [Fact]
    public async Task Closing_asks_for_a_reason()
    {
        var id = await FileAsync();
        var screen = await OpenAsync(id, "anqi");

        screen.Find("[data-step-in]").Click();
        screen.Find("[data-action=close]").Click();
        screen.WaitForElement("dialog .lf-button--danger").Click();
        Assert.NotNull(screen.WaitForElement("dialog .lf-field-error"));

        screen.Find("#ticket-reason").Change("Filed twice");
        screen.Find("dialog .lf-button--danger").Click();

        screen.WaitForAssertion(() => Assert.Equal("Filed twice", screen.Find(".lf-timeline-comment").TextContent));
        Assert.Equal(TicketStatus.Closed, (await App.TicketAsync(id)).Status);
    }

    [Fact]
    public async Task Another_ticket_on_the_same_page_leaves_nothing_of_the_first_behind()
    {
        var first = await FileAsync("First");
        var second = await FileAsync("Second");
        var screen = await OpenAsync(first, "ma");
        Write(screen, "For the first only");

        screen.Render(parameters => parameters.Add(page => page.Id, second.Value));

        screen.WaitForAssertion(() =>
        {
            Assert.Equal("Second", screen.Find("h1").TextContent);
            Assert.Equal(string.Empty, Written(screen));
        });
    }

    private async Task<TicketId> FileAsync(string title = "Half a day off") => (await App.SubmitLeaveAsync(days: 0.5m, by: "cai", title: title)).Value;

    private async Task<IRenderedComponent<TicketPage>> OpenAsync(TicketId id, string userName)
    {
        await SignInAsync(userName);
        var screen = Render<TicketPage>(parameters => parameters.Add(page => page.Id, id.Value));
        screen.WaitForElement("#ticket-comment");

        return screen;
    }

    private static IEnumerable<string?> Actions(IRenderedComponent<TicketPage> screen) =>
        screen.FindAll("[data-action].lf-button").Select(button => button.GetAttribute("data-action"));

    private static void Press(IRenderedComponent<TicketPage> screen, string caption) =>
        screen.InvokeAsync(() => screen.FindAll("[data-transition]").Single(button => button.TextContent.Trim() == caption).Click()).GetAwaiter().GetResult();

    private static void Write(IRenderedComponent<TicketPage> screen, string comment) => screen.Find("#ticket-comment").Input(comment);

    private static string? Written(IRenderedComponent<TicketPage> screen) => screen.Find("#ticket-comment").GetAttribute("value") ?? string.Empty;
}
