using Bunit;
using LoonFlow.Domain.Notifications;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features.Workflows.Designer;
using LoonFlow.Web.Features.Workflows.Designer.Panels;
using LoonFlow.Web.Features.Workflows.Designer.Panels.Parts;
using LoonFlow.Web.Features.Workflows.Designer.Panels.Settings;

namespace LoonFlow.Tests.Screens.Workflows.Designer.Panels;

public sealed class SettingsSectionsTests : PanelTest
{
    [Fact]
    public void Name_description_heading_and_symbol_are_set()
    {
        var session = Open();
        var section = Draw<AboutSection>(session);

        section.Find("#workflow-name").Change("休假");
        section.Find("#workflow-description").Change("For holidays");
        section.Find("input[value=flight_takeoff]").Change("flight_takeoff");

        Assert.Equal(("休假", "For holidays", "flight_takeoff"), (session.Document.Name.Text, session.Document.Description.Text, session.Document.Icon));
    }

    [Fact]
    public void A_symbol_that_is_not_offered_stays()
    {
        var section = Draw<AboutSection>(Open(Leave.Document with { Icon = "skateboarding" }));

        Assert.True(section.Find("input[value=skateboarding]").HasAttribute("checked"));
    }

    [Fact]
    public void A_title_template_is_shown_with_the_names_of_its_fields()
    {
        var session = Open();
        var section = Draw<TicketsSection>(session);

        section.Find("#workflow-title").Change("{creator}: {days} days");

        Assert.Equal("{creator}: {days} days", session.Document.TitleTemplate);
        Assert.Equal("‹Creator›: ‹days› days", section.Find(".panel-preview span").TextContent);
    }

    [Fact]
    public void A_title_template_that_names_nothing_says_so()
    {
        var section = Draw<TicketsSection>(Open(Leave.Document with { TitleTemplate = "{dayz}" }));

        Assert.Contains("dayz", section.Find(".panel-problem--warning").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{da", "{days}")]
    [InlineData("Leave of {cre", "{creator}")]
    public async Task Behind_an_opening_brace_fields_are_offered(string typed, string offered)
    {
        var section = Draw<TicketsSection>(Open());
        var text = section.FindComponent<SuggestingText>();

        await text.InvokeAsync(() => text.Instance.OfferAt(typed, typed.Length));

        Assert.Equal(offered, section.Find("[role=option] code").TextContent);
    }

    [Fact]
    public void Who_may_file_is_limited_and_says_who_that_is_today()
    {
        var session = Open();
        var section = Draw<LimitsSection>(session);

        section.Find("#workflow-filers-roles").Change(true);
        section.Find("#workflow-filers-roles-list").Input("Oper");
        section.Find("[role=option]").Click();

        Assert.Equal([Cast.Operators], session.Document.Limits.Roles);
        Assert.Equal("2 people today: Olga, Omar", section.Find(".panel-who").TextContent.Trim());
    }

    [Fact]
    public void How_many_may_be_filed_is_limited()
    {
        var session = Open();
        var section = Draw<LimitsSection>(session);

        section.Find("#workflow-limit-frequency").Change(true);
        section.Find("#workflow-frequency-count").Change("3");
        section.Find("#workflow-frequency-scope").Change("Everyone");

        Assert.Equal(new FrequencyLimit(TimeSpan.FromDays(30), 3, LimitScope.Everyone), session.Document.Limits.Frequency);
    }

    [Fact]
    public void An_event_gets_words_of_its_own_in_both_languages()
    {
        var session = Open();
        var section = Draw<NoticesSection>(session);

        section.Find(".panel-add-words").Change("Arrival");
        section.Find("#notice-Arrival-title").Change("Please handle {title}");
        section.Find("#notice-Arrival-title").ParentElement!.QuerySelector(".caption-editor-more")!.Click();
        section.Find("#notice-Arrival-title-beside").Change("请处理 {title}");

        Assert.Equal(new NoticeTemplate(NoticeEvent.Arrival, new("请处理 {title}", "Please handle {title}"), new("")), Assert.Single(session.Document.Notices.Templates));
    }

    [Fact]
    public void Another_system_is_told_of_what_is_ticked()
    {
        var session = Open();
        var section = Draw<HooksSection>(session);

        section.Find(".panel-add-hook").Click();
        section.Find("#hook-0-name").Change("OA");
        section.Find("#hook-0-url").Change("https://oa.example.com");
        section.Find("#hook-0-Created").Change(true);

        var hook = Assert.Single(session.Document.EventHooks);
        Assert.Equal(("OA", "https://oa.example.com"), (hook.Name, hook.Call.Url));
        Assert.Equal([EventHookTrigger.Finished, EventHookTrigger.Created], hook.Triggers);
    }

    [Fact]
    public void What_several_have_in_common_is_set_for_all()
    {
        var session = Open();
        session.Select(new DesignerSelection { Transitions = [Leave.LeaderAgrees, Leave.LeaderRefuses], States = [Leave.Hr] });
        var panel = Draw<SelectionPanel>(session);

        panel.Find("#selection-kind").Change("Other");
        panel.Find("#selection-hidden").Change("True");

        Assert.Equal([TransitionKind.Other, TransitionKind.Other], session.Selection.Transitions.Select(id => session.Transition(id)!.Kind));
        Assert.True(session.State(Leave.Hr)!.IsHidden);
        Assert.Equal("3 selected", panel.Find("h2").TextContent);
    }

    private IRenderedComponent<T> Draw<T>(DesignerSession session)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        Follow(session, Render<T>(parameters => parameters.TryAdd("Session", session)));
}
