using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Workflows;

public sealed class FieldEditsTests
{
    private static readonly WorkflowDocument Silent = Leave.Document with
    {
        States = [.. Leave.Document.States.Select(state => state.Id == Leave.Leader ? state with { Access = new Dictionary<string, FieldAccess>() } : state)],
    };

    [Fact]
    public void Allowing_what_is_allowed_already_writes_nothing() =>
        Assert.Empty(Leader(FieldEdits.Allow(Silent, [(Leave.Leader, "days")], FieldAccess.ReadOnly)).Access);

    [Fact]
    public void A_state_that_named_no_field_goes_on_to_show_what_it_showed()
    {
        var named = Leader(FieldEdits.Allow(Silent with { DisplayFields = ["title", "kind"] }, [(Leave.Leader, "days")], FieldAccess.Optional));

        Assert.Equal(
            new Dictionary<string, FieldAccess> { ["title"] = FieldAccess.ReadOnly, ["kind"] = FieldAccess.ReadOnly, ["days"] = FieldAccess.Optional },
            named.Access);
    }

    [Fact]
    public void In_a_state_that_names_no_field_those_that_viewers_do_not_see_are_hidden() =>
        Assert.Null(FieldEdits.AccessIn(Silent with { DisplayFields = ["title"] }, Leader(Silent), "days"));

    private static State Leader(WorkflowDocument document) => document.States.Single(state => state.Id == Leave.Leader);
}
