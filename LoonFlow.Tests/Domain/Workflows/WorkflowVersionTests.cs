using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Workflows;

public sealed class WorkflowVersionTests
{
    [Fact]
    public void It_knows_its_start_and_what_leaves_a_state()
    {
        Assert.Equal(Leave.New, Leave.Version.Start.Id);
        Assert.Equal([Leave.HrAgrees, Leave.HrReturns], Leave.Version.LeavingFrom(Leave.Hr).Select(transition => transition.Id));
        Assert.Empty(Leave.Version.LeavingFrom(Leave.Done));
    }

    [Fact]
    public void What_it_does_not_have_is_null()
    {
        Assert.Null(Leave.Version.Transition(new TransitionId(404)));
        Assert.Null(Leave.Version.Field("unheard_of"));
    }

    [Fact]
    public void The_title_is_a_field_of_every_workflow()
    {
        Assert.Equal(FieldType.Text, Leave.Version.Field("title")?.Type);
    }

    [Fact]
    public void Only_states_without_a_person_are_automatic()
    {
        Assert.Equal([Vpn.Grant], Vpn.Version.States.Where(state => state.IsAutomatic).Select(state => state.Id));
    }
}
