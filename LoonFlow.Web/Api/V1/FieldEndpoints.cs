using LoonFlow.Domain.Access;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Api.V1.Shapes;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Organization;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Features.Workflows.Drafts;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Api.V1;

/// <summary>The fields of workflows (spec C.3.6).</summary>
internal static class FieldEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var fields = api.MapGroup("/workflows/{id:long}/custom_fields").WithTags("Workflows");
        fields.MapGet("", ListAsync).Gives<ApiList<FieldShape>>("The fields of a workflow").Searches();
        fields.MapPost("", AddAsync).Needs(ApiGrant.Configure).Takes<FieldBody>().Gives<ValueShape<FieldIdShape>>("Adds a field");
        fields.MapPatch("/{field:long}", ChangeAsync).Needs(ApiGrant.Configure).Takes<FieldBody>().Gives<ValueShape<FieldIdShape>>("Replaces a field");
        fields.MapDelete("/{field:long}", RemoveAsync).Needs(ApiGrant.Configure).Gives<ValueShape<FieldIdShape>>("Removes a field");
    }

    private static async Task<ApiAnswer> ListAsync(long id, ApiRequest request, WorkflowViews workflows, CompanyStore companies, CancellationToken ct)
    {
        if (request.Person is { Succeeded: false } nobody)
        {
            return nobody.Refusal!;
        }

        var (page, search) = (request.Query.Page(), request.Query.Text("search_value"));

        if (request.Query.Refusal is { } refusal)
        {
            return refusal;
        }

        var found = await workflows.FindAsync(new WorkflowId(id), request.Caller.Reader, ct);
        var company = await companies.GetAsync(ct);

        return ApiAnswer.Of(found, view => ApiList.Cut(
            [.. view.Document.Fields.Where(field => Matches(field, search))],
            page,
            field => FieldShape.Of(field, view, company, request.Zone)));
    }

    private static Task<ApiAnswer> AddAsync(long id, ApiRequest request, UseCases useCases, CancellationToken ct) => ConfigurationEdits.SayAsync(
        request,
        useCases,
        (AddFieldHandler handler, RequestRecord said, int? revision, Actor.Person person) => handler.HandleAsync(new AddField(new WorkflowId(id), said, revision), person, ct),
        Shape,
        ct);

    private static Task<ApiAnswer> ChangeAsync(long id, long field, ApiRequest request, UseCases useCases, CancellationToken ct) => ConfigurationEdits.SayAsync(
        request,
        useCases,
        (ChangeFieldHandler handler, RequestRecord said, int? revision, Actor.Person person) =>
            handler.HandleAsync(new ChangeField(new WorkflowId(id), new FieldId(field), said, revision), person, ct),
        Shape,
        ct);

    private static Task<ApiAnswer> RemoveAsync(long id, long field, ApiRequest request, UseCases useCases, CancellationToken ct) => ConfigurationEdits.RemoveAsync(
        request,
        useCases,
        (RemoveFieldHandler handler, int? revision, Actor.Person person) => handler.HandleAsync(new RemoveField(new WorkflowId(id), new FieldId(field), revision), person, ct),
        Shape,
        ct);

    private static bool Matches(FormField field, string? search) =>
        search is null || ((string[])[field.Key, field.Name.Text, field.Help.Text]).Any(text => text.Contains(search, StringComparison.OrdinalIgnoreCase));

    private static object Shape(SavedDraft saved) => new ValueShape<FieldIdShape>(new FieldIdShape(saved.Part));
}
