using System.Text.Json;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Organization;

namespace LoonFlow.Web.Api.V1;

/// <summary>The departments of the company.</summary>
internal static class DepartmentEndpoints
{
    public static void Map(RouteGroupBuilder accounts)
    {
        accounts.MapGet("/depts", ListAsync).Needs(ApiGrant.Directory).Gives<ApiList<DepartmentShape>>("The departments").Searches();
        accounts.MapPost("/depts", AddAsync).Needs(ApiGrant.Directory).Takes<DepartmentForm>().Gives<NewDepartmentShape>("Adds a department");
        accounts.MapPatch("/depts/{id:long}", ChangeAsync).Needs(ApiGrant.Directory).Takes<DepartmentForm>().Gives<NothingShape>("Changes what is said of a department; what is left out stays");
        accounts.MapDelete("/depts/{id:long}", RemoveAsync).Needs(ApiGrant.Directory).Gives<NothingShape>("Removes a department that is empty and that nothing counts on");
    }

    private static async Task<ApiAnswer> ListAsync(ApiRequest request, DirectoryQueries directory, CancellationToken ct)
    {
        var search = request.Search(out var page);

        return request.Query.Refusal is { } refusal
            ? refusal
            : ApiAnswer.Of(await directory.DepartmentsAsync(request.Caller.Reader, search, ct), found => DepartmentShape.ListOf(found, page, request.Zone));
    }

    private static Task<ApiAnswer> AddAsync(ApiRequest request, UseCases useCases, CancellationToken ct) =>
        SaveAsync(request, useCases, null, id => new NewDepartmentShape(id.Value, id.Value), ct);

    private static Task<ApiAnswer> ChangeAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct) =>
        SaveAsync(request, useCases, new DepartmentId(id), _ => new NothingShape(), ct);

    private static async Task<ApiAnswer> RemoveAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct)
    {
        var command = new RemoveDepartment(new DepartmentId(id));

        return ApiAnswer.Of(
            await useCases.RunAsync((RemoveDepartmentHandler handler) => handler.HandleAsync(command, request.Caller.Reader, ct), ct),
            _ => new NothingShape());
    }

    private static async Task<ApiAnswer> SaveAsync(ApiRequest request, UseCases useCases, DepartmentId? department, Func<DepartmentId, object> shape, CancellationToken ct)
    {
        var command = Read(request, department);

        return command.Succeeded
            ? ApiAnswer.Of(await useCases.RunAsync((SaveDepartmentHandler handler) => handler.HandleAsync(command.Value, request.Caller.Reader, ct), ct), shape)
            : command.Refusal;
    }

    private static Result<SaveDepartment> Read(ApiRequest request, DepartmentId? department)
    {
        var body = request.ReadBody();

        if (!body.Succeeded)
        {
            return body.Refusal;
        }

        var input = body.Value;
        var command = new SaveDepartment(department)
        {
            Name = input.Text("name"),
            Parent = input.Integer("parent_dept_id") is { } parent ? new DepartmentId(parent) : null,
            Leader = input.Text("leader"),
            Approvers = Names(input, "approver"),
            Label = input.Text("label"),
        };

        return input.Refusal is { } refusal ? refusal : command;
    }

    /// <summary>User names separated by commas, or in a JSON array.</summary>
    private static IReadOnlyList<string>? Names(ApiInput input, string key)
    {
        if (input.Raw(key) is not { ValueKind: JsonValueKind.Array } array)
        {
            return input.Text(key)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }

        JsonElement[] items = [.. array.EnumerateArray()];

        if (items.Length > ApiInput.MaxIds)
        {
            input.Add(ApiProblems.TooManyIds(key, ApiInput.MaxIds));
        }
        else if (items.Any(item => item.ValueKind is not JsonValueKind.String))
        {
            input.Add(ApiProblems.NotText(key));
        }
        else
        {
            return [.. items.Select(item => item.GetString()!)];
        }

        return null;
    }

    /// <summary>What callers say of a department.</summary>
    internal sealed record DepartmentForm(string? Name, long? ParentDeptId, string? Leader, string? Approver, string? Label);
}
