using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Workflows.Drafts;

/// <summary>Takes a field out of a workflow and its forms.</summary>
internal sealed record RemoveField(WorkflowId Workflow, FieldId Field, int? Revision = null);

internal sealed class RemoveFieldHandler(DraftDesk desk)
{
    public async Task<Result<SavedDraft>> HandleAsync(RemoveField command, Actor actor, CancellationToken ct)
    {
        var opened = await desk.OpenAsync(command.Workflow, command.Revision, actor, ct);

        if (!opened.Succeeded)
        {
            return opened.Refusal;
        }

        var draft = opened.Value;

        return draft.Document.Fields.FirstOrDefault(field => field.Id == command.Field) is { } field
            ? await desk.KeepAsync(draft, draft.Document.Without(field), said: null, command.Field.Value, actor, ct)
            : WorkflowRefusals.FieldUnknown;
    }
}
