using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Changes;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Workflows.Changes;

public sealed class DocumentMergeTests
{
    private static readonly State Leader = Leave.Document.States.Single(state => state.Id == Leave.Leader);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 300)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_only_one_changed_is_what_they_made_of_it(int seed)
    {
        var (before, after) = (RandomFlow.Of(seed), new RandomEdits(seed).Of(RandomFlow.Of(seed)));

        AssertSame(after, DocumentMerge.Merge(before, before, after));
        AssertSame(after, DocumentMerge.Merge(before, after, before));
        AssertSame(after, DocumentMerge.Merge(before, after, after));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Any_three_documents_are_merged_and_each_side_wins_where_it_was_chosen(int seed)
    {
        var before = RandomFlow.Of(seed);
        var (mine, theirs) = (new RandomEdits(seed).Of(before), new RandomEdits(seed + 1_000).Of(before));

        var outcome = DocumentMerge.Merge(before, mine, theirs);
        var swapped = DocumentMerge.Merge(before, theirs, mine);
        var resolved = DocumentMerge.Resolve(outcome, outcome.Conflicts.Select(conflict => conflict.Place).ToHashSet());

        Assert.Equal(
            outcome.Conflicts.Select(conflict => conflict.Place).ToHashSet(),
            swapped.Conflicts.Select(conflict => conflict.Place).ToHashSet());
        Assert.DoesNotContain(DocumentDiff.Between(swapped.Document, resolved), change => change.Element.Kind is not ElementKind.Workflow);
        Assert.True(SameValue.Are(outcome.Document, DocumentMerge.Resolve(outcome, new HashSet<MergePlace>())));
    }

    [Fact]
    public void Two_who_change_different_things_of_one_state_both_have_their_way()
    {
        var outcome = DocumentMerge.Merge(
            Leave.Document, With(Leader with { Name = "Boss", Access = Access("proxy", FieldAccess.Required) }), With(Leader with { IsHidden = true, Access = Access("days", FieldAccess.Optional) }));

        var merged = outcome.Document.States.Single(state => state.Id == Leave.Leader);
        Assert.Empty(outcome.Conflicts);
        Assert.Equal(("Boss", true), (merged.Name.Text, merged.IsHidden));
        Assert.Equal((FieldAccess.Required, FieldAccess.Optional), (merged.Access["proxy"], merged.Access["days"]));
    }

    [Fact]
    public void What_one_hides_stays_hidden_when_another_changes_another_field_of_a_state_that_named_none()
    {
        var silent = With(Leader with { Access = new Dictionary<string, FieldAccess>() });
        var hides = FieldEdits.Allow(silent, [(Leave.Leader, "reason")], access: null);
        var lets = FieldEdits.Allow(silent, [(Leave.Leader, "proxy")], FieldAccess.Optional);

        var outcome = DocumentMerge.Merge(silent, lets, hides);

        var merged = outcome.Document.States.Single(state => state.Id == Leave.Leader);
        Assert.Empty(outcome.Conflicts);
        Assert.Equal((false, FieldAccess.Optional), (merged.Access.ContainsKey("reason"), merged.Access["proxy"]));
    }

    [Fact]
    public void Two_who_hid_all_between_them_do_not_show_everything()
    {
        var before = With(Leader with { Access = Sketch.Access("reason", "proxy") });

        var outcome = DocumentMerge.Merge(
            before, FieldEdits.Allow(before, [(Leave.Leader, "reason")], access: null), FieldEdits.Allow(before, [(Leave.Leader, "proxy")], access: null));

        Assert.Equal([BuiltInField.Title], outcome.Document.States.Single(state => state.Id == Leave.Leader).Access.Keys);
    }

    [Fact]
    public void Two_who_name_one_state_differently_are_told_and_choose()
    {
        var outcome = DocumentMerge.Merge(Leave.Document, With(Leader with { Name = "Boss" }), With(Leader with { Name = "Chief" }));

        var conflict = Assert.Single(outcome.Conflicts);
        Assert.Equal("Boss", Name(outcome.Document));
        Assert.Equal("Chief", Name(DocumentMerge.Resolve(outcome, new HashSet<MergePlace> { conflict.Place })));
    }

    [Fact]
    public void What_one_removed_and_the_other_changed_is_a_conflict()
    {
        var removed = Leave.Document with { States = [.. Leave.Document.States.Where(state => state.Id != Leave.Leader)] };

        var outcome = DocumentMerge.Merge(Leave.Document, removed, With(Leader with { Name = "Chief" }));

        var conflict = Assert.Single(outcome.Conflicts);
        Assert.Null(conflict.Mine);
        Assert.DoesNotContain(outcome.Document.States, state => state.Id == Leave.Leader);
        Assert.Equal("Chief", Name(DocumentMerge.Resolve(outcome, new HashSet<MergePlace> { conflict.Place })));
    }

    [Fact]
    public void What_two_added_stands_where_each_put_it()
    {
        var mine = Leave.Document with { States = [new State { Id = new StateId(8), Name = "First" }, .. Leave.Document.States] };
        var theirs = Leave.Document with { States = [.. Leave.Document.States, new State { Id = new StateId(9), Name = "Last" }] };

        var outcome = DocumentMerge.Merge(Leave.Document, mine, theirs);

        Assert.Empty(outcome.Conflicts);
        Assert.Equal(("First", "Last"), (outcome.Document.States[0].Name.Text, outcome.Document.States[^1].Name.Text));
    }

    [Fact]
    public void An_edit_is_taken_back_out_of_what_others_did_since()
    {
        var after = With(Leader with { Name = "Boss" });
        var current = after with { Name = "Holiday" };

        var undone = DocumentMerge.Merge(after, Leave.Document, current);

        Assert.Empty(undone.Conflicts);
        Assert.Equal(("Holiday", "Leader approval"), (undone.Document.Name.Text, Name(undone.Document)));
    }

    private static void AssertSame(WorkflowDocument expected, MergeOutcome outcome)
    {
        Assert.True(SameValue.Are(expected, outcome.Document));
        Assert.Empty(outcome.Conflicts);
    }

    private static Dictionary<string, FieldAccess> Access(string key, FieldAccess access) => new(Leader.Access, StringComparer.Ordinal) { [key] = access };

    private static string? Name(WorkflowDocument document) => document.States.FirstOrDefault(state => state.Id == Leave.Leader)?.Name.Text;

    private static WorkflowDocument With(State changed) =>
        Leave.Document with { States = [.. Leave.Document.States.Select(state => state.Id == changed.Id ? changed : state)] };
}
