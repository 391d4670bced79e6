using Bunit;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Tickets;
using LoonFlow.Web.Features.Tickets.Detail;
using LoonFlow.Web.Resources;
using LoonFlow.Web.Scripts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace LoonFlow.Tests.Screens.Tickets;

public sealed class FlowLogTimelineTests : ScreenTest
{
    public FlowLogTimelineTests() => Services.AddOptions<InstallationOptions>();

    [Fact]
    public void Each_line_says_who_did_what_and_where()
    {
        var story = new Story(Leave.Version)
            .Filed(Cast.Ann, Leave.Submit, Leave.For(2))
            .Taken(Cast.Bob, Leave.LeaderAgrees, comment: "Have fun.\nBut call.")
            .Claimed(Cast.Cleo)
            .Consulted(Cast.Cleo, Cast.Gil)
            .Answered(Cast.Gil)
            .Forwarded(Cast.Cleo, Cast.Dan)
            .Commented(Cast.Ann, "When?");

        var lines = Show(story).FindAll(".lf-timeline-item");

        Assert.Equal(
            [
                "Ann filed the ticket", "Bob pressed “Agree”", "Cleo claimed the ticket", "Cleo asked Gil for advice",
                "Gil answered Cleo", "Cleo forwarded it to Dan", "Ann commented",
            ],
            lines.Select(line => line.QuerySelector(".lf-timeline-head > span")!.TextContent.Trim()));
        Assert.Contains("Leader approval", lines[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("Have fun.\nBut call.", lines[1].QuerySelector(".lf-timeline-comment")!.TextContent);
        Assert.Contains("lf-timeline-mark--good", lines[1].QuerySelector(".lf-timeline-mark")!.ClassList);
    }

    [Fact]
    public void The_newest_may_come_first()
    {
        var story = new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2)).Taken(Cast.Bob, Leave.LeaderRefuses);

        var lines = Show(story, newestFirst: true).FindAll(".lf-timeline-item");

        Assert.Equal(["TransitionTaken", "Submitted"], lines.Select(line => line.GetAttribute("data-action")));
        Assert.Contains("lf-timeline-mark--bad", lines[0].QuerySelector(".lf-timeline-mark")!.ClassList);
    }

    [Fact]
    public void Changed_values_stand_before_and_after()
    {
        var story = new Story(Leave.Version)
            .Filed(Cast.Ann, Leave.Submit, Leave.For(4))
            .Taken(Cast.Bob, Leave.LeaderAgrees)
            .Taken(Cast.Gil, Leave.DirectorAgrees, Form.With(("days", new FieldValue.Decimal(3.5m))));

        var change = Assert.Single(Show(story).FindAll(".timeline-changes li"));

        Assert.Equal("days", change.QuerySelector(".timeline-field")!.TextContent);
        Assert.EndsWith("4", change.QuerySelector(".timeline-before")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("3.5", change.QuerySelector(".timeline-after")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_write_is_text_and_never_markup()
    {
        var story = new Story(Leave.Version).Filed(Cast.Ann, Leave.Submit, Leave.For(2), comment: "<img src=x onerror=alert(1)>");

        var screen = Show(story);

        Assert.Empty(screen.FindAll("img"));
        Assert.Contains("<img src=x", screen.Find(".lf-timeline-comment").TextContent, StringComparison.Ordinal);
    }

    public static TheoryData<FlowLogAction> Actions => [.. Enum.GetValues<FlowLogAction>()];

    [Theory]
    [MemberData(nameof(Actions))]
    public void Everything_that_can_happen_is_told_in_both_languages(FlowLogAction action)
    {
        var texts = Services.GetRequiredService<IStringLocalizer<TicketTexts>>();
        var someone = PersonName.Of(Cast.Bob, Cast.Company);

        foreach (var line in (HistoryLine[])[Line(action, by: null, of: null), Line(action, someone, of: null), Line(action, someone, someone)])
        {
            Speak("en");
            var english = WhatHappened.DeedOf(line, texts);
            Speak("zh-CN");
            var chinese = WhatHappened.DeedOf(line, texts);

            Assert.NotEqual(english, chinese);
            Assert.All([english, chinese], deed => Assert.DoesNotContain("Did", deed, StringComparison.Ordinal));
            Assert.All([english, chinese], deed => Assert.DoesNotContain("“”", deed, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(AutomationKind.Children, "filed the child tickets", "已提交子工单")]
    [InlineData(AutomationKind.Hook, "told the other system", "已通知外部系统")]
    [InlineData(AutomationKind.Script, "ran the script", "已运行脚本")]
    public void What_ran_by_itself_is_called_by_what_it_is(AutomationKind kind, string english, string chinese)
    {
        var texts = Services.GetRequiredService<IStringLocalizer<TicketTexts>>();
        var line = Line(FlowLogAction.AutomationDone, by: null, of: null) with { Automation = kind };

        Speak("en");
        Assert.Equal(english, WhatHappened.DeedOf(line, texts));
        Speak("zh-CN");
        Assert.Equal(chinese, WhatHappened.DeedOf(line, texts));
        Assert.All([FlowLogAction.AutomationFailed, FlowLogAction.AutomationRetried], action =>
            Assert.DoesNotContain("Did", WhatHappened.DeedOf(line with { Action = action }, texts), StringComparison.Ordinal));
    }

    [Fact]
    public void A_failure_is_told_in_the_language_of_the_reader()
    {
        Speak("zh-CN");
        var failed = Line(FlowLogAction.AutomationFailed, by: null, of: null) with { Comment = FailureReason.Of(ScriptRefusals.Disabled).Written };

        var screen = Render<FlowLogTimeline>(parameters => parameters.Add(timeline => timeline.Lines, [failed]).Add(timeline => timeline.Company, Cast.Company));

        Assert.StartsWith("此服务器未启用脚本。", screen.Find(".lf-timeline-comment").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "via oa", "via a removed application")]
    [InlineData("zh-CN", "通过 oa", "通过已移除的应用")]
    public void A_line_says_through_which_application_it_came(string culture, string named, string removed)
    {
        Speak(culture);
        var someone = PersonName.Of(Cast.Bob, Cast.Company);
        HistoryLine[] lines =
        [
            Line(FlowLogAction.Submitted, someone, of: null) with { Id = 1, Through = new ApplicationName(new ApplicationId(7), "oa") },
            Line(FlowLogAction.Commented, someone, of: null) with { Id = 2, Through = new ApplicationName(new ApplicationId(8), Name: null) },
            Line(FlowLogAction.Claimed, someone, of: null) with { Id = 3 },
        ];

        var screen = Render<FlowLogTimeline>(parameters => parameters.Add(timeline => timeline.Lines, lines).Add(timeline => timeline.Company, Cast.Company));

        Assert.Equal([named, removed], screen.FindAll("[data-through]").Select(words => words.TextContent));
    }

    private static HistoryLine Line(FlowLogAction action, PersonName? by, PersonName? of) => new(
        1, new TestClock().GetUtcNow(), by, action, Leave.Leader, new Caption("审批", "Approval"), new Caption("同意", "Agree"), TransitionKind.Agree, by, string.Empty, [])
    {
        Of = of,
        TargetState = new Caption("新建", "New"),
    };

    private IRenderedComponent<FlowLogTimeline> Show(Story story, bool newestFirst = false)
    {
        // Ids come from the database.
        HistoryLine[] lines = [.. TicketViews.Of(story.SeenBy(Cast.Ann), story.History).History.Select((line, index) => line with { Id = index })];

        return Render<FlowLogTimeline>(parameters => parameters
            .Add(timeline => timeline.Lines, lines)
            .Add(timeline => timeline.NewestFirst, newestFirst)
            .Add(timeline => timeline.Company, Cast.Company));
    }
}
