using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Tests.Support;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Tests.Features.Organization;

/// <summary>The directory of the demo company, in the hands of An Qi, who administers it.</summary>
public abstract class DirectoryTest : IAsyncLifetime
{
    protected TestApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await TestApp.StartAsync();

    public async Task DisposeAsync() => await App.DisposeAsync();

    protected Task<Result<UserId>> SaveAsync(SaveUser command, string by = "anqi") =>
        App.AsAsync(by, (SaveUserHandler handler, Actor actor) => handler.HandleAsync(command, actor, default));

    protected Task<Result<RoleId>> SaveAsync(SaveRole command, string by = "anqi") =>
        App.AsAsync(by, (SaveRoleHandler handler, Actor actor) => handler.HandleAsync(command, actor, default));

    protected Task<Result<DepartmentId>> SaveAsync(SaveDepartment command, string by = "anqi") =>
        App.AsAsync(by, (SaveDepartmentHandler handler, Actor actor) => handler.HandleAsync(command, actor, default));

    protected Task<Result<UserId>> RemoveAsync(UserId person, string by = "anqi") =>
        App.AsAsync(by, (RemoveUserHandler handler, Actor actor) => handler.HandleAsync(new RemoveUser(person), actor, default));

    protected Task<Result<RoleId>> RemoveAsync(RoleId role, string by = "anqi") =>
        App.AsAsync(by, (RemoveRoleHandler handler, Actor actor) => handler.HandleAsync(new RemoveRole(role), actor, default));

    protected Task<Result<DepartmentId>> RemoveAsync(DepartmentId department, string by = "anqi") =>
        App.AsAsync(by, (RemoveDepartmentHandler handler, Actor actor) => handler.HandleAsync(new RemoveDepartment(department), actor, default));

    protected Task<Result<SealedPassword>> ResetAsync(UserId person, string by = "anqi") =>
        App.AsAsync(by, (ResetPasswordHandler handler, Actor actor) => handler.HandleAsync(new ResetPassword(person), actor, default));

    protected Task<Result<RoleId>> AddAsync(RoleId role, UserId person, string by = "anqi") =>
        App.AsAsync(by, (AddRoleMemberHandler handler, Actor actor) => handler.HandleAsync(new AddRoleMember(role, person), actor, default));

    protected Task<Result<RoleId>> TakeAsync(RoleId role, UserId person, string by = "anqi") =>
        App.AsAsync(by, (RemoveRoleMemberHandler handler, Actor actor) => handler.HandleAsync(new RemoveRoleMember(role, person), actor, default));

    protected async Task<User> PersonAsync(string userName) => (await App.CompanyAsync()).UserNamed(userName)!;

    protected async Task<UserAccount> AccountAsync(string userName)
    {
        await using var db = await App.DbAsync();

        return await db.Users.AsNoTracking().SingleAsync(user => user.UserName == userName);
    }

    protected async Task<Department> DepartmentAsync(string end) => (await App.CompanyAsync()).Departments.Single(department => department.Name.EndsWith(end, StringComparison.Ordinal));

    protected async Task<Role> RoleAsync(string end) => (await App.CompanyAsync()).Roles.Single(role => role.Name.EndsWith(end, StringComparison.Ordinal));
}
