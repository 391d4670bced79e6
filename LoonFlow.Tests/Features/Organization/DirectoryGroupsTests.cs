using LoonFlow.Domain.Access;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Organization;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Organization;

public sealed class DirectoryGroupsTests : DirectoryTest
{
    [Fact]
    public async Task A_role_comes_is_given_taken_and_goes()
    {
        var lin = (await PersonAsync("lin")).Id;

        var role = (await SaveAsync(new SaveRole(null) { Name = "Pilots", Label = "p1" })).Value;
        Expect.Accepted(await SaveAsync(new SaveRole(role) { Description = "They fly" }));
        Expect.Accepted(await AddAsync(role, lin));
        Expect.Accepted(await AddAsync(role, lin));
        Assert.Equal(lin, Assert.Single((await App.CompanyAsync()).MembersOf(role)).Id);

        Expect.Accepted(await TakeAsync(role, lin));
        Expect.Refused(DirectoryRefusals.NotAMember, await TakeAsync(role, lin));
        Assert.Equal(new Role { Id = role, Name = "Pilots", Description = "They fly", Label = "p1" }, (await App.CompanyAsync()).Role(role));

        Expect.Accepted(await AddAsync(role, lin));
        Expect.Accepted(await RemoveAsync(role));
        Assert.Null((await App.CompanyAsync()).Role(role));
        Assert.DoesNotContain(role, (await PersonAsync("lin")).Roles);
        Expect.Refused(DirectoryRefusals.RoleNotFound, await RemoveAsync(role));
    }

    [Fact]
    public async Task A_role_that_a_workflow_asks_stays()
    {
        var refusal = (await RemoveAsync((await RoleAsync("VPN administrators")).Id)).Refusal!;

        Assert.Equal(DirectoryRefusals.WorkflowNames.Code, refusal.Code);
        Assert.NotEmpty(Assert.Single(refusal.Arguments));
        Assert.NotNull(await RoleAsync("VPN administrators"));
    }

    [Fact]
    public async Task A_department_comes_moves_and_goes()
    {
        var (sales, hr) = (await DepartmentAsync("Sales"), await DepartmentAsync("Human Resources"));

        var id = (await SaveAsync(new SaveDepartment(null) { Name = "Export", Parent = sales.Id, Leader = "MA", Approvers = ["luo", "ma"], Label = "e" })).Value;
        Expect.Accepted(await SaveAsync(new SaveDepartment(id) { Parent = hr.Id, Leader = "" }));

        var kept = (await App.CompanyAsync()).Department(id)!;
        Assert.Equal(("Export", hr.Id, null, "e"), (kept.Name, kept.Parent, kept.Leader, kept.Label));
        Assert.Equal([(await PersonAsync("luo")).Id, (await PersonAsync("ma")).Id], kept.Approvers);

        Expect.Accepted(await SaveAsync(new SaveUser((await PersonAsync("cai")).Id) { Department = id }));
        Expect.Refused(DirectoryRefusals.HasPeople, await RemoveAsync(id));
        Expect.Accepted(await RemoveAsync((await PersonAsync("cai")).Id));
        Expect.Accepted(await RemoveAsync(id));
        Assert.Null((await PersonAsync("cai")).Department);
    }

    [Fact]
    public async Task Names_that_nobody_bears_are_refused_and_nothing_is_kept()
    {
        var refusal = (await SaveAsync(new SaveDepartment(null) { Name = "Export", Parent = new DepartmentId(999_999), Leader = "nobody", Approvers = ["ma", "nobody"] })).Refusal!;

        Assert.Equal(["parent_dept_id", "leader", "approver"], refusal.Fields.Select(field => field.Key));
        Assert.Equal(8, (await App.CompanyAsync()).Departments.Count);
    }

    [Fact]
    public async Task What_a_role_was_granted_goes_with_it()
    {
        var role = (await SaveAsync(new SaveRole(null) { Name = "Pilots" })).Value;
        var leave = (await App.WorkflowAsync("Leave")).Workflow;
        await using var db = await App.DbAsync();
        db.WorkflowGrants.Add(new WorkflowGrantRow { Workflow = leave, Permission = WorkflowPermission.View, Kind = ParticipantKind.Role, Key = role.Value });
        await db.SaveChangesAsync();

        Expect.Accepted(await RemoveAsync(role));

        Assert.False(await db.WorkflowGrants.AnyAsync(grant => grant.Kind == ParticipantKind.Role && grant.Key == role.Value));
    }

    [Fact]
    public async Task A_department_that_a_ticket_waits_for_stays()
    {
        var empty = (await SaveAsync(new SaveDepartment(null) { Name = "Export" })).Value;
        var ticket = (await App.SubmitLeaveAsync(days: 2)).Value;
        await using var db = await App.DbAsync();
        await db.VisitParticipants
            .Where(asked => EF.Property<LoonFlow.Domain.Tickets.TicketId>(asked, "Ticket") == ticket && asked.MustAct)
            .ExecuteUpdateAsync(set => set.SetProperty(asked => asked.Kind, ParticipantKind.Department).SetProperty(asked => asked.Key, empty.Value));

        Expect.Refused(DirectoryRefusals.TicketsWait, await RemoveAsync(empty));
    }
}
