using System.Globalization;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Applications;
using LoonFlow.Web.Features.Organization;

namespace LoonFlow.Web.Api.V1;

/// <summary>The systems that may call (spec C.4). As in loonflow, people look after them, not applications.</summary>
internal static class ApplicationEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var tokens = api.MapGroup("/accounts/app_token").WithTags("Applications");
        tokens.MapGet("", ListAsync).Needs(ApiGrant.Directory).Gives<ApiList<ApplicationShape>>("The applications that may call").Searches();
        tokens.MapPost("", AddAsync).Needs(ApiGrant.Directory).Takes<ApplicationForm>().Gives<NewApplicationShape>("Adds an application; its token is told this once");
        tokens.MapPatch("/{id:long}", ChangeAsync).Needs(ApiGrant.Directory).Takes<ApplicationForm>().Gives<NothingShape>("Changes an application");
        tokens.MapDelete("/{id:long}", RemoveAsync).Needs(ApiGrant.Directory).Gives<NothingShape>("Removes an application");
    }

    private static async Task<ApiAnswer> ListAsync(ApiRequest request, ApplicationQueries applications, CompanyStore companies, CancellationToken ct)
    {
        var page = request.Query.Page();
        var search = request.Query.Text("search_value");

        if (request.Query.Refusal is { } refusal)
        {
            return refusal;
        }

        var all = await Own(request, person => applications.AllAsync(person, ct));
        var company = await companies.GetAsync(ct);

        return ApiAnswer.Of(all, views => ApiList.Cut(
            [.. views.Where(view => search is null || view.Application.Name.Contains(search, StringComparison.OrdinalIgnoreCase))],
            page,
            view => ApplicationShape.Of(view, company, request.Zone)));
    }

    private static async Task<ApiAnswer> AddAsync(ApiRequest request, UseCases useCases, CancellationToken ct)
    {
        var form = Read(request);

        if (!form.Succeeded)
        {
            return form.Refusal;
        }

        var application = form.Value.On(new Application
        {
            Id = default,
            Name = string.Empty,
            Schemes = ApiSchemes.Md5 | ApiSchemes.Hmac,
            SerialPrefix = "loonflow",
        });
        var saved = await Own(request, person => useCases.RunAsync(
            (SaveApplicationHandler handler) => handler.HandleAsync(new SaveApplication(application, WithSecret: true), person, ct), ct));

        return ApiAnswer.Of(saved, added => new NewApplicationShape(added.Id.Value, added.Secret!.Text));
    }

    private static async Task<ApiAnswer> ChangeAsync(long id, ApiRequest request, ApplicationQueries applications, UseCases useCases, CancellationToken ct)
    {
        var form = Read(request);

        if (!form.Succeeded)
        {
            return form.Refusal;
        }

        var all = await Own(request, person => applications.AllAsync(person, ct));

        if (!all.Succeeded)
        {
            return all.Refusal;
        }

        if (all.Value.FirstOrDefault(view => view.Application.Id.Value == id) is not { } known)
        {
            return ApplicationSettingRefusals.Unknown;
        }

        var command = new SaveApplication(form.Value.On(known.Application), known.Revision);
        var saved = await Own(request, person => useCases.RunAsync((SaveApplicationHandler handler) => handler.HandleAsync(command, person, ct), ct));

        return ApiAnswer.Of(saved, _ => new NothingShape());
    }

    private static async Task<ApiAnswer> RemoveAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct)
    {
        var command = new RemoveApplication(new ApplicationId(id));
        var removed = await Own(request, person => useCases.RunAsync((RemoveApplicationHandler handler) => handler.HandleAsync(command, person, ct), ct));

        return ApiAnswer.Of(removed, _ => new NothingShape());
    }

    /// <summary>An application that could make applications could give itself everything.</summary>
    private static async Task<Result<T>> Own<T>(ApiRequest request, Func<Actor.Person, Task<Result<T>>> useCase)
        where T : notnull =>
        request.Caller.Application is not null ? ApplicationRefusals.GrantMissing
        : request.Person is { Succeeded: true, Value: var person } ? await useCase(person)
        : ApiRefusals.PersonMissing;

    private static Result<ApplicationForm> Read(ApiRequest request)
    {
        var body = request.ReadBody();

        if (!body.Succeeded)
        {
            return body.Refusal;
        }

        var input = body.Value;
        var form = new ApplicationForm(input.Text("app_name", Application.MaxNameLength), input.Text("ticket_sn_prefix"), input.Ids("workflow_ids"), input.Has("workflow_ids"));

        return input.Refusal is { } refusal ? refusal : form;
    }

    /// <summary>What loonflow's callers say of an application. What they leave out stays.</summary>
    internal sealed record ApplicationForm(string? AppName, string? TicketSnPrefix, IReadOnlyList<long>? WorkflowIds, bool NamesWorkflows)
    {
        public Application On(Application application) => application with
        {
            Name = AppName?.Trim() ?? application.Name,
            SerialPrefix = TicketSnPrefix is { } prefix ? prefix.Trim() is { Length: > 0 } given ? given : null : application.SerialPrefix,
            Workflows = NamesWorkflows ? [.. (WorkflowIds ?? []).Select(id => new WorkflowId(id))] : application.Workflows,
        };
    }
}
