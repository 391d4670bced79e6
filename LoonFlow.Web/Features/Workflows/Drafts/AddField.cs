using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Features.Workflows.Drafts;

/// <summary>Adds a field to a workflow's form.</summary>
internal sealed record AddField(WorkflowId Workflow, RequestRecord Said, int? Revision = null);

internal sealed class AddFieldHandler(DraftDesk desk)
{
    public async Task<Result<SavedDraft>> HandleAsync(AddField command, Actor actor, CancellationToken ct)
    {
        var opened = await desk.OpenAsync(command.Workflow, command.Revision, actor, ct);

        if (!opened.Succeeded)
        {
            return opened.Refusal;
        }

        var draft = opened.Value;
        var field = FieldEdit.Read(command.Said, new FieldId(await desk.NextIdAsync(ct)), before: null);

        return await desk.KeepAsync(draft, draft.Document.With(field, before: null), command.Said, field.Id.Value, actor, ct);
    }
}

/// <summary>What a caller says of a field.</summary>
internal static class FieldEdit
{
    public static FormField Read(RequestRecord said, FieldId id, FormField? before)
    {
        said.Require("field_type_id");
        said.MustBeJson("label");

        return FieldReading.Read(said, id, said.Text(FieldReading.Key, FormField.MaxKeyLength), before);
    }
}
