using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Canvas;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Workflows.Canvas;

public sealed class ConnectionRulesTests
{
    private static readonly TransitionId Way = new(903);
    private static readonly CanvasWords Words = new(template => $"{template}", meaning => $"{meaning}");

    [Fact]
    public void Nothing_leaves_an_end() => Assert.Null(Connected(Leave.Document, Leave.Done, Leave.Hr));

    [Fact]
    public void The_start_is_entered_by_returning_only()
    {
        var back = Connected(Leave.Document, Leave.Director, Leave.New)!;

        Assert.Equal((TransitionKind.Refuse, "Return", false), (back.Kind, back.Name.Text, back.RequiresFields));
    }

    [Fact]
    public void The_first_way_agrees_the_second_refuses_the_third_says_something_else()
    {
        var bare = Leave.Document with { Transitions = [] };
        var names = new List<string>();

        foreach (var id in new long[] { 1, 2, 3 })
        {
            bare = CanvasEdits.Apply(bare, new CanvasEdit.Connect(new TransitionId(id), Leave.Leader, null, Leave.Hr, null), Words);
            names.Add(bare.Transitions[^1].Name.Text);
        }

        Assert.Equal(["Agree", "Refuse", "Other"], names);
    }

    [Fact]
    public void The_first_way_from_the_start_submits() =>
        Assert.Equal("Submit", Connected(Leave.Document with { Transitions = [] }, Leave.New, Leave.Leader)!.Name.Text);

    [Fact]
    public void Nothing_automatic_returns_to_the_start()
    {
        var automatic = CanvasEdits.Apply(Leave.Document, new CanvasEdit.AddState(new StateId(901), StateTemplate.Script, null), Words);

        Assert.Null(Connected(automatic, new StateId(901), Leave.New));
        Assert.Equal("GoOn", Connected(automatic, new StateId(901), Leave.Hr)!.Name.Text);
    }

    private static Transition? Connected(WorkflowDocument document, StateId from, StateId to) =>
        CanvasEdits.Apply(document, new CanvasEdit.Connect(Way, from, Side.Right, to, Side.Left), Words).Transitions.FirstOrDefault(transition => transition.Id == Way);
}
