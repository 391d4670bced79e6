using LoonFlow.Web.Features.Organization;

namespace LoonFlow.Web.Api.V1;

/// <summary>People, roles, departments, and signing in (spec C.4; writing them came with loonflow 1.0, spec C.5).</summary>
internal static class AccountEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var accounts = api.MapGroup("/accounts");
        UserEndpoints.Map(accounts.MapGroup("").WithTags("People"));
        RoleEndpoints.Map(accounts.MapGroup("").WithTags("Roles"));
        DepartmentEndpoints.Map(accounts.MapGroup("").WithTags("Departments"));
        SimpleListEndpoints.Map(accounts.MapGroup("").WithTags("Names"));
        SessionEndpoints.Map(accounts.MapGroup("").WithTags("Sign-in"));
    }

    /// <summary>Which part of a list is asked for, or what is wrong with how it is asked.</summary>
    public static DirectorySearch Search(this ApiRequest request, out ApiPage page)
    {
        page = request.Query.Page();

        return new DirectorySearch(request.Query.Text("search_value"), page.Number, page.Size);
    }
}
