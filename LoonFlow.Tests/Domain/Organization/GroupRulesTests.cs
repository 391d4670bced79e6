using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;
using LoonFlow.Tests.Support;

namespace LoonFlow.Tests.Domain.Organization;

public sealed class GroupRulesTests
{
    private static readonly Department Trading = Cast.Company.Department(Cast.Trading)!;

    [Fact]
    public void A_department_cannot_lie_below_itself()
    {
        var engineering = Cast.Company.Department(Cast.Engineering)!;

        Assert.Equal(["directory.below_itself"], Codes(Save(engineering with { Parent = Cast.Trading })));
        Assert.Equal(["directory.below_itself"], Codes(Save(engineering with { Parent = Cast.Engineering })));
        Expect.Accepted(Save(engineering with { Parent = Cast.Sales }));
        Expect.Accepted(Save(engineering with { Parent = null }));
    }

    [Fact]
    public void Leaders_and_approvers_who_are_named_anew_are_active()
    {
        Assert.Equal(["directory.person_unknown"], Codes(Save(Trading with { Leader = Cast.Ivan })));
        Assert.Equal(["directory.person_unknown"], Codes(Save(Trading with { Approvers = [Cast.Ann, Cast.Stranger] })));
    }

    [Fact]
    public void A_leader_who_has_left_keeps_nobody_from_correcting_the_rest()
    {
        var archive = Cast.Company.Department(Cast.Archive)!;
        var operations = Cast.Company.Department(Cast.Operations)!;

        Assert.Equal("Old papers", Save(archive with { Name = " Old papers " }).Value.Name);
        Expect.Accepted(Save(operations with { Approvers = [Cast.Ivan, Cast.Omar, Cast.Olga, Cast.Olga] }));
    }

    [Fact]
    public void Departments_side_by_side_are_told_apart()
    {
        var fresh = new Department { Id = new DepartmentId(50), Name = "payroll", Parent = Cast.HumanResources };

        Assert.Equal(["directory.name_taken"], Codes(Save(fresh)));
        Expect.Accepted(Save(fresh with { Parent = Cast.Sales }));
        Assert.Equal(["directory.department_unknown"], Codes(Save(fresh with { Parent = new DepartmentId(99) })));
        Assert.Equal(["name", "label"], Save(fresh with { Name = "\t", Label = new string('l', 51) }).Refusal!.Fields.Select(field => field.Key));
    }

    [Fact]
    public void A_department_on_which_something_counts_is_not_removed()
    {
        var waiting = new GroupUse(3, null);

        Assert.Equal(DirectoryRefusals.HasDepartments, DepartmentRules.WhyNotRemove(Cast.Company, Cast.Engineering, GroupUse.None));
        Assert.Equal(DirectoryRefusals.HasPeople, DepartmentRules.WhyNotRemove(Cast.Company, Cast.Sales, GroupUse.None));
        Assert.Equal(["3"], DepartmentRules.WhyNotRemove(Cast.Company, Cast.Archive, waiting)!.Arguments);
        Assert.Equal(DirectoryRefusals.WorkflowNames.Code, DepartmentRules.WhyNotRemove(Cast.Company, Cast.Archive, new GroupUse(0, "Leave"))!.Code);
        Assert.Equal(DirectoryRefusals.DepartmentNotFound, DepartmentRules.WhyNotRemove(Cast.Company, new DepartmentId(99), GroupUse.None));
        Assert.Null(DepartmentRules.WhyNotRemove(Cast.Company, Cast.Archive, GroupUse.None));
    }

    [Fact]
    public void Roles_are_told_apart_by_their_names()
    {
        var fresh = new Role { Id = new RoleId(50), Name = " operators" };

        Assert.Equal(["directory.name_taken"], RoleRules.Save(Cast.Company, fresh).Refusal!.Fields.Select(field => field.Code));
        Assert.Equal("Pilots", RoleRules.Save(Cast.Company, fresh with { Name = " Pilots" }).Value.Name);
        Expect.Accepted(RoleRules.Save(Cast.Company, Cast.Company.Role(Cast.Operators)! with { Description = "At night" }));
    }

    [Fact]
    public void Only_somebody_active_is_given_a_role_and_only_a_holder_loses_it()
    {
        Assert.Null(RoleRules.WhyNotAdd(Cast.Company, Cast.Operators, Cast.Ann));
        Assert.Null(RoleRules.WhyNotAdd(Cast.Company, Cast.Operators, Cast.Olga));
        Assert.Equal(DirectoryRefusals.PersonLeft, RoleRules.WhyNotAdd(Cast.Company, Cast.Operators, Cast.Ivan));
        Assert.Equal(DirectoryRefusals.PersonNotFound, RoleRules.WhyNotAdd(Cast.Company, Cast.Operators, Cast.Stranger));
        Assert.Equal(DirectoryRefusals.RoleNotFound, RoleRules.WhyNotAdd(Cast.Company, new RoleId(99), Cast.Ann));
        Assert.Equal(DirectoryRefusals.NotAMember, RoleRules.WhyNotTake(Cast.Company, Cast.Operators, Cast.Ann));
        Assert.Null(RoleRules.WhyNotTake(Cast.Company, Cast.Operators, Cast.Ivan));
    }

    [Fact]
    public void A_workflow_names_groups_wherever_it_counts_on_them()
    {
        var document = new WorkflowDocument
        {
            Name = "Any",
            Limits = new CreationLimits { Roles = [Cast.Auditors] },
            States =
            [
                Asking(1, new ParticipantSpec.Union([new ParticipantSpec.Departments([Cast.Sales]), new ParticipantSpec.DepartmentLeaders([Cast.Trading])])),
                Asking(2, new ParticipantSpec.Creator()) with
                {
                    Timers = [new TimerSetting { Number = 1, After = TimeSpan.FromHours(1), Action = new TimerAction.Escalate(new EscalationTarget.Roles([Cast.Operators]), false) }],
                },
            ],
        };

        Assert.All(
            [Participant.Of(Cast.Auditors), Participant.Of(Cast.Operators), Participant.Of(Cast.Sales), Participant.Of(Cast.Trading)],
            group => Assert.True(NamedGroups.Names(document, group)));
        Assert.False(NamedGroups.Names(document, Participant.Of(Cast.Payroll)));
    }

    private static State Asking(long id, ParticipantSpec participants) => new() { Id = new StateId(id), Name = "Asked", Participants = participants };

    private static Result<Department> Save(Department department) => DepartmentRules.Save(Cast.Company, department);

    private static IEnumerable<string> Codes(Result<Department> result) => result.Refusal!.Fields.Select(field => field.Code);
}
