using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Workflows;

public sealed class DocumentIdsTests
{
    [Fact]
    public void A_copy_shares_no_id_with_what_it_was_copied_from()
    {
        var copy = Renewed(Leave.Document);

        Assert.Empty(copy.States.Select(state => state.Id).Intersect(Leave.Document.States.Select(state => state.Id)));
        Assert.Empty(copy.Transitions.Select(transition => transition.Id).Intersect(Leave.Document.Transitions.Select(transition => transition.Id)));
        Assert.Empty(copy.Fields.Select(field => field.Id).Intersect(Leave.Document.Fields.Select(field => field.Id)));
    }

    [Fact]
    public void Everything_leads_where_it_led()
    {
        var copy = Renewed(Leave.Document);

        Assert.Equal(Ways(Leave.Document), Ways(copy));
    }

    [Fact]
    public void A_timer_takes_the_transition_of_the_copy()
    {
        var late = new TimerSetting { Number = 1, After = TimeSpan.FromHours(1), Action = new TimerAction.Take(Leave.LeaderAgrees) };
        var timed = Leave.Document with { States = [.. Leave.Document.States.Select(state => state.Id == Leave.Leader ? state with { Timers = [late] } : state)] };

        var copy = Renewed(timed);

        var taken = Assert.IsType<TimerAction.Take>(copy.States.SelectMany(state => state.Timers).Single().Action).Transition;
        Assert.Equal("Agree", copy.Transitions.Single(transition => transition.Id == taken).Name.Text);
    }

    [Fact]
    public void What_leads_nowhere_goes_on_leading_nowhere()
    {
        var broken = Leave.Document with { States = [.. Leave.Document.States.Where(state => state.Id != Leave.Done)] };

        var copy = Renewed(broken);

        Assert.DoesNotContain(copy.States, state => copy.Transitions.Any(transition => transition.Name.Text == "Just note" && transition.To == state.Id));
    }

    private static WorkflowDocument Renewed(WorkflowDocument document) =>
        DocumentIds.Renewed(document, [.. Enumerable.Range(5_000, DocumentIds.CountOf(document)).Select(id => (long)id)]);

    private static IEnumerable<string> Ways(WorkflowDocument document) => document.Transitions.Select(transition =>
        $"{Name(document, transition.From)} {transition.Name} {string.Join('|', transition.Targets().Select(id => Name(document, id)))}");

    private static string Name(WorkflowDocument document, StateId id) => document.States.Single(state => state.Id == id).Name.Text;
}
