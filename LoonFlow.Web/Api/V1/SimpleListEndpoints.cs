using LoonFlow.Domain.Access;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features.Organization;

namespace LoonFlow.Web.Api.V1;

/// <summary>Only names, for those who choose among them (loonflow 2.0, spec C.5): everybody who is signed in may read them.</summary>
internal static class SimpleListEndpoints
{
    public static void Map(RouteGroupBuilder accounts)
    {
        accounts.MapGet("/simple_users", UsersAsync).Needs(ApiGrant.Directory).Gives<ApiList<SimpleUserShape>>("The names of the people who are active").Searches();
        accounts.MapGet("/simple_roles", RolesAsync).Needs(ApiGrant.Directory).Gives<ApiList<SimpleGroupShape>>("The names of the roles").Searches();
        accounts.MapGet("/simple_depts", DepartmentsAsync).Needs(ApiGrant.Directory).Gives<ApiList<SimpleGroupShape>>("The names of the departments").Searches();
    }

    private static async Task<ApiAnswer> UsersAsync(ApiRequest request, DirectoryQueries directory, CancellationToken ct)
    {
        var search = request.Search(out var page);

        return request.Query.Refusal is { } refusal
            ? refusal
            : ApiAnswer.Of(await directory.PeopleNamesAsync(request.Caller.Reader, search, ct), found => SimpleUserShape.ListOf(found, page));
    }

    private static async Task<ApiAnswer> RolesAsync(ApiRequest request, DirectoryQueries directory, CancellationToken ct)
    {
        var search = request.Search(out var page);

        return request.Query.Refusal is { } refusal
            ? refusal
            : ApiAnswer.Of(await directory.RoleNamesAsync(request.Caller.Reader, search, ct), found => SimpleGroupShape.ListOf(found, page, role => new(role.Id.Value, role.Name)));
    }

    private static async Task<ApiAnswer> DepartmentsAsync(ApiRequest request, DirectoryQueries directory, CancellationToken ct)
    {
        var search = request.Search(out var page);

        return request.Query.Refusal is { } refusal
            ? refusal
            : ApiAnswer.Of(
                await directory.DepartmentNamesAsync(request.Caller.Reader, search, ct),
                found => SimpleGroupShape.ListOf(found, page, department => new(department.Id.Value, department.Name)));
    }
}
