using System.Text.Json.Nodes;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>The form with which a ticket is filed, and its buttons (spec C.3.3).</summary>
internal sealed record InitStateShape(
    long Id,
    string Name,
    long WorkflowId,
    int TypeId,
    long SubWorkflowId,
    bool IsHidden,
    int OrderId,
    bool RememberLastManEnable,
    int ParticipantTypeId,
    string Participant,
    int DistributeTypeId,
    JsonNode Label,
    string Creator,
    string GmtCreated,
    string GmtModified,
    bool IsDeleted,
    IReadOnlyList<InitTransitionShape> Transition,
    IReadOnlyList<FormEntryShape> FieldList)
{
    public static InitStateShape Of(WorkflowVersion version, WorkflowView view, StateSurroundings around)
    {
        var start = version.Start;

        return new InitStateShape(
            start.Id.Value,
            start.Name.Text,
            version.Workflow.Value,
            StateCodes.Of(start.Kind),
            StateWriting.Children(start),
            start.IsHidden,
            start.Order,
            start.RemembersLastHandler,
            ParticipantCodes.Of(start.Participants),
            ParticipantWriting.Text(start.Participants, around.Company),
            StateCodes.Of(start.Distribution),
            SourceJson.Label(start.Label),
            Creators.Of(view, around.Company),
            PlainValues.Moment(view.Origin.CreatedAt, around.Zone),
            PlainValues.Moment(view.Origin.ChangedAt, around.Zone),
            IsDeleted: false,
            [.. version.LeavingFrom(start.Id).Where(transition => !transition.IsAutomatic).Select(transition => new InitTransitionShape(transition.Id.Value, transition.Name.Text))],
            [.. FormRules.ForHandling(version, start).Where(entry => entry.Field is not null).Select(entry => FormEntryShape.Of(entry, value: null))]);
    }
}

/// <summary>A button of the form.</summary>
internal sealed record InitTransitionShape(long TransitionId, string TransitionName);
