using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Tests.Support;
using LoonFlow.Tests.Support.Workflows;

namespace LoonFlow.Tests.Domain.Access;

public sealed class PermissionRulesTests
{
    private static readonly Ticket Ticket = new Story(Leave.Version)
        .Filed(Cast.Ann, Leave.Submit, Leave.For(2))
        .Taken(Cast.Bob, Leave.LeaderAgrees)
        .Ticket;

    [Fact]
    public void The_creator_and_those_who_must_act_may_view()
    {
        Assert.Equal([Cast.Ann, Cast.Cleo, Cast.Dan, Cast.Rita], Viewers(WorkflowAccess.Restricted));
    }

    [Fact]
    public void Whoever_is_related_may_view()
    {
        Assert.True(PermissionRules.MayView(WorkflowAccess.Restricted, Ticket, Cast.Actor(Cast.Bob), isRelated: true));
        Assert.False(PermissionRules.MayView(WorkflowAccess.Restricted, Ticket, Cast.Actor(Cast.Bob), isRelated: false));
    }

    [Fact]
    public void Where_a_workflow_is_open_everybody_may_view()
    {
        Assert.Equal(Cast.Active, Viewers(new WorkflowAccess(OpenToAll: true, [])));
    }

    [Fact]
    public void The_engine_may_view_and_administer()
    {
        Assert.True(PermissionRules.MayView(WorkflowAccess.Restricted, Ticket, new Actor.Engine(), isRelated: false));
        Assert.True(PermissionRules.MayAdminister(WorkflowAccess.Restricted, new Actor.Engine()));
    }

    [Theory]
    [InlineData(WorkflowPermission.View, true, false, false)]
    [InlineData(WorkflowPermission.Intervene, true, true, false)]
    [InlineData(WorkflowPermission.Administer, true, true, true)]
    public void A_greater_permission_contains_the_lesser_ones(WorkflowPermission granted, bool view, bool intervene, bool administer)
    {
        var access = Granting(granted, Participant.Of(Cast.Eve));

        Assert.Equal(view, PermissionRules.May(access, Cast.Actor(Cast.Eve), WorkflowPermission.View));
        Assert.Equal(intervene, PermissionRules.May(access, Cast.Actor(Cast.Eve), WorkflowPermission.Intervene));
        Assert.Equal(administer, PermissionRules.May(access, Cast.Actor(Cast.Eve), WorkflowPermission.Administer));
    }

    [Theory]
    [InlineData(WorkflowPermission.View)]
    [InlineData(WorkflowPermission.Intervene)]
    [InlineData(WorkflowPermission.Administer)]
    public void Any_permission_lets_one_view(WorkflowPermission permission)
    {
        Assert.Contains(Cast.Eve, Viewers(Granting(permission, Participant.Of(Cast.Eve))));
    }

    [Fact]
    public void A_grant_to_a_department_reaches_everybody_below_it()
    {
        var access = Granting(WorkflowPermission.View, Participant.Of(Cast.Engineering));

        Assert.Equal([Cast.Ann, Cast.Bob, Cast.Olga, Cast.Omar], Cast.Active.Where(id => PermissionRules.May(access, Cast.Actor(id), WorkflowPermission.View) && id != Cast.Rita));
    }

    [Fact]
    public void A_grant_to_a_role_reaches_those_who_hold_it()
    {
        var access = Granting(WorkflowPermission.Administer, Participant.Of(Cast.Operators));

        Assert.Equal([Cast.Olga, Cast.Omar, Cast.Rita], Cast.Active.Where(id => PermissionRules.MayAdminister(access, Cast.Actor(id))));
    }

    [Fact]
    public void An_administrator_of_the_installation_has_every_permission()
    {
        Assert.All(Enum.GetValues<WorkflowPermission>(), permission =>
            Assert.True(PermissionRules.May(WorkflowAccess.Restricted, Cast.Actor(Cast.Rita), permission)));
    }

    [Fact]
    public void Without_a_grant_nobody_else_has_any()
    {
        var holders = Cast.Active.Where(id => PermissionRules.May(WorkflowAccess.Restricted, Cast.Actor(id), WorkflowPermission.View));

        Assert.Equal([Cast.Rita], holders);
    }

    private static IEnumerable<UserId> Viewers(WorkflowAccess access) =>
        Cast.Active.Where(id => PermissionRules.MayView(access, Ticket, Cast.Actor(id), isRelated: false));

    private static WorkflowAccess Granting(WorkflowPermission permission, Participant who) =>
        new(OpenToAll: false, [new WorkflowGrant(permission, who)]);
}
