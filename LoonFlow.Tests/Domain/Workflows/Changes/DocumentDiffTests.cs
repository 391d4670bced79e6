using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Changes;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Workflows.Changes;

public sealed class DocumentDiffTests
{
    private static readonly State Leader = Leave.Document.States.Single(state => state.Id == Leave.Leader);

    [Fact]
    public void A_document_does_not_differ_from_one_that_says_the_same()
    {
        var same = Leave.Document with
        {
            States = [.. Leave.Document.States.Select(state => state with { Access = state.Access.Reverse().ToDictionary() })],
            Transitions = [.. Leave.Document.Transitions.Select(transition => transition with { Branches = [.. transition.Branches] })],
        };

        Assert.Empty(DocumentDiff.Between(Leave.Document, same));
    }

    [Fact]
    public void What_is_new_or_gone_is_named_as_it_was_known()
    {
        var after = Leave.Document with { States = [.. Leave.Document.States.Where(state => state.Id != Leave.Director), new State { Id = new StateId(7), Name = "Audit" }] };

        var changes = DocumentDiff.Between(Leave.Document, after);

        Assert.Collection(
            changes,
            change => Assert.Equal((ChangeKind.Removed, "Director approval"), (change.Kind, change.Name.Text)),
            change => Assert.Equal((ChangeKind.Added, "Audit"), (change.Kind, change.Name.Text)));
    }

    [Fact]
    public void A_state_that_only_stands_elsewhere_was_moved()
    {
        var change = Assert.Single(DocumentDiff.Between(Leave.Document, With(Leader with { Position = new Position(1, 2), Order = 9 })));

        Assert.Equal(ChangeKind.Moved, change.Kind);
        Assert.Equal(["order", "position"], change.Properties.Select(property => property.Property));
    }

    [Fact]
    public void Access_to_fields_is_compared_field_by_field()
    {
        var access = new Dictionary<string, FieldAccess>(Leader.Access, StringComparer.Ordinal) { ["hr_note"] = FieldAccess.Optional };
        access.Remove("proxy");

        var change = Assert.Single(DocumentDiff.Between(Leave.Document, With(Leader with { Access = access })));

        Assert.Equal(
            [new PropertyChange("access", "proxy", FieldAccess.ReadOnly, null), new PropertyChange("access", "hr_note", null, FieldAccess.Optional)],
            change.Properties);
    }

    [Fact]
    public void Of_a_state_that_named_no_field_only_what_holds_differently_is_told()
    {
        var before = With(Leader with { Access = Leave.Document.States.Single(state => state.Id == Leave.Done).Access });
        var after = FieldEdits.Allow(before, [(Leave.Leader, "reason"), (Leave.Leader, "days")], FieldAccess.Optional);

        var change = Assert.Single(DocumentDiff.Between(before, after));

        Assert.Equal(
            [new PropertyChange("access", "days", FieldAccess.ReadOnly, FieldAccess.Optional), new PropertyChange("access", "reason", FieldAccess.ReadOnly, FieldAccess.Optional)],
            change.Properties);
    }

    [Fact]
    public void Access_is_told_in_the_order_of_the_form()
    {
        var before = Leave.Document with { Layout = new FormLayout([new FormTab("", [new FormSection("", [new FormRow(["reason"]), new FormRow(["days", "kind"])])])]) };
        var after = FieldEdits.Allow(before, [(Leave.Hr, "days"), (Leave.Hr, "reason"), (Leave.Hr, "title")], FieldAccess.Optional);

        var change = Assert.Single(DocumentDiff.Between(before, after));

        Assert.Equal(["title", "reason", "days"], change.Properties.Select(property => property.Key));
    }

    [Fact]
    public void Another_order_is_a_change_of_the_workflow()
    {
        var change = Assert.Single(DocumentDiff.Between(Leave.Document, Leave.Document with { Transitions = [.. Leave.Document.Transitions.Reverse()] }));

        Assert.Equal((ElementKind.Workflow, "transitions"), (change.Element.Kind, Assert.Single(change.Properties).Property));
    }

    [Fact]
    public void Settings_are_compared_one_by_one()
    {
        var after = Leave.Document with { Limits = new CreationLimits { Open = new OpenLimit(3, LimitScope.PerPerson) }, SerialPrefix = "L" };

        var change = Assert.Single(DocumentDiff.Between(Leave.Document, after));

        Assert.Equal(["serialPrefix", "limits.open"], change.Properties.Select(property => property.Property));
    }

    private static WorkflowDocument With(State changed) =>
        Leave.Document with { States = [.. Leave.Document.States.Select(state => state.Id == changed.Id ? changed : state)] };
}
