using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Domain.Workflows.Changes;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Workflows.Drafts;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Workflows.Versions;

/// <summary>Publishes what an old version says again, as a new version. What was edited in the draft since stays edited.</summary>
public sealed record RollBack(WorkflowId Workflow, int Number, string Note);

internal sealed class RollBackHandler(LoonFlowDb db, DraftDesk drafts, VersionDesk versions, WorkflowStore workflows)
{
    public async Task<Result<VersionId>> HandleAsync(RollBack command, Actor actor, CancellationToken ct)
    {
        var opened = await drafts.OpenAsync(command.Workflow, revision: null, WorkflowRefusals.IsArchived, actor, ct);

        if (!opened.Succeeded)
        {
            return opened.Refusal;
        }

        var draft = opened.Value;
        var wanted = await db.WorkflowVersions.AsNoTracking().SingleOrDefaultAsync(row => row.Workflow == command.Workflow && row.Number == command.Number, ct);

        if (wanted is null || draft.Workflow.Published is not { } published)
        {
            return WorkflowRefusals.VersionUnknown;
        }

        var before = (await workflows.VersionAsync(published, ct)).Document;

        if (SameValue.Are(before, wanted.Document))
        {
            return WorkflowRefusals.NothingToPublish;
        }

        var version = await versions.PublishAsync(draft.Workflow, wanted.Document, command.Note, actor, ct);

        // Also where nobody has edited yet: whoever has the designer open must see that something else is published now.
        if (version.Succeeded)
        {
            drafts.Write(draft, DocumentMerge.Merge(before, draft.Document, wanted.Document).Document, actor);
        }

        return version;
    }
}
