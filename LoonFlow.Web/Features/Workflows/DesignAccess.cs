using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Organization;

namespace LoonFlow.Web.Features.Workflows;

/// <summary>The one answer to who may design a workflow and see what only its designers see.</summary>
public sealed class DesignAccess(WorkflowStore workflows, CompanyStore companies)
{
    /// <summary>The workflow, or why it is not this actor's to design.</summary>
    public async Task<Result<Workflow>> OpenAsync(WorkflowId id, Actor actor, CancellationToken ct) =>
        !actor.Reaches(id) ? ApplicationRefusals.WorkflowNotGranted
        : await FindAsync(id, actor, ct) is { } workflow ? workflow
        : WorkflowRefusals.UnknownWorkflow;

    /// <summary>The same for those who only read: null where it is not theirs.</summary>
    public async Task<Workflow?> FindAsync(WorkflowId id, Actor actor, CancellationToken ct) =>
        (await workflows.CatalogueAsync(ct)).GetValueOrDefault(id) is { } workflow && await NowAsync(actor, ct) is { } now && May(workflow, now) ? workflow : null;

    /// <summary>Every workflow that is this actor's to design.</summary>
    public async Task<IReadOnlyList<Workflow>> AllAsync(Actor actor, CancellationToken ct) =>
        await NowAsync(actor, ct) is { } now ? [.. (await workflows.CatalogueAsync(ct)).Values.Where(workflow => May(workflow, now))] : [];

    // A page may be open longer than its reader holds the role by which they administer.
    private async Task<Actor?> NowAsync(Actor actor, CancellationToken ct) => actor.AsKnownBy(await companies.GetAsync(ct));

    private static bool May(Workflow workflow, Actor actor) => actor.Reaches(workflow.Id) && PermissionRules.MayAdminister(workflow.Access, actor);
}
