using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Canvas;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Workflows.Canvas;

public sealed class CanvasPastingTests
{
    private static readonly CanvasWords Words = new(template => $"{template}", meaning => $"{meaning}");
    private static readonly WorkflowDocument Empty = new() { Name = "Empty" };
    private static readonly long[] Ids = [.. Enumerable.Range(5_000, 100).Select(id => (long)id)];

    [Fact]
    public void A_whole_flow_comes_into_an_empty_workflow_under_new_ids()
    {
        var clip = CanvasClip.Of(Leave.Document);

        var pasted = Paste(Empty, clip, new Position(0, 0));

        Assert.Equal(Leave.Document.States.Select(state => state.Name), pasted.States.Select(state => state.Name));
        Assert.Equal(clip.Count, pasted.States.Count + pasted.Transitions.Count);
        Assert.All(pasted.States, state => Assert.InRange(state.Id.Value, 5_000, 5_100));
        Assert.All(pasted.Transitions.SelectMany(transition => transition.Targets().Append(transition.From)), id => Assert.Contains(pasted.States, state => state.Id == id));
    }

    [Fact]
    public void Only_ways_between_what_was_copied_come_along()
    {
        var clip = CanvasClip.Of(Leave.Document, [Leave.Leader, Leave.Hr, Leave.Director], []);

        Assert.Equal([Leave.LeaderAgrees, Leave.DirectorAgrees], clip.Transitions.Select(transition => transition.Id));
        Assert.Equal([Leave.Director], clip.Transitions[0].Branches.Select(branch => branch.To));
    }

    [Fact]
    public void A_start_beside_a_start_stays_out()
    {
        var pasted = Paste(Leave.Document, CanvasClip.Of(Leave.Document), new Position(0, 0));

        Assert.Single(pasted.States, state => state.Kind is StateKind.Start);
        Assert.Equal((2 * Leave.Document.States.Count) - 1, pasted.States.Count);
    }

    [Fact]
    public void Places_are_kept_to_each_other_and_the_corner_comes_where_it_was_asked_for()
    {
        var drawn = Empty with
        {
            States = [new State { Id = new(1), Name = "A", Position = new(100, 50) }, new State { Id = new(2), Name = "B", Position = new(300, 90) }],
            Notes = [new CanvasNote(new NoteId(3), "Why", new Position(120, 10))],
        };

        var pasted = Paste(Empty, CanvasClip.Of(drawn), new Position(1_000, 1_000));

        Assert.Equal([new(1_000, 1_040), new(1_200, 1_080)], pasted.States.Select(state => state.Position!));
        Assert.Equal(new Position(1_020, 1_000), pasted.Notes[0].Position);
    }

    [Fact]
    public void Forks_and_timers_mean_the_copies()
    {
        var drawn = Empty with
        {
            States =
            [
                new State { Id = new(1), Name = "Fork", Kind = StateKind.Fork, Join = new StateId(2) },
                new State
                {
                    Id = new(2), Name = "Join", Kind = StateKind.Join,
                    Timers = [Takes(1, 11), Takes(2, 99)],
                },
            ],
            Transitions = [new Transition { Id = new(11), Name = "On", From = new(1), To = new(2) }],
        };

        var pasted = Paste(Empty, CanvasClip.Of(drawn), new Position(0, 0));

        Assert.Equal(pasted.States[1].Id, pasted.States[0].Join);
        Assert.Equal(new TimerAction.Take(pasted.Transitions[0].Id), Assert.Single(pasted.States[1].Timers).Action);
    }

    [Fact]
    public void Pasting_twice_under_the_same_ids_is_pasting_once()
    {
        var clip = CanvasClip.Of(Leave.Document, [Leave.Hr], []);
        var once = Paste(Leave.Document, clip, new Position(0, 0));

        Assert.Same(once, Paste(once, clip, new Position(0, 0)));
    }

    [Fact]
    public void Too_few_ids_repeated_ids_or_an_endless_clip_paste_nothing()
    {
        var clip = CanvasClip.Of(Leave.Document, [Leave.Hr, Leave.Leader], []);
        var endless = new CanvasClip { Notes = [.. Enumerable.Range(0, CanvasBounds.MostNotes + 1).Select(id => new CanvasNote(new NoteId(id), "x", new Position(0, 0)))] };

        Assert.Same(Empty, CanvasEdits.Apply(Empty, new CanvasEdit.Paste(clip, [1], new Position(0, 0)), Words));
        Assert.Same(Empty, CanvasEdits.Apply(Empty, new CanvasEdit.Paste(clip, [1, 1, 1], new Position(0, 0)), Words));
        Assert.Same(Empty, CanvasEdits.Apply(Empty, new CanvasEdit.Paste(endless, [.. Enumerable.Range(1, 600).Select(id => (long)id)], new Position(0, 0)), Words));
        Assert.Same(Empty, CanvasEdits.Apply(Empty, new CanvasEdit.Paste(new CanvasClip(), Ids, new Position(0, 0)), Words));
    }

    [Fact]
    public void States_of_one_id_in_a_clip_are_one()
    {
        var twice = new CanvasClip { States = [new State { Id = new(1), Name = "A" }, new State { Id = new(1), Name = "B" }] };

        Assert.Single(Paste(Empty, twice, new Position(double.NaN, double.PositiveInfinity)).States);
    }

    private static TimerSetting Takes(int number, long transition) =>
        new() { Number = number, After = TimeSpan.FromHours(1), Action = new TimerAction.Take(new TransitionId(transition)) };

    private static WorkflowDocument Paste(WorkflowDocument document, CanvasClip clip, Position at) =>
        CanvasEdits.Apply(document, new CanvasEdit.Paste(clip, Ids, at), Words);
}
