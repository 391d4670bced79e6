using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Organization;

/// <summary>
/// Lists of people, roles and departments. They are searched in the company in memory; of the page that is shown, the
/// database tells who made it and when: two queries, whatever the size.
/// </summary>
public sealed class DirectoryQueries(IDbContextFactory<LoonFlowDb> databases, CompanyStore companies)
{
    private static readonly Listing<User> People = new(
        user => user.Id.Value,
        user => [user.UserName, user.Name],
        (db, ids) => db.Users.Where(row => ids.Contains(row.Id)).Select(row => new Making(row.Id, row.CreatedBy, row.CreatedAt, row.ChangedAt)));

    private static readonly Listing<Role> Roles = new(
        role => role.Id.Value,
        role => [role.Name, role.Description],
        (db, ids) => db.Roles.Where(row => ids.Contains(row.Id)).Select(row => new Making(row.Id, row.CreatedBy, row.CreatedAt, row.ChangedAt)));

    private static readonly Listing<Department> Departments = new(
        department => department.Id.Value,
        department => [department.Name, department.Label],
        (db, ids) => db.Departments.Where(row => ids.Contains(row.Id)).Select(row => new Making(row.Id, row.CreatedBy, row.CreatedAt, row.ChangedAt)));

    public Task<Result<DirectoryPage<User>>> UsersAsync(Actor actor, DirectorySearch search, CancellationToken ct) =>
        ListAsync(actor, People, company => company.Users, DirectoryRefusals.PersonNotFound, search, ct);

    public Task<Result<DirectoryPage<Role>>> RolesAsync(Actor actor, DirectorySearch search, CancellationToken ct) =>
        ListAsync(actor, Roles, company => company.Roles, DirectoryRefusals.RoleNotFound, search, ct);

    public Task<Result<DirectoryPage<Department>>> DepartmentsAsync(Actor actor, DirectorySearch search, CancellationToken ct) =>
        ListAsync(actor, Departments, company => company.Departments, DirectoryRefusals.DepartmentNotFound, search, ct);

    /// <summary>The roles that somebody holds.</summary>
    public Task<Result<DirectoryPage<Role>>> RolesOfAsync(Actor actor, UserId person, DirectorySearch search, CancellationToken ct) => ListAsync(
        actor, Roles, company => company.User(person)?.Roles.Select(company.Role).OfType<Role>(), DirectoryRefusals.PersonNotFound, search, ct);

    /// <summary>The people who hold a role, those who have left included.</summary>
    public Task<Result<DirectoryPage<User>>> MembersAsync(Actor actor, RoleId role, DirectorySearch search, CancellationToken ct) => ListAsync(
        actor, People, company => company.Role(role) is null ? null : company.Users.Where(user => user.Roles.Contains(role)), DirectoryRefusals.RoleNotFound, search, ct);

    /// <summary>Active people by name only, for those who choose among them.</summary>
    public Task<Result<DirectoryPage<User>>> PeopleNamesAsync(Actor actor, DirectorySearch search, CancellationToken ct) =>
        NamesAsync(actor, People, company => company.Users.Where(user => user.IsActive), search, ct);

    public Task<Result<DirectoryPage<Role>>> RoleNamesAsync(Actor actor, DirectorySearch search, CancellationToken ct) =>
        NamesAsync(actor, Roles, company => company.Roles, search, ct);

    public Task<Result<DirectoryPage<Department>>> DepartmentNamesAsync(Actor actor, DirectorySearch search, CancellationToken ct) =>
        NamesAsync(actor, Departments, company => company.Departments, search, ct);

    private async Task<Result<DirectoryPage<T>>> ListAsync<T>(
        Actor actor, Listing<T> listing, Func<Company, IEnumerable<T>?> among, Refusal notFound, DirectorySearch search, CancellationToken ct)
    {
        var company = await companies.GetAsync(ct);

        if (DirectoryAccess.WhyNot(actor, company) is { } refusal)
        {
            return refusal;
        }

        if (among(company) is not { } all)
        {
            return notFound;
        }

        var (shown, total) = Cut(listing, all, search);
        var making = await MakingAsync(listing, [.. shown.Select(listing.Id)], ct);

        return new DirectoryPage<T>([.. shown.Select(item => Entry(item, making.GetValueOrDefault(listing.Id(item)), company))], total, company);
    }

    private async Task<Result<DirectoryPage<T>>> NamesAsync<T>(
        Actor actor, Listing<T> listing, Func<Company, IEnumerable<T>> among, DirectorySearch search, CancellationToken ct)
    {
        var company = await companies.GetAsync(ct);

        if (DirectoryAccess.WhyNotRead(actor, company) is { } refusal)
        {
            return refusal;
        }

        var (shown, total) = Cut(listing, among(company), search);

        return new DirectoryPage<T>([.. shown.Select(item => Entry(item, null, company))], total, company);
    }

    private static (T[] Shown, int Total) Cut<T>(Listing<T> listing, IEnumerable<T> all, DirectorySearch search)
    {
        T[] found = [.. all.Where(item => search.Finds(listing.Says(item))).OrderBy(listing.Id)];

        return ([.. found.Skip(search.SkippedOf(found.Length)).Take(search.PerPage)], found.Length);
    }

    private async Task<IReadOnlyDictionary<long, Making>> MakingAsync<T>(Listing<T> listing, long[] ids, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);

        return await listing.Making(db, ids).ToDictionaryAsync(row => row.Id, ct);
    }

    /// <summary>Whatever was removed while it was listed has no making any more.</summary>
    private static DirectoryEntry<T> Entry<T>(T item, Making? making, Company company) =>
        new(item, making?.By is { } by ? company.User(new UserId(by)) : null, making?.At, making?.ChangedAt);

    private sealed record Making(long Id, long? By, DateTimeOffset? At, DateTimeOffset? ChangedAt);

    private sealed record Listing<T>(Func<T, long> Id, Func<T, string[]> Says, Func<LoonFlowDb, long[], IQueryable<Making>> Making);
}
