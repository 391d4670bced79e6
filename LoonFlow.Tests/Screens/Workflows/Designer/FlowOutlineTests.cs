using AngleSharp.Dom;
using Bunit;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Workflows.Designer;
using LoonFlow.Web.Features.Workflows.Designer.Canvas;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Workflows.Designer;

public sealed class FlowOutlineTests : ScreenTest
{
    private long _lastId = 5_000;

    public FlowOutlineTests()
    {
        Services.AddSingleton<RefusalTexts>();
        Session = new DesignerSession(
            new Workflow { Id = new WorkflowId(1), Name = "Leave" },
            Leave.Document,
            new DesignerReferences(Cast.Company, new Dictionary<WorkflowId, Workflow>(), [], [], []),
            Cast.Actor(Cast.Ann),
            count => Task.FromResult<IReadOnlyList<long>>([.. Enumerable.Range(0, count).Select(_ => ++_lastId)]));
    }

    private DesignerSession Session { get; }

    [Fact]
    public void States_stand_in_their_order_with_their_ways_and_branches_below()
    {
        var rows = Show().FindAll("[data-row]");

        Assert.Equal(Leave.Document.States.Count, rows.Count(row => row.GetAttribute("aria-level") == "1"));
        Assert.Equal(Leave.Document.Transitions.Count, rows.Count(row => row.GetAttribute("aria-level") == "2"));
        Assert.Equal(["if days > 5", "if days > 3"], rows.Where(row => row.GetAttribute("aria-level") == "3").Select(row => Words(row)));
        Assert.Equal(("1", "6"), (rows[0].GetAttribute("aria-posinset"), rows[0].GetAttribute("aria-setsize")));
    }

    [Fact]
    public void The_path_of_a_trial_is_told_in_words()
    {
        var marks = new FlowMarks { Passed = [Leave.New, Leave.Leader], Current = [Leave.Leader], Taken = [new(Leave.Submit)] };

        var outline = Render<FlowOutline>(parameters => parameters.Add(it => it.Session, Session).Add(it => it.Marks, marks).Add(it => it.IsReadOnly, true));

        Assert.Equal(["Passed", "Taken", "Here now"], outline.FindAll(".lf-badge").Select(badge => badge.TextContent.Trim()));
    }

    [Fact]
    public void One_row_is_reached_by_Tab() => Assert.Single(Show().FindAll("[data-row]"), row => row.GetAttribute("tabindex") == "0");

    [Fact]
    public void What_is_pressed_is_in_hand_for_everybody()
    {
        Row(Show(), Leave.Hr).Click();

        Assert.Equal(Leave.Hr, Session.Selection.OnlyState);
    }

    [Fact]
    public async Task A_state_is_renamed_in_its_row()
    {
        var outline = Show();

        await DoAsync(outline, Leave.Hr, "rename");
        await outline.Find(".outline-input").ChangeAsync(new() { Value = "People office" });

        Assert.Equal("People office", Session.State(Leave.Hr)!.Name.Text);
        Assert.Equal("Rename", Session.UndoName);
    }

    [Fact]
    public async Task The_next_state_comes_connected_in_one_step()
    {
        var outline = Show();

        await DoAsync(outline, Leave.Director, "add");
        await outline.Find(".outline-acts .lf-button--primary").ClickAsync(new());

        var way = Session.Document.Transitions[^1];
        Assert.Equal((Leave.Director, Session.Document.States[^1].Id), (way.From, way.To));
        Session.Undo();
        Assert.Same(Leave.Document, Session.Document);
    }

    [Fact]
    public async Task States_are_connected_by_choosing_the_other_one()
    {
        var outline = Show();

        await DoAsync(outline, Leave.Executive, "connect");
        await outline.Find("select.outline-input[data-focus]").ChangeAsync(new() { Value = "1" });
        await outline.Find(".outline-acts .lf-button--primary").ClickAsync(new());

        var way = Session.Document.Transitions[^1];
        Assert.Equal((Leave.Executive, Leave.New, TransitionKind.Refuse, "Return"), (way.From, way.To, way.Kind, way.Name.Text));
    }

    [Fact]
    public async Task Nothing_leads_on_from_an_end()
    {
        var outline = Show();

        await DoAsync(outline, Leave.Done, "add");

        Assert.Empty(outline.FindAll(".outline-acts select"));
        Assert.DoesNotContain(outline.FindAll("[data-act-row]"), button => button.GetAttribute("data-act-row") is "add" or "connect");
    }

    [Fact]
    public async Task Deleting_moving_and_changing_the_kind_are_steps_too()
    {
        var outline = Show();

        await DoAsync(outline, Leave.Hr, "up");
        Assert.True(Session.State(Leave.Hr)!.Order < Session.State(Leave.Executive)!.Order);

        await outline.InvokeAsync(() => outline.Instance.DoAsync($"t{Leave.LeaderAgrees.Value}", "kind"));
        Assert.Equal(TransitionKind.Refuse, Session.Transition(Leave.LeaderAgrees)!.Kind);

        await outline.InvokeAsync(() => outline.Instance.DoAsync($"t{Leave.LeaderAgrees.Value}.0", "delete"));
        Assert.Single(Session.Transition(Leave.LeaderAgrees)!.Branches);

        await DoAsync(outline, Leave.Director, "delete");
        Assert.Null(Session.State(Leave.Director));
    }

    [Fact]
    public async Task Ways_are_folded_away_and_back()
    {
        var outline = Show();
        var before = outline.FindAll("[data-row]").Count;

        await DoAsync(outline, Leave.New, "toggle");
        Assert.Equal(before - 3, outline.FindAll("[data-row]").Count);
        Assert.Equal("false", Row(outline, Leave.New).GetAttribute("aria-expanded"));

        await DoAsync(outline, Leave.New, "toggle");
        Assert.Equal(before, outline.FindAll("[data-row]").Count);
    }

    [Fact]
    public void What_is_wrong_is_said_in_its_row()
    {
        Session.Edit("Add", document => document with { States = [.. document.States, new State { Id = new StateId(77), Name = "Lost", Order = 99 }] });

        Assert.NotEmpty(Row(Show(), new StateId(77)).QuerySelectorAll(".outline-problem"));
    }

    [Fact]
    public void A_broken_document_is_shown_too()
    {
        var twice = Leave.Document.States[1];
        Session.Edit("Break", document => document with { States = [.. document.States, twice, twice with { Name = "Again" }] });

        Assert.Equal(Leave.Document.States.Count, Show().FindAll("[aria-level='1']").Count);
    }

    [Fact]
    public async Task An_act_on_what_is_gone_or_not_offered_does_nothing()
    {
        var outline = Show();

        await outline.InvokeAsync(() => outline.Instance.DoAsync("s999", "delete"));
        await outline.InvokeAsync(() => outline.Instance.DoAsync("s1", "explode"));

        Assert.Same(Leave.Document, Session.Document);
    }

    [Fact]
    public void The_outline_speaks_the_readers_language()
    {
        Speak("zh-CN");

        Assert.Equal("大纲", Show().Find("[role=treegrid]").GetAttribute("aria-label"));
    }

    private static string Words(IElement row) => row.QuerySelector(".outline-words")!.TextContent.Trim();

    private static IElement Row(IRenderedComponent<FlowOutline> outline, StateId state) => outline.Find($"[data-row='s{state.Value}']");

    private static Task DoAsync(IRenderedComponent<FlowOutline> outline, StateId state, string act) =>
        outline.InvokeAsync(() => outline.Instance.DoAsync($"s{state.Value}", act));

    private IRenderedComponent<FlowOutline> Show() => Render<FlowOutline>(parameters => parameters.Add(outline => outline.Session, Session));
}
