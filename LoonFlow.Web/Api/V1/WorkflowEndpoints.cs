using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Features.Workflows.Drafts;
using LoonFlow.Web.Features.Workflows.Versions;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Api.V1;

/// <summary>Workflows as a whole (spec C.3.1 to C.3.3). Whoever administers one reads its draft; all others what is published.</summary>
internal static class WorkflowEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var workflows = api.MapGroup("/workflows").WithTags("Workflows");
        workflows.MapGet("", ListAsync).Gives<ApiList<WorkflowShape>>("The workflows that the caller may use")
            .Searches().Asks("name", "The same.").Asks<bool>("from_admin", "Only those that the person administers.");
        workflows.MapPost("", AddAsync).Needs(ApiGrant.Configure).Takes<WorkflowBody>().Gives<WorkflowIdShape>("Adds a workflow, without states yet");
        workflows.MapGet("/user_admin", AdministeredAsync).Gives<ApiList<WorkflowShape>>("The workflows that the person administers").Searches();
        workflows.MapGet("/{id:long}", FindAsync).Gives<WorkflowShape>("One workflow");
        workflows.MapPatch("/{id:long}", ChangeAsync).Needs(ApiGrant.Configure).Takes<WorkflowBody>().Gives<WorkflowIdShape>("Replaces what a workflow says of itself");
        workflows.MapDelete("/{id:long}", RetireAsync).Needs(ApiGrant.Configure).Gives<WorkflowIdShape>("Takes a workflow out of use; its running tickets go on");
        workflows.MapGet("/{id:long}/init_state", InitStateAsync).Gives<InitStateShape>("The form with which a ticket is filed, and its buttons");
        workflows.MapGet("/{id:long}/simple_description", DescribeAsync).Gives<WorkflowDescriptionShape>("A workflow with its states and transitions by name");
    }

    private static async Task<ApiAnswer> ListAsync(ApiRequest request, WorkflowViews workflows, CompanyStore companies, CancellationToken ct) =>
        await ThoseAsync(request, isAdministered: request.Query.Flag("from_admin") ?? false, workflows, companies, ct);

    private static async Task<ApiAnswer> AdministeredAsync(ApiRequest request, WorkflowViews workflows, CompanyStore companies, CancellationToken ct) =>
        request.Person.Succeeded ? await ThoseAsync(request, isAdministered: true, workflows, companies, ct) : request.Person.Refusal;

    private static async Task<ApiAnswer> ThoseAsync(ApiRequest request, bool isAdministered, WorkflowViews workflows, CompanyStore companies, CancellationToken ct)
    {
        var name = request.Query.Text("name") ?? request.Query.Text("search_value");
        var page = request.Query.Page();

        if (request.Query.Refusal is { } refusal)
        {
            return refusal;
        }

        WorkflowView[] found = [.. (await workflows.AllAsync(request.Caller.Reader, ct)).Where(view => (!isAdministered || view.IsAdministered) && Has(view.Document.Name, name))];
        var company = await companies.GetAsync(ct);

        return ApiAnswer.Ok(ApiList.Cut(found, page, view => WorkflowShape.Of(view, company, request.Zone)));
    }

    private static async Task<ApiAnswer> FindAsync(long id, ApiRequest request, WorkflowViews workflows, CompanyStore companies, CancellationToken ct)
    {
        var found = await workflows.FindAsync(new WorkflowId(id), request.Caller.Reader, ct);

        if (!found.Succeeded)
        {
            return found.Refusal;
        }

        ConfigurationEdits.Tell(request, found.Value.Revision);

        return ApiAnswer.Ok(WorkflowShape.Of(found.Value, await companies.GetAsync(ct), request.Zone));
    }

    private static Task<ApiAnswer> AddAsync(ApiRequest request, UseCases useCases, CancellationToken ct) => ConfigurationEdits.SayAsync(
        request, useCases, (CreateWorkflowHandler handler, RequestRecord said, int? _, Actor.Person person) => handler.HandleAsync(new CreateWorkflow(said), person, ct), Shape, ct);

    private static Task<ApiAnswer> ChangeAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct) => ConfigurationEdits.SayAsync(
        request,
        useCases,
        (ChangeWorkflowHandler handler, RequestRecord said, int? revision, Actor.Person person) => handler.HandleAsync(new ChangeWorkflow(new WorkflowId(id), said, revision), person, ct),
        Shape,
        ct);

    private static Task<ApiAnswer> RetireAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct) => ConfigurationEdits.RemoveAsync(
        request, useCases, (ArchiveWorkflowHandler handler, int? revision, Actor.Person person) => handler.HandleAsync(new ArchiveWorkflow(new WorkflowId(id), IsArchived: true, revision), person, ct), Shape, ct);

    private static async Task<ApiAnswer> InitStateAsync(long id, ApiRequest request, WorkflowViews workflows, CompanyStore companies, CancellationToken ct)
    {
        if (request.Person is { Succeeded: false } nobody)
        {
            return nobody.Refusal!;
        }

        var version = await workflows.PublishedAsync(new WorkflowId(id), request.Caller.Reader, ct);
        var view = await workflows.FindAsync(new WorkflowId(id), request.Caller.Reader, ct);

        if (!version.Succeeded || !view.Succeeded)
        {
            return version.Refusal ?? view.Refusal!;
        }

        var around = new StateSurroundings(await companies.GetAsync(ct), [], request.Zone);

        return ApiAnswer.Ok(InitStateShape.Of(version.Value, view.Value, around));
    }

    private static async Task<ApiAnswer> DescribeAsync(long id, ApiRequest request, WorkflowViews workflows, CancellationToken ct)
    {
        var found = await workflows.FindAsync(new WorkflowId(id), request.Caller.Reader, ct);

        return ApiAnswer.Of(found, WorkflowDescriptionShape.Of);
    }

    private static bool Has(Caption name, string? text) =>
        text is null
        || name.Text.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase)
        || name.English?.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase) is true;

    private static object Shape(SavedDraft saved) => new WorkflowIdShape(saved.Workflow.Value);
}
