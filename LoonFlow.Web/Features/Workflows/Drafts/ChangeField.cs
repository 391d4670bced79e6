using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Features.Workflows.Drafts;

/// <summary>Replaces everything that loonflow can say of a field; all else stays. Forms follow a new key, values that tickets have do not.</summary>
internal sealed record ChangeField(WorkflowId Workflow, FieldId Field, RequestRecord Said, int? Revision = null);

internal sealed class ChangeFieldHandler(DraftDesk desk)
{
    public async Task<Result<SavedDraft>> HandleAsync(ChangeField command, Actor actor, CancellationToken ct)
    {
        var opened = await desk.OpenAsync(command.Workflow, command.Revision, actor, ct);

        if (!opened.Succeeded)
        {
            return opened.Refusal;
        }

        var draft = opened.Value;

        if (draft.Document.Fields.FirstOrDefault(field => field.Id == command.Field) is not { } before)
        {
            return WorkflowRefusals.FieldUnknown;
        }

        var field = FieldEdit.Read(command.Said, before.Id, before);

        return await desk.KeepAsync(draft, draft.Document.With(field, before), command.Said, field.Id.Value, actor, ct);
    }
}
