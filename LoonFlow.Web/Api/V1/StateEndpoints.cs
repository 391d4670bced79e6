using LoonFlow.Domain.Access;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Features.Workflows.Drafts;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Api.V1;

/// <summary>The states of workflows (spec C.3.4).</summary>
internal static class StateEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var states = api.MapGroup("/workflows").WithTags("Workflows");
        states.MapGet("/{id:long}/states", ListAsync).Gives<ApiList<StateShape>>("The states of a workflow").Searches();
        states.MapPost("/{id:long}/states", AddAsync).Needs(ApiGrant.Configure).Takes<StateBody>().Gives<StateIdShape>("Adds a state");
        states.MapPatch("/{id:long}/states/{state:long}", ChangeAsync).Needs(ApiGrant.Configure).Takes<StateBody>().Gives<StateIdShape>("Replaces a state");
        states.MapDelete("/{id:long}/states/{state:long}", RemoveAsync).Needs(ApiGrant.Configure).Gives<StateIdShape>("Removes a state");
        states.MapGet("/{id:long}/simple_states", NamesAsync).Gives<ApiList<NamedShape>>("The states of a workflow by name").Searches();
        states.MapGet("/states/{state:long}", FindAsync).Gives<SingleStateShape>("One state of any workflow");
    }

    private static async Task<ApiAnswer> ListAsync(long id, ApiRequest request, WorkflowViews workflows, CompanyStore companies, CancellationToken ct)
    {
        var (page, search) = (request.Query.Page(), request.Query.Text("search_value"));

        if (request.Query.Refusal is { } refusal)
        {
            return refusal;
        }

        var found = await workflows.FindAsync(new WorkflowId(id), request.Caller.Reader, ct);

        if (!found.Succeeded)
        {
            return found.Refusal;
        }

        var states = Matching(found.Value, search);
        var around = new StateSurroundings(await companies.GetAsync(ct), await workflows.ScriptsAsync(states, ct), request.Zone);

        return ApiAnswer.Ok(ApiList.Cut(states, page, state => StateShape.Of(new StateView(found.Value, state), around)));
    }

    private static async Task<ApiAnswer> NamesAsync(long id, ApiRequest request, WorkflowViews workflows, CancellationToken ct)
    {
        var (page, search) = (request.Query.Page(), request.Query.Text("search_value"));

        if (request.Query.Refusal is { } refusal)
        {
            return refusal;
        }

        var found = await workflows.FindAsync(new WorkflowId(id), request.Caller.Reader, ct);

        return ApiAnswer.Of(found, view => ApiList.Cut(Matching(view, search), page, state => new NamedShape(state.Id.Value, state.Name.Text)));
    }

    private static async Task<ApiAnswer> FindAsync(long state, ApiRequest request, WorkflowViews workflows, CompanyStore companies, CancellationToken ct)
    {
        if (request.Person is { Succeeded: false } nobody)
        {
            return nobody.Refusal!;
        }

        var found = await workflows.FindStateAsync(new StateId(state), request.Caller.Reader, ct);

        if (!found.Succeeded)
        {
            return found.Refusal;
        }

        var around = new StateSurroundings(await companies.GetAsync(ct), await workflows.ScriptsAsync([found.Value.State], ct), request.Zone);

        return ApiAnswer.Ok(SingleStateShape.Of(found.Value, around));
    }

    private static Task<ApiAnswer> AddAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct) => ConfigurationEdits.SayAsync(
        request,
        useCases,
        (AddStateHandler handler, RequestRecord said, int? revision, Actor.Person person) => handler.HandleAsync(new AddState(new WorkflowId(id), said, revision), person, ct),
        Shape,
        ct);

    private static Task<ApiAnswer> ChangeAsync(long id, long state, ApiRequest request, UseCases useCases, CancellationToken ct) => ConfigurationEdits.SayAsync(
        request,
        useCases,
        (ChangeStateHandler handler, RequestRecord said, int? revision, Actor.Person person) =>
            handler.HandleAsync(new ChangeState(new WorkflowId(id), new StateId(state), said, revision), person, ct),
        Shape,
        ct);

    private static Task<ApiAnswer> RemoveAsync(long id, long state, ApiRequest request, UseCases useCases, CancellationToken ct) => ConfigurationEdits.RemoveAsync(
        request,
        useCases,
        (RemoveStateHandler handler, int? revision, Actor.Person person) => handler.HandleAsync(new RemoveState(new WorkflowId(id), new StateId(state), revision), person, ct),
        Shape,
        ct);

    private static IReadOnlyList<State> Matching(WorkflowView view, string? search) =>
    [
        .. view.Document.States
            .Where(state => search is null || state.Name.Text.Contains(search, StringComparison.OrdinalIgnoreCase))
            .OrderBy(state => state.Order)
            .ThenBy(state => state.Id.Value),
    ];

    private static object Shape(SavedDraft saved) => new StateIdShape(saved.Part);
}
