using LoonFlow.Domain.Access;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Features.Workflows.Drafts;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Api.V1;

/// <summary>The transitions of workflows (spec C.3.5).</summary>
internal static class TransitionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var transitions = api.MapGroup("/workflows/{id:long}/transitions").WithTags("Workflows");
        transitions.MapGet("", ListAsync).Gives<ApiList<TransitionShape>>("The transitions of a workflow").Searches();
        transitions.MapPost("", AddAsync).Needs(ApiGrant.Configure).Takes<TransitionBody>().Gives<ValueShape<TransitionIdShape>>("Adds a transition");
        transitions.MapPatch("/{transition:long}", ChangeAsync).Needs(ApiGrant.Configure).Takes<TransitionBody>().Gives<ValueShape<TransitionIdShape>>("Replaces a transition");
        transitions.MapDelete("/{transition:long}", RemoveAsync).Needs(ApiGrant.Configure).Gives<ValueShape<TransitionIdShape>>("Removes a transition");
    }

    private static async Task<ApiAnswer> ListAsync(long id, ApiRequest request, WorkflowViews workflows, CompanyStore companies, CancellationToken ct)
    {
        var (page, search) = (request.Query.Page(), request.Query.Text("search_value"));

        if (request.Query.Refusal is { } refusal)
        {
            return refusal;
        }

        var found = await workflows.FindAsync(new WorkflowId(id), request.Caller.Reader, ct);
        var company = await companies.GetAsync(ct);

        return ApiAnswer.Of(found, view => ApiList.Cut(
            [.. view.Document.Transitions.Where(transition => search is null || transition.Name.Text.Contains(search, StringComparison.OrdinalIgnoreCase))],
            page,
            transition => TransitionShape.Of(transition, view, company, request.Zone)));
    }

    private static Task<ApiAnswer> AddAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct) => ConfigurationEdits.SayAsync(
        request,
        useCases,
        (AddTransitionHandler handler, RequestRecord said, int? revision, Actor.Person person) => handler.HandleAsync(new AddTransition(new WorkflowId(id), said, revision), person, ct),
        Shape,
        ct);

    private static Task<ApiAnswer> ChangeAsync(long id, long transition, ApiRequest request, UseCases useCases, CancellationToken ct) => ConfigurationEdits.SayAsync(
        request,
        useCases,
        (ChangeTransitionHandler handler, RequestRecord said, int? revision, Actor.Person person) =>
            handler.HandleAsync(new ChangeTransition(new WorkflowId(id), new TransitionId(transition), said, revision), person, ct),
        Shape,
        ct);

    private static Task<ApiAnswer> RemoveAsync(long id, long transition, ApiRequest request, UseCases useCases, CancellationToken ct) => ConfigurationEdits.RemoveAsync(
        request,
        useCases,
        (RemoveTransitionHandler handler, int? revision, Actor.Person person) =>
            handler.HandleAsync(new RemoveTransition(new WorkflowId(id), new TransitionId(transition), revision), person, ct),
        Shape,
        ct);

    private static object Shape(SavedDraft saved) => new ValueShape<TransitionIdShape>(new TransitionIdShape(saved.Part));
}
