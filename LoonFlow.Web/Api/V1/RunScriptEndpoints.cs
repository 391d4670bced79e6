using LoonFlow.Domain.Access;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Settings;
using LoonFlow.Web.Features.Settings.Scripts;

namespace LoonFlow.Web.Api.V1;

/// <summary>Scripts that states run (spec C.3.7), for administrators of the installation: what is uploaded runs on the server.</summary>
internal static class RunScriptEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var scripts = api.MapGroup("/workflows/run_scripts").WithTags("Scripts");
        scripts.MapGet("", ListAsync).Gives<ApiList<RunScriptShape>>("The scripts that states may run").Searches();
        scripts.MapPost("", AddAsync).Needs(ApiGrant.Configure).TakesForm("file", "script_name", "script_desc", "is_active").Gives<NothingShape>("Adds a script: a form with file, script_name, script_desc and is_active");
        scripts.MapPost("/{id:long}", ChangeAsync).Needs(ApiGrant.Configure).TakesForm("file", "script_name", "script_desc", "is_active").Gives<NothingShape>("Changes a script: a form as for a new one, the file may be left out");
        scripts.MapDelete("/{id:long}", RemoveAsync).Needs(ApiGrant.Configure).Gives<NothingShape>("Removes a script that no workflow runs");
    }

    private static async Task<ApiAnswer> ListAsync(ApiRequest request, ScriptQueries scripts, CompanyStore companies, CancellationToken ct)
    {
        var (page, search) = (request.Query.Page(), request.Query.Text("search_value"));

        if (!request.Person.Succeeded || request.Query.Refusal is not null)
        {
            return request.Person.Refusal ?? request.Query.Refusal!;
        }

        if (await scripts.ListAsync(request.Person.Value, ct) is not { } all)
        {
            return SettingsRefusals.AdministratorsOnly;
        }

        var company = await companies.GetAsync(ct);
        ScriptLine[] found =
        [
            .. all.Where(script => search is null || ((string[])[script.Name, script.Description]).Any(text => text.Contains(search, StringComparison.OrdinalIgnoreCase)))
                .OrderBy(script => script.Id),
        ];

        return ApiAnswer.Ok(ApiList.Cut(found, page, script => RunScriptShape.Of(script, company, request.Zone)));
    }

    private static async Task<ApiAnswer> AddAsync(ApiRequest request, UseCases useCases, CancellationToken ct)
    {
        var form = await ScriptUpload.ReadAsync(request, ct);

        if (!form.Succeeded || !request.Person.Succeeded)
        {
            return form.Refusal ?? request.Person.Refusal!;
        }

        if (form.Value.Content is not { } content)
        {
            return ApiRefusals.MembersWrong with { Fields = [ApiProblems.Missing(ScriptUpload.File)] };
        }

        // loonflow gives every upload a name of its own too: two files may be called the same.
        var added = new SaveScript(null, form.Value.Name ?? string.Empty, $"{Guid.CreateVersion7():N}.py", form.Value.Description ?? string.Empty, ScriptUpload.Interpreter, content)
        {
            IsActive = form.Value.IsActive ?? false,
        };

        return await SaveAsync(added, request.Person.Value, useCases, ct);
    }

    private static async Task<ApiAnswer> ChangeAsync(long id, ApiRequest request, ScriptQueries scripts, UseCases useCases, CancellationToken ct)
    {
        var form = await ScriptUpload.ReadAsync(request, ct);

        if (!form.Succeeded || !request.Person.Succeeded)
        {
            return form.Refusal ?? request.Person.Refusal!;
        }

        if (await scripts.FindAsync(id, request.Person.Value, ct) is not { } known)
        {
            return request.Person.Value.IsAdministrator ? ScriptSettingRefusals.NotFound : SettingsRefusals.AdministratorsOnly;
        }

        var changed = new SaveScript(
            id, form.Value.Name ?? known.Name, known.StoredName, form.Value.Description ?? known.Description, known.Interpreter, form.Value.Content ?? known.Content)
        {
            IsActive = form.Value.IsActive,
        };

        return await SaveAsync(changed, request.Person.Value, useCases, ct);
    }

    private static async Task<ApiAnswer> RemoveAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct)
    {
        if (!request.Person.Succeeded)
        {
            return request.Person.Refusal;
        }

        var person = request.Person.Value;
        var removed = await useCases.RunAsync((RemoveScriptHandler handler) => handler.HandleAsync(new RemoveScript(id), person, ct), ct);

        return ApiAnswer.Of(removed, _ => new NothingShape());
    }

    private static async Task<ApiAnswer> SaveAsync(SaveScript script, Actor.Person person, UseCases useCases, CancellationToken ct)
    {
        var saved = await useCases.RunAsync((SaveScriptHandler handler) => handler.HandleAsync(script, person, ct), ct);

        return saved.Succeeded ? ApiAnswer.Ok(new NothingShape()) : saved.Refusal with { Fields = [.. saved.Refusal.Fields.Select(problem => problem with { Key = MemberOf(problem.Key) })] };
    }

    /// <summary>What the form of loonflow calls it.</summary>
    private static string MemberOf(string key) => key switch
    {
        "name" => ScriptUpload.ScriptName,
        "description" => ScriptUpload.ScriptDescription,
        "content" => ScriptUpload.File,
        _ => key,
    };
}
