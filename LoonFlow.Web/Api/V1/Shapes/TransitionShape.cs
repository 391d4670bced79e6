using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Automation;
using LoonFlow.Web.Features.Workflows;
using LoonFlow.Web.Loonflow;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>A transition in the list (spec C.3.5).</summary>
/// <param name="Timer">Seconds, for a transition that the clock takes.</param>
/// <param name="ConditionExpression">Expressions and where they lead, JSON as text (spec B.12).</param>
internal sealed record TransitionShape(
    long Id,
    string Name,
    string Creator,
    long SourceStateId,
    NamedShape SourceStateInfo,
    long DestinationStateId,
    NamedShape DestinationStateInfo,
    int TransitionTypeId,
    long Timer,
    string ConditionExpression,
    int AttributeTypeId,
    bool FieldRequireCheck,
    bool AlertEnable,
    string AlertText,
    string GmtCreated)
{
    public static TransitionShape Of(Transition transition, WorkflowView view, Company company, TimeZoneInfo zone) => new(
        transition.Id.Value,
        transition.Name.Text,
        Creators.Of(view, company),
        transition.From.Value,
        End(transition.From, view),
        transition.To.Value,
        End(transition.To, view),
        TransitionCodes.Of(transition),
        TransitionCodes.Seconds(transition, view.Document),
        BranchWriting.Text(transition.Branches),
        (int)transition.Kind,
        transition.RequiresFields,
        transition.Confirmation is not null,
        transition.Confirmation?.Text ?? string.Empty,
        PlainValues.Moment(view.Origin.CreatedAt, zone));

    private static NamedShape End(StateId id, WorkflowView view) =>
        new(id.Value, view.Document.States.FirstOrDefault(state => state.Id == id)?.Name.Text ?? string.Empty);
}

/// <summary>The body of a new or changed transition. What is left out gets loonflow's default.</summary>
internal sealed record TransitionBody(
    string Name,
    long SourceStateId,
    long DestinationStateId,
    int? TransitionTypeId,
    long? Timer,
    string? ConditionExpression,
    int? AttributeTypeId,
    int? FieldRequireCheck,
    int? AlertEnable,
    string? AlertText,
    int? Revision);

/// <summary>The transition that was made, changed or removed.</summary>
internal sealed record TransitionIdShape(long TransitionId);
