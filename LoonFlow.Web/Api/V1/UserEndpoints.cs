using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Identity;

namespace LoonFlow.Web.Api.V1;

/// <summary>The people of the company.</summary>
internal static class UserEndpoints
{
    /// <summary>loonflow's account types (spec A.5): whoever administers everything; workflows name their own administrators.</summary>
    private const int SuperAdministrator = 2;

    public static void Map(RouteGroupBuilder accounts)
    {
        accounts.MapGet("/users", ListAsync).Needs(ApiGrant.Directory).Gives<ApiList<UserShape>>("The people, those who have left included").Searches();
        accounts.MapPost("/users", AddAsync).Needs(ApiGrant.Directory).Takes<UserForm>().Gives<NewUserShape>("Adds somebody");
        accounts.MapPatch("/users/{id:long}", ChangeAsync).Needs(ApiGrant.Directory).Takes<UserForm>().Gives<NothingShape>("Changes what is said of somebody; what is left out stays");
        accounts.MapDelete("/users/{id:long}", RemoveAsync).Needs(ApiGrant.Directory).Gives<NothingShape>("Deactivates somebody who has left; user name and history stay");
        accounts.MapPost("/users/{id:long}/reset_password", ResetPasswordAsync).Needs(ApiGrant.Directory).Gives<TemporaryPasswordShape>("Gives somebody a password to be changed at the next sign-in");
        accounts.MapGet("/users/{id:long}/roles", RolesAsync).Needs(ApiGrant.Directory).Gives<ApiList<HeldRoleShape>>("The roles that somebody holds").Searches();
    }

    private static async Task<ApiAnswer> ListAsync(ApiRequest request, DirectoryQueries directory, CancellationToken ct)
    {
        var search = request.Search(out var page);

        return request.Query.Refusal is { } refusal
            ? refusal
            : ApiAnswer.Of(await directory.UsersAsync(request.Caller.Reader, search, ct), found => UserShape.ListOf(found, page, request.Zone));
    }

    private static Task<ApiAnswer> AddAsync(ApiRequest request, UseCases useCases, CancellationToken ct) =>
        SaveAsync(request, useCases, null, id => new NewUserShape(id.Value, id.Value), ct);

    private static Task<ApiAnswer> ChangeAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct) =>
        SaveAsync(request, useCases, new UserId(id), _ => new NothingShape(), ct);

    private static async Task<ApiAnswer> RemoveAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct)
    {
        var command = new RemoveUser(new UserId(id));

        return ApiAnswer.Of(
            await useCases.RunAsync((RemoveUserHandler handler) => handler.HandleAsync(command, request.Caller.Reader, ct), ct),
            _ => new NothingShape());
    }

    private static async Task<ApiAnswer> ResetPasswordAsync(long id, ApiRequest request, UseCases useCases, TemporaryPasswords passwords, CancellationToken ct)
    {
        var command = new ResetPassword(new UserId(id));

        return ApiAnswer.Of(
            await useCases.RunAsync((ResetPasswordHandler handler) => handler.HandleAsync(command, request.Caller.Reader, ct), ct),
            given => new TemporaryPasswordShape(passwords.Open(given)));
    }

    private static async Task<ApiAnswer> RolesAsync(long id, ApiRequest request, DirectoryQueries directory, CancellationToken ct)
    {
        var search = request.Search(out var page);

        return request.Query.Refusal is { } refusal
            ? refusal
            : ApiAnswer.Of(await directory.RolesOfAsync(request.Caller.Reader, new UserId(id), search, ct), found => HeldRoleShape.ListOf(found, page, request.Zone));
    }

    private static async Task<ApiAnswer> SaveAsync(ApiRequest request, UseCases useCases, UserId? person, Func<UserId, object> shape, CancellationToken ct)
    {
        var command = Read(request, person);

        return command.Succeeded
            ? ApiAnswer.Of(await useCases.RunAsync((SaveUserHandler handler) => handler.HandleAsync(command.Value, request.Caller.Reader, ct), ct), shape)
            : command.Refusal;
    }

    private static Result<SaveUser> Read(ApiRequest request, UserId? person)
    {
        var body = request.ReadBody();

        if (!body.Succeeded)
        {
            return body.Refusal;
        }

        var input = body.Value;
        var type = input.Integer("type_id");
        var command = new SaveUser(person)
        {
            UserName = input.Text("username"),
            Name = input.Text("alias"),
            Email = input.Text("email"),
            Phone = input.Text("phone"),
            Department = Department(input),
            IsActive = input.Flag("is_active"),
            IsAdministrator = input.Flag("is_admin") ?? (type is null ? null : type == SuperAdministrator),
            Password = input.Text("password") is { Length: > 0 } password ? password : null,
        };

        return input.Refusal is { } refusal ? refusal : command;
    }

    /// <summary>loonflow 2.0 writes a list; here a person is in one department.</summary>
    private static DepartmentId? Department(ApiInput input)
    {
        if (input.Integer("dept_id") is { } id)
        {
            return new DepartmentId(id);
        }

        var several = input.Ids("dept_ids");

        if (several is [_, _, ..])
        {
            input.Add(DirectoryProblems.OneDepartment);
        }

        return several is [var only] ? new DepartmentId(only) : null;
    }

    /// <summary>What callers say of a person.</summary>
    internal sealed record UserForm(
        string? Username, string? Alias, string? Email, string? Phone, long? DeptId, bool? IsActive, bool? IsAdmin, int? TypeId, string? Password);
}
