using System.Text.Json.Nodes;
using LoonFlow.Domain.Organization;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>A state in the list (spec C.3.4).</summary>
internal sealed record StateShape(
    long Id,
    string Name,
    long WorkflowId,
    long SubWorkflowId,
    bool IsHidden,
    int OrderId,
    int TypeId,
    int ParticipantTypeId,
    string Participant,
    StateParticipantShape ParticipantInfo,
    int DistributeTypeId,
    JsonObject StateFieldStr,
    JsonNode Label,
    int RememberLastManEnable,
    int EnableRetreat,
    string Creator,
    string GmtCreated)
{
    public static StateShape Of(StateView view, StateSurroundings around)
    {
        var state = view.State;
        var participants = StateParticipantShape.Of(view, around);

        return new StateShape(
            state.Id.Value,
            state.Name.Text,
            view.Workflow.Workflow.Id.Value,
            StateWriting.Children(state),
            state.IsHidden,
            state.Order,
            StateCodes.Of(state.Kind),
            participants.ParticipantTypeId,
            participants.Participant,
            participants,
            StateCodes.Of(state.Distribution),
            StateWriting.Form(state),
            SourceJson.Label(state.Label),
            state.RemembersLastHandler ? 1 : 0,
            state.AllowsWithdrawal ? 1 : 0,
            Creators.Of(view.Workflow, around.Company),
            PlainValues.Moment(view.Workflow.Origin.CreatedAt, around.Zone));
    }
}

/// <summary>One state on its own (spec C.3.4).</summary>
internal sealed record SingleStateShape(
    long Id,
    string Name,
    long WorkflowId,
    long SubWorkflowId,
    int DistributeTypeId,
    bool IsHidden,
    int OrderId,
    int TypeId,
    int ParticipantTypeId,
    string Participant,
    JsonObject StateField,
    JsonNode Label,
    string Creator,
    string GmtCreated)
{
    public static SingleStateShape Of(StateView view, StateSurroundings around)
    {
        var state = view.State;
        var participants = StateParticipantShape.Of(view, around);

        return new SingleStateShape(
            state.Id.Value,
            state.Name.Text,
            view.Workflow.Workflow.Id.Value,
            StateWriting.Children(state),
            StateCodes.Of(state.Distribution),
            state.IsHidden,
            state.Order,
            StateCodes.Of(state.Kind),
            participants.ParticipantTypeId,
            participants.Participant,
            StateWriting.Form(state),
            SourceJson.Label(state.Label),
            Creators.Of(view.Workflow, around.Company),
            PlainValues.Moment(view.Workflow.Origin.CreatedAt, around.Zone));
    }
}

/// <summary>What states refer to: people, scripts, and the zone of times.</summary>
internal sealed record StateSurroundings(Company Company, IReadOnlyList<KnownScript> Scripts, TimeZoneInfo Zone);

/// <summary>The body of a new or changed state. What is left out gets loonflow's default.</summary>
/// <param name="StateFieldStr">Access by field key, 1 read-only, 2 required, 3 optional; JSON as text.</param>
/// <param name="Label">Free JSON as text.</param>
internal sealed record StateBody(
    string Name,
    int? TypeId,
    int? OrderId,
    int? IsHidden,
    long? SubWorkflowId,
    int? RememberLastManEnable,
    int? ParticipantTypeId,
    string? Participant,
    int? DistributeTypeId,
    string? StateFieldStr,
    string? Label,
    int? EnableRetreat,
    int? Revision);

/// <summary>The state that was made, changed or removed.</summary>
internal sealed record StateIdShape(long StateId);
