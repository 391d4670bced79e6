using System.Text;
using LoonFlow.Domain.Access;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Organization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LoonFlow.Web.Features.Workflows.Exchange;

/// <summary>A workflow as a file to save, for those who administer it.</summary>
internal static class ExportEndpoint
{
    public static async Task<Results<FileContentHttpResult, NotFound>> GetAsync(
        long id, int? version, HttpContext context, CompanyStore companies, WorkflowExchange exchange, CancellationToken ct)
    {
        if (CurrentActor.IdOf(context.User) is not { } reader
            || Actor.Of(reader, await companies.GetAsync(ct)) is not { } person
            || await exchange.ExportAsync(new WorkflowId(id), version, person, ct) is not var (name, text))
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "private, no-store";

        return TypedResults.File(Encoding.UTF8.GetBytes(text), "application/json", $"{name}.loonflow.json");
    }
}
