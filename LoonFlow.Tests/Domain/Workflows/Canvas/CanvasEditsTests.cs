using LoonFlow.Domain.Common;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Canvas;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Workflows.Canvas;

public sealed class CanvasEditsTests
{
    private static readonly StateId Fresh = new(901);
    private static readonly StateId Other = new(902);
    private static readonly TransitionId Way = new(903);
    private static readonly Position Here = new(100, 200);
    private static readonly CanvasWords Words = new(template => new Caption($"{template}", $"{template}-en"), meaning => $"{meaning}");

    [Fact]
    public void A_new_state_stands_where_it_was_dropped_and_last_in_order()
    {
        var edited = Apply(Leave.Document, new CanvasEdit.AddState(Fresh, StateTemplate.State, Here));

        var state = edited.States[^1];
        Assert.Equal((Fresh, Here, StateKind.Normal), (state.Id, state.Position!, state.Kind));
        Assert.Equal(edited.States.Max(one => one.Order), state.Order);
    }

    [Fact]
    public void What_comes_of_the_palette_is_what_it_says()
    {
        State Of(StateTemplate template) => Apply(new WorkflowDocument { Name = "Empty" }, new CanvasEdit.AddState(Fresh, template, Here)).States[0];

        Assert.Equal(StateKind.Start, Of(StateTemplate.Start).Kind);
        Assert.Equal(StateKind.End, Of(StateTemplate.End).Kind);
        Assert.Equal(StateKind.Join, Of(StateTemplate.Join).Kind);
        Assert.IsType<ParticipantSpec.Script>(Of(StateTemplate.Script).Participants);
        Assert.IsType<ParticipantSpec.Hook>(Of(StateTemplate.Hook).Participants);
        Assert.NotNull(Of(StateTemplate.Children).Children);
    }

    [Fact]
    public void New_states_of_one_kind_are_numbered()
    {
        var edited = Apply(Leave.Document, new CanvasEdit.AddState(Fresh, StateTemplate.State, Here), new CanvasEdit.AddState(Other, StateTemplate.State, Here));

        Assert.Equal(["State", "State 2"], edited.States.TakeLast(2).Select(state => state.Name.Text));
        Assert.Equal("State-en 2", edited.States[^1].Name.English);
    }

    [Fact]
    public void A_second_start_is_not_added() => Same(new CanvasEdit.AddState(Fresh, StateTemplate.Start, Here));

    [Fact]
    public void An_edit_that_is_told_twice_is_done_once()
    {
        CanvasEdit[] edits =
        [
            new CanvasEdit.AddState(Fresh, StateTemplate.State, Here),
            new CanvasEdit.Connect(Way, Leave.Hr, Side.Right, Fresh, Side.Left),
            new CanvasEdit.Insert(new LineRef(Leave.HrAgrees), Fresh, Fresh, new TransitionId(906)),
            new CanvasEdit.AddNote(new NoteId(904), "Ask Ann", Here),
            new CanvasEdit.Move([new StatePlace(Fresh, new Position(5, 5))], []),
            new CanvasEdit.RenameState(Fresh, "Look again", "en"),
            new CanvasEdit.Duplicate([Leave.Hr], [], [905], Here),
            new CanvasEdit.Remove([], [new LineRef(Leave.LeaderAgrees, 0) { Of = 2 }], []),
        ];
        var once = Apply(Leave.Document, edits);

        var twice = Apply(once, edits);

        Assert.Equal(once.States.Select(state => state.Id), twice.States.Select(state => state.Id));
        Assert.Equal(once.Transitions, twice.Transitions);
        Assert.Equal(once.Notes, twice.Notes);
    }

    [Fact]
    public void A_state_put_into_a_line_is_led_to_by_it_and_leads_on()
    {
        var edited = Apply(Leave.Document, new CanvasEdit.AddState(Fresh, StateTemplate.State, Here), new CanvasEdit.Insert(new LineRef(Leave.HrAgrees), Fresh, Fresh, Way));

        var (before, on) = (Transition(edited, Leave.HrAgrees), Transition(edited, Way));
        Assert.Equal((Fresh, Leave.Done, TransitionKind.Agree), (on.From, on.To, on.Kind));
        Assert.Equal(Transition(Leave.Document, Leave.HrAgrees) with { To = Fresh, Branches = before.Branches }, before);
    }

    [Fact]
    public void A_state_put_into_a_branch_keeps_its_condition()
    {
        var before = Transition(Leave.Document, Leave.LeaderAgrees).Branches[1];

        var edited = Apply(Leave.Document, new CanvasEdit.AddState(Fresh, StateTemplate.State, Here), new CanvasEdit.Insert(new LineRef(Leave.LeaderAgrees, 1), Fresh, Fresh, Way));

        var leader = Transition(edited, Leave.LeaderAgrees);
        Assert.Equal((Fresh, before.When), (leader.Branches[1].To, leader.Branches[1].When));
        Assert.Equal(before.To, Transition(edited, Way).To);
        Assert.Equal(Leave.Hr, leader.To);
    }

    [Fact]
    public void What_can_lead_nowhere_is_not_put_into_a_line()
    {
        var edited = Apply(Leave.Document, new CanvasEdit.AddState(Fresh, StateTemplate.End, Here));

        Assert.Same(edited, Apply(edited, new CanvasEdit.Insert(new LineRef(Leave.HrAgrees), Fresh, Fresh, Way)));
        Assert.Same(edited, Apply(edited, new CanvasEdit.Insert(new LineRef(Leave.HrAgrees), Leave.Done, Leave.Done, Way)));
        Assert.Same(edited, Apply(edited, new CanvasEdit.Insert(new LineRef(Leave.LeaderAgrees, 7), Fresh, Fresh, Way)));
    }

    [Fact]
    public void A_fork_comes_with_its_join()
    {
        var edited = Apply(Leave.Document, new CanvasEdit.AddBlock(Fresh, Other, Here, Here));

        Assert.Equal(Other, edited.States.Single(state => state.Id == Fresh).Join);
        Assert.Equal(StateKind.Join, edited.States.Single(state => state.Id == Other).Kind);
    }

    [Fact]
    public void Edits_of_what_is_gone_change_nothing()
    {
        var line = new LineRef(Way);

        Same(new CanvasEdit.Move([new StatePlace(Fresh, Here)], [new NotePlace(new NoteId(1), Here)]));
        Same(new CanvasEdit.Connect(Way, Leave.Hr, null, Fresh, null));
        Same(new CanvasEdit.Reconnect(line, Leave.Hr, null, Leave.Done, null));
        Same(new CanvasEdit.Reconnect(new LineRef(Leave.LeaderAgrees, 7), Leave.Leader, null, Leave.Done, null));
        Same(new CanvasEdit.Bend(line, [Here]));
        Same(new CanvasEdit.RenameState(Fresh, "Anything", "en"));
        Same(new CanvasEdit.RenameTransition(Way, "Anything", "en"));
        Same(new CanvasEdit.WriteNote(new NoteId(1), "Anything"));
        Same(new CanvasEdit.ResizeNote(new NoteId(1), 10, 10));
        Same(new CanvasEdit.SetKind(Way, TransitionKind.Other));
        Same(new CanvasEdit.Remove([Fresh], [line, new LineRef(Leave.LeaderAgrees, 9)], [new NoteId(1)]));
        Same(new CanvasEdit.ShiftState(Fresh, 1));
        Same(new CanvasEdit.ShiftLine(line, 1));
        Same(new CanvasEdit.Duplicate([Fresh], [], [1], Here));
        Same(new CanvasEdit.Together([]));
    }

    [Fact]
    public void An_edit_that_says_what_is_so_already_is_none()
    {
        Same(new CanvasEdit.RenameState(Leave.Hr, " HR ", "en"));
        Same(new CanvasEdit.RenameState(Leave.Hr, "  ", "en"));
        Same(new CanvasEdit.SetKind(Leave.Submit, TransitionKind.Agree));
        Same(new CanvasEdit.ShiftState(Leave.New, -1));
        Same(new CanvasEdit.Arrange([]));
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(double.PositiveInfinity, CanvasBounds.Reach)]
    [InlineData(-1e300, -CanvasBounds.Reach)]
    [InlineData(12.4, 12)]
    public void Numbers_are_brought_within_the_canvas(double x, double expected)
    {
        var edited = Apply(Leave.Document, new CanvasEdit.Move([new StatePlace(Leave.Hr, new Position(x, 0))], []));

        Assert.Equal(expected, State(edited, Leave.Hr).Position!.X);
    }

    [Fact]
    public void A_name_too_long_is_cut_without_breaking_a_character()
    {
        var edited = Apply(Leave.Document, new CanvasEdit.RenameState(Leave.Hr, new string('x', Caption.MaxLength - 1) + "😀😀", "zh"));

        Assert.Equal(new string('x', Caption.MaxLength - 1), State(edited, Leave.Hr).Name.Text);
    }

    [Fact]
    public void Renaming_in_English_leaves_the_other_language_alone()
    {
        var document = Leave.Document with { States = [new State { Id = Fresh, Name = new Caption("审批", "Approval") }] };

        Assert.Equal(new Caption("审批", "Check"), Apply(document, new CanvasEdit.RenameState(Fresh, "Check", "en")).States[0].Name);
        Assert.Equal(new Caption("检查", "Approval"), Apply(document, new CanvasEdit.RenameState(Fresh, "检查", "zh")).States[0].Name);
    }

    [Fact]
    public void A_state_goes_with_its_lines_and_branches_and_the_timers_that_took_them()
    {
        var document = Leave.Document with
        {
            States =
            [
                .. Leave.Document.States.Select(state => state.Id != Leave.Leader ? state : state with
                {
                    Timers =
                    [
                        new TimerSetting { Number = 1, After = TimeSpan.FromDays(1), Action = new TimerAction.Take(Leave.LeaderRefuses) },
                        new TimerSetting { Number = 2, After = TimeSpan.FromDays(1), Action = new TimerAction.Take(Leave.LeaderAgrees) },
                    ],
                }),
            ],
        };

        var edited = Apply(document, new CanvasEdit.Remove([Leave.Director, Leave.New], [], []));

        Assert.DoesNotContain(edited.Transitions, transition => transition.From == Leave.Director || transition.To == Leave.New);
        Assert.Equal([Leave.Executive], edited.Transitions.Single(transition => transition.Id == Leave.LeaderAgrees).Branches.Select(branch => branch.To));
        Assert.Equal([2], State(edited, Leave.Leader).Timers.Select(timer => timer.Number));
    }

    [Fact]
    public void A_branch_goes_alone()
    {
        var edited = Apply(Leave.Document, new CanvasEdit.Remove([], [new LineRef(Leave.LeaderAgrees, 0)], []));

        Assert.Equal([Leave.Director], edited.Transitions.Single(transition => transition.Id == Leave.LeaderAgrees).Branches.Select(branch => branch.To));
    }

    [Fact]
    public void A_fork_forgets_the_join_that_went()
    {
        var forked = Apply(Leave.Document, new CanvasEdit.AddBlock(Fresh, Other, Here, Here));

        Assert.Null(State(Apply(forked, new CanvasEdit.Remove([Other], [], [])), Fresh).Join);
    }

    [Fact]
    public void Neighbours_change_places_in_the_list_of_steps()
    {
        var edited = Apply(Leave.Document, new CanvasEdit.ShiftState(Leave.Hr, -1));

        Assert.Equal(
            [Leave.New, Leave.Leader, Leave.Director, Leave.Hr, Leave.Executive, Leave.Done],
            edited.States.OrderBy(state => state.Order).Select(state => state.Id));
    }

    [Fact]
    public void A_transition_passes_those_of_other_states_when_it_changes_places()
    {
        var edited = Apply(Leave.Document, new CanvasEdit.ShiftLine(new LineRef(Leave.Note), -1));

        Assert.Equal([Leave.Submit, Leave.Note, Leave.Save], edited.Transitions.Where(transition => transition.From == Leave.New).Select(transition => transition.Id));
    }

    [Fact]
    public void Branches_change_places()
    {
        var edited = Apply(Leave.Document, new CanvasEdit.ShiftLine(new LineRef(Leave.LeaderAgrees, 1), -1));

        Assert.Equal([Leave.Director, Leave.Executive], edited.Transitions.Single(transition => transition.Id == Leave.LeaderAgrees).Branches.Select(branch => branch.To));
    }

    [Fact]
    public void Arranging_forgets_how_lines_were_drawn()
    {
        var bent = Apply(Leave.Document, new CanvasEdit.Bend(new LineRef(Leave.Submit), [Here]), new CanvasEdit.Bend(new LineRef(Leave.LeaderAgrees, 0), [Here]));
        Assert.NotNull(bent.Transitions.Single(transition => transition.Id == Leave.LeaderAgrees).Branches[0].Line);

        var arranged = Apply(bent, new CanvasEdit.Arrange([new StatePlace(Leave.New, Here)]));

        Assert.All(arranged.Transitions, transition => Assert.Null(transition.Line));
        Assert.All(arranged.Transitions.SelectMany(transition => transition.Branches), branch => Assert.Null(branch.Line));
    }

    private static Transition Transition(WorkflowDocument document, TransitionId id) => document.Transitions.Single(transition => transition.Id == id);

    private static State State(WorkflowDocument document, StateId id) => document.States.Single(state => state.Id == id);

    private static WorkflowDocument Apply(WorkflowDocument document, params IEnumerable<CanvasEdit> edits) =>
        edits.Aggregate(document, (edited, edit) => CanvasEdits.Apply(edited, edit, Words));

    private static void Same(CanvasEdit edit) => Assert.Same(Leave.Document, Apply(Leave.Document, edit));
}
