using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data;
using LoonFlow.Web.Data.Rows;
using LoonFlow.Web.Features.Organization;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Workflows.Versions;

/// <summary>Where documents become versions. Whoever publishes holds the workflow's lock.</summary>
public sealed class VersionDesk(LoonFlowDb db, CompanyStore companies, IdSequences ids, TimeProvider clock)
{
    public const int MaxNoteLength = 1_000;

    /// <summary>Makes a document the version that new tickets take, or says everything that stands in its way.</summary>
    public async Task<Result<VersionId>> PublishAsync(WorkflowRow workflow, WorkflowDocument document, string note, Actor actor, CancellationToken ct)
    {
        if (await WhyNotAsync(document, note, ct) is { } refusal)
        {
            return refusal;
        }

        return await AddAsync(workflow, document, note, actor, ct);
    }

    /// <summary>The same for a document in whose way nothing stands.</summary>
    public async Task<VersionId> AddAsync(WorkflowRow workflow, WorkflowDocument document, string note, Actor actor, CancellationToken ct)
    {
        var version = new VersionId(await ids.NextAsync(IdSequences.Workflows, ct));
        var number = 1 + await db.WorkflowVersions.CountAsync(row => row.Workflow == workflow.Id, ct);
        db.Publish(workflow, version, number, document, actor, clock.GetUtcNow(), note.Trim());

        return version;
    }

    private async Task<Refusal?> WhyNotAsync(WorkflowDocument document, string note, CancellationToken ct)
    {
        if (note.Trim().Length > MaxNoteLength)
        {
            return WorkflowRefusals.NoteTooLong.With($"{MaxNoteLength}");
        }

        FieldProblem[] errors =
        [
            .. PublishingRules.Problems(document, await companies.GetAsync(ct))
                .Where(problem => problem.Severity is ProblemSeverity.Error)
                .Select(problem => new FieldProblem(string.Empty, problem.Code, problem.Message) { Arguments = problem.Arguments }),
        ];

        return errors is [] ? null : WorkflowRefusals.NotPublishable with { Fields = errors };
    }
}
