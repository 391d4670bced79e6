using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Domain.Access;

public sealed class WorkflowAccessRulesTests
{
    private static readonly WorkflowGrant AnnAdministers = new(WorkflowPermission.Administer, Participant.Of(Cast.Ann));

    [Fact]
    public void As_long_as_somebody_administers_the_installation_nobody_need_administer_the_workflow()
    {
        Assert.Null(WorkflowAccessRules.WhyNot(Of(AnnAdministers), WorkflowAccess.Restricted, Cast.Company));
    }

    [Fact]
    public void The_last_who_administers_cannot_be_taken_out()
    {
        var company = Cast.Without(Cast.Rita);

        Assert.Equal(WorkflowAccessRefusals.NobodyAdministers, WorkflowAccessRules.WhyNot(Of(AnnAdministers), WorkflowAccess.Restricted, company));
        Assert.Null(WorkflowAccessRules.WhyNot(WorkflowAccess.Restricted, Of(AnnAdministers), company));
    }

    [Fact]
    public void A_group_of_which_nobody_is_active_administers_nothing()
    {
        var auditors = new WorkflowGrant(WorkflowPermission.Administer, Participant.Of(Cast.Auditors));

        Assert.Equal(WorkflowAccessRefusals.NobodyAdministers, WorkflowAccessRules.WhyNot(WorkflowAccess.Restricted, Of(auditors), Cast.Without(Cast.Rita)));
    }

    [Fact]
    public void Nobody_unknown_is_granted_anything_but_whoever_is_gone_may_stay_named()
    {
        var stranger = new WorkflowGrant(WorkflowPermission.View, Participant.Of(Cast.Stranger));

        Assert.Equal(WorkflowAccessRefusals.Unknown.Code, WorkflowAccessRules.WhyNot(WorkflowAccess.Restricted, Of(stranger), Cast.Company)?.Code);
        Assert.Null(WorkflowAccessRules.WhyNot(Of(stranger), Of(stranger, AnnAdministers), Cast.Company));
    }

    [Fact]
    public void A_department_that_does_not_exist_is_refused_by_name()
    {
        var refusal = WorkflowAccessRules.WhyNot(WorkflowAccess.Restricted, Of(new WorkflowGrant(WorkflowPermission.View, Participant.Of(new DepartmentId(77)))), Cast.Company);

        Assert.Equal(["Department 77"], refusal!.Arguments);
    }

    private static WorkflowAccess Of(params WorkflowGrant[] grants) => new(OpenToAll: false, grants);
}
