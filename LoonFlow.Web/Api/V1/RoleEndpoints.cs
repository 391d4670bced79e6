using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Organization;

namespace LoonFlow.Web.Api.V1;

/// <summary>Roles and those who hold them.</summary>
internal static class RoleEndpoints
{
    public static void Map(RouteGroupBuilder accounts)
    {
        accounts.MapGet("/roles", ListAsync).Needs(ApiGrant.Directory).Gives<ApiList<RoleShape>>("The roles").Searches();
        accounts.MapPost("/roles", AddAsync).Needs(ApiGrant.Directory).Takes<RoleForm>().Gives<NewRoleShape>("Adds a role");
        accounts.MapPatch("/roles/{id:long}", ChangeAsync).Needs(ApiGrant.Directory).Takes<RoleForm>().Gives<NothingShape>("Changes what is said of a role; what is left out stays");
        accounts.MapDelete("/roles/{id:long}", RemoveAsync).Needs(ApiGrant.Directory).Gives<NothingShape>("Removes a role that nothing counts on");
        accounts.MapGet("/roles/{id:long}/users", MembersAsync).Needs(ApiGrant.Directory).Gives<ApiList<UserShape>>("The people who hold a role").Searches();
        accounts.MapPost("/roles/{id:long}/users", AddMemberAsync).Needs(ApiGrant.Directory).Takes<MemberForm>().Gives<NothingShape>("Gives somebody a role");
        accounts.MapDelete("/roles/{id:long}/users/{person:long}", RemoveMemberAsync).Needs(ApiGrant.Directory).Gives<NothingShape>("Takes a role from somebody");
    }

    private static async Task<ApiAnswer> ListAsync(ApiRequest request, DirectoryQueries directory, CancellationToken ct)
    {
        var search = request.Search(out var page);

        return request.Query.Refusal is { } refusal
            ? refusal
            : ApiAnswer.Of(await directory.RolesAsync(request.Caller.Reader, search, ct), found => RoleShape.ListOf(found, page, request.Zone));
    }

    private static Task<ApiAnswer> AddAsync(ApiRequest request, UseCases useCases, CancellationToken ct) =>
        SaveAsync(request, useCases, null, id => new NewRoleShape(id.Value, id.Value), ct);

    private static Task<ApiAnswer> ChangeAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct) =>
        SaveAsync(request, useCases, new RoleId(id), _ => new NothingShape(), ct);

    private static async Task<ApiAnswer> RemoveAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct)
    {
        var command = new RemoveRole(new RoleId(id));

        return ApiAnswer.Of(
            await useCases.RunAsync((RemoveRoleHandler handler) => handler.HandleAsync(command, request.Caller.Reader, ct), ct),
            _ => new NothingShape());
    }

    private static async Task<ApiAnswer> MembersAsync(long id, ApiRequest request, DirectoryQueries directory, CancellationToken ct)
    {
        var search = request.Search(out var page);

        return request.Query.Refusal is { } refusal
            ? refusal
            : ApiAnswer.Of(await directory.MembersAsync(request.Caller.Reader, new RoleId(id), search, ct), found => UserShape.ListOf(found, page, request.Zone));
    }

    private static async Task<ApiAnswer> AddMemberAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct)
    {
        var body = request.ReadBody();

        if (!body.Succeeded)
        {
            return body.Refusal;
        }

        var command = new AddRoleMember(new RoleId(id), new UserId(body.Value.RequiredInteger(DirectoryProblems.Person)));

        return body.Value.Refusal is { } refusal
            ? refusal
            : ApiAnswer.Of(
                await useCases.RunAsync((AddRoleMemberHandler handler) => handler.HandleAsync(command, request.Caller.Reader, ct), ct),
                _ => new NothingShape());
    }

    private static async Task<ApiAnswer> RemoveMemberAsync(long id, long person, ApiRequest request, UseCases useCases, CancellationToken ct)
    {
        var command = new RemoveRoleMember(new RoleId(id), new UserId(person));

        return ApiAnswer.Of(
            await useCases.RunAsync((RemoveRoleMemberHandler handler) => handler.HandleAsync(command, request.Caller.Reader, ct), ct),
            _ => new NothingShape());
    }

    private static async Task<ApiAnswer> SaveAsync(ApiRequest request, UseCases useCases, RoleId? role, Func<RoleId, object> shape, CancellationToken ct)
    {
        var command = Read(request, role);

        return command.Succeeded
            ? ApiAnswer.Of(await useCases.RunAsync((SaveRoleHandler handler) => handler.HandleAsync(command.Value, request.Caller.Reader, ct), ct), shape)
            : command.Refusal;
    }

    private static Result<SaveRole> Read(ApiRequest request, RoleId? role)
    {
        var body = request.ReadBody();

        if (!body.Succeeded)
        {
            return body.Refusal;
        }

        var input = body.Value;
        var command = new SaveRole(role)
        {
            Name = input.Text("name"),
            Description = input.Text("description"),

            // An empty object is how loonflow writes that there is no label.
            Label = input.Text("label") is { } label ? (label.Trim() == RoleShape.NoLabel ? string.Empty : label) : null,
        };

        return input.Refusal is { } refusal ? refusal : command;
    }

    /// <summary>What callers say of a role.</summary>
    internal sealed record RoleForm(string? Name, string? Description, string? Label);

    /// <summary>Whom to give a role.</summary>
    internal sealed record MemberForm(long UserId);
}
