using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Features.Workflows.Drafts;
using LoonFlow.Web.Features.Workflows.Versions;

namespace LoonFlow.Tests.Support;

/// <summary>Publishes a document as LoonFlow itself: a new workflow where none is named, else through its draft.</summary>
internal static class UseCasesPublishingExtensions
{
    private static readonly Actor Engine = new Actor.Engine();

    public static async Task<Result<VersionId>> PublishAsync(this UseCases useCases, WorkflowId? workflow, WorkflowDocument document, string note = "")
    {
        if (workflow is not { } id)
        {
            return await useCases.RunAsync((PublishWorkflowHandler handler) => handler.HandleAsync(new PublishWorkflow(document, note), Engine, default));
        }

        var kept = await useCases.RunAsync((DraftDesk desk) => KeepAsync(desk, id, document));

        return kept.Succeeded
            ? await useCases.RunAsync((PublishDraftHandler handler) => handler.HandleAsync(new PublishDraft(id, kept.Value, note), Engine, default))
            : kept.Refusal;
    }

    private static async Task<Result<int>> KeepAsync(DraftDesk desk, WorkflowId workflow, WorkflowDocument document)
    {
        var opened = await desk.OpenAsync(workflow, revision: null, Engine, default);

        return opened.Succeeded ? desk.Write(opened.Value, document, Engine).Revision : opened.Refusal;
    }
}
