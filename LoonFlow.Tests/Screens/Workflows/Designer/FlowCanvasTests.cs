using Bunit;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Workflows.Designer;
using LoonFlow.Web.Features.Workflows.Designer.Canvas;
using Microsoft.Extensions.DependencyInjection;

namespace LoonFlow.Tests.Screens.Workflows.Designer;

/// <summary>What the server says to the canvas in the browser, and hears of it.</summary>
public sealed class FlowCanvasTests : ScreenTest
{
    private const string Note = """{"kind":"addNote","id":5001,"text":"Ask Ann","at":{"x":10,"y":20}}""";

    private readonly DesignerSession _session;

    public FlowCanvasTests()
    {
        Services.AddSingleton<RefusalTexts>();
        _session = new DesignerSession(
            new Workflow { Id = new WorkflowId(1), Name = "Leave" },
            Leave.Document,
            new DesignerReferences(Cast.Company, new Dictionary<WorkflowId, Workflow>(), [], [], []),
            Cast.Actor(Cast.Ann),
            count => Task.FromResult<IReadOnlyList<long>>([.. Enumerable.Range(9_000, count).Select(id => (long)id)]));
    }

    [Fact]
    public void Everything_is_told_at_first_and_then_only_what_changed()
    {
        var canvas = Show();

        Assert.Equal(Leave.Document.States.Count + Leave.Document.Transitions.Count + 2, Whole(canvas).Cells.Count);
        var answer = Receive(canvas, 1, Note);

        Assert.Null(answer.Said);
        Assert.Contains("Ask Ann", Assert.Single(answer.Change.Cells), StringComparison.Ordinal);
        Assert.False(answer.Change.IsWhole);
    }

    [Fact]
    public void An_edit_heard_twice_is_done_once_and_answered_with_everything()
    {
        var canvas = Show();
        Receive(canvas, 1, Note);

        var again = Receive(canvas, 1, Note);

        Assert.True(again.Change.IsWhole);
        Assert.Single(_session.Document.Notes);
    }

    [Fact]
    public void Undo_and_redo_come_in_their_turn()
    {
        var canvas = Show();
        Receive(canvas, 1, Note);

        var undone = Receive(canvas, 2, """{"kind":"undo"}""");
        Assert.Equal(["n5001"], undone.Change.Gone);
        Assert.Equal("Add a note", _session.RedoName);

        Receive(canvas, 3, """{"kind":"redo"}""");
        Assert.Single(_session.Document.Notes);
    }

    [Fact]
    public void What_is_no_edit_is_refused_in_words_and_changes_nothing()
    {
        var answer = Receive(Show(), 1, """{"kind":"paste","clip":"rm -rf"}""");

        Assert.Equal("The clipboard holds no part of a flow.", answer.Said);
        Assert.Same(Leave.Document, _session.Document);
    }

    [Theory]
    [InlineData("5", "“HR” and 7 lines were removed. Ctrl+Z brings them back. Conditions of “Agree” that led elsewhere went with it.")]
    [InlineData("4", "“Executive approval” and 2 lines were removed. Ctrl+Z brings them back.")]
    [InlineData("3,4", "2 elements and 5 lines were removed. Ctrl+Z brings them back.")]
    public void It_is_said_what_went_with_a_state(string states, string said)
    {
        var answer = Receive(Show(), 1, $$"""{"kind":"remove","states":[{{states}}],"lines":[],"notes":[]}""");

        Assert.Equal(said, answer.Said);
    }

    [Fact]
    public void It_is_said_what_went_with_a_line()
    {
        var canvas = Show();

        Assert.Equal("“Submit” was removed. Ctrl+Z brings it back.", Receive(canvas, 1, Remove("""{"transition":11}""")).Said);
        Assert.Equal("“Agree” was removed. Ctrl+Z brings it back.", Receive(canvas, 2, Remove("""{"transition":21,"branch":0}""")).Said);
        Assert.Equal("2 lines were removed. Ctrl+Z brings them back. Conditions of “Agree” that led elsewhere went with it.", Receive(canvas, 3, Remove("""{"transition":21}""")).Said);

        static string Remove(string line) => $$"""{"kind":"remove","states":[],"lines":[{{line}}],"notes":[]}""";
    }

    [Fact]
    public void What_was_added_is_called_by_the_name_that_it_got()
    {
        var canvas = Show();
        Receive(canvas, 1, Add(5001));

        Assert.Equal("Added: Approval 2", Receive(canvas, 2, Add(5002)).Said);

        static string Add(int id) => $$$"""{"kind":"addState","id":{{{id}}},"template":"state","at":{"x":0,"y":0}}""";
    }

    [Fact]
    public void Nothing_is_changed_where_it_is_only_looked_at()
    {
        var canvas = Show(isReadOnly: true);

        Receive(canvas, 1, Note);

        Assert.Same(Leave.Document, _session.Document);
        Assert.Empty(canvas.FindAll("[data-template]"));
    }

    [Fact]
    public void What_is_chosen_there_is_in_hand_here_if_it_exists()
    {
        var canvas = Show();

        canvas.InvokeAsync(() => canvas.Instance.Choose(new CanvasChoice([Leave.Hr.Value, 999], [999], [999])));

        Assert.Equal(Leave.Hr, _session.Selection.OnlyState);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, null)]
    [InlineData(null, null)]
    public void Which_line_of_a_transition_is_in_hand_is_heard_and_told(int? chosen, int? heard)
    {
        var canvas = Show();

        canvas.InvokeAsync(() => canvas.Instance.Choose(new CanvasChoice([], [Leave.LeaderAgrees.Value], []) { Branch = chosen }));

        Assert.Equal((Leave.LeaderAgrees, heard), (_session.Selection.OnlyTransition, _session.Selection.Branch));
        Assert.Equal(heard, Whole(canvas).Branch);
    }

    [Fact]
    public void A_state_says_whom_it_asks_and_a_branch_says_when()
    {
        var cells = Whole(Show()).Cells;

        Assert.Contains(cells, cell => cell.Contains("\"name\":\"Leader approval\",\"who\":\"The creator’s leader\"", StringComparison.Ordinal));
        Assert.Contains(cells, cell => cell.Contains("\"condition\":\"days > 5\"", StringComparison.Ordinal));
        Assert.Contains(cells, cell => cell.Contains("\"condition\":\"otherwise\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_tool_and_tile_has_a_name()
    {
        var canvas = Show();
        canvas.InvokeAsync(() => canvas.Instance.Look(isNarrow: true));

        Assert.All(canvas.FindAll("button"), button => Assert.True(button.TextContent.Trim().Length > 0 || button.GetAttribute("aria-label") is { Length: > 0 }));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Phones_begin_with_the_outline(bool isNarrow, int outlines)
    {
        var canvas = Show();

        canvas.InvokeAsync(() => canvas.Instance.Look(isNarrow));

        Assert.Equal(outlines, canvas.FindComponents<FlowOutline>().Count);
    }

    [Fact]
    public void The_keys_are_listed()
    {
        var canvas = Show();

        canvas.InvokeAsync(canvas.Instance.Help);

        Assert.Contains("Walk from state to state", canvas.Find("dialog").TextContent, StringComparison.Ordinal);
    }

    private static CanvasChange Whole(IRenderedComponent<FlowCanvas> canvas) => (CanvasChange)canvas.Instance.Ask();

    private static CanvasAnswer Receive(IRenderedComponent<FlowCanvas> canvas, long number, string json) => (CanvasAnswer)canvas.Instance.Receive(number, json);

    private IRenderedComponent<FlowCanvas> Show(bool isReadOnly = false) =>
        Render<FlowCanvas>(parameters => parameters.Add(canvas => canvas.Session, _session).Add(canvas => canvas.IsReadOnly, isReadOnly));
}
