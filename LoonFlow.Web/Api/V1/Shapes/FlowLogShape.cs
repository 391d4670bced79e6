using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Features.Tickets.Lists;

namespace LoonFlow.Web.Api.V1.Shapes;

/// <summary>One line of the history (spec C.2.6).</summary>
internal sealed record FlowLogShape(
    long Id,
    long TicketId,
    FlowLogStateShape State,
    FlowLogTransitionShape Transition,
    int InterveneTypeId,
    int ParticipantTypeId,
    string Participant,
    FlowLogParticipantShape ParticipantInfo,
    string Suggestion,
    string GmtCreated,
    string GmtModified)
{
    /// <summary>All values after it that the reader is shown, by key; only where they are asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonObject? TicketData { get; init; }
}

/// <summary>The state in which it happened, as it was called then.</summary>
internal sealed record FlowLogStateShape(long StateId, string StateName);

/// <summary>The transition that was taken, as it was called then; id 0 for everything else that happened.</summary>
internal sealed record FlowLogTransitionShape(long TransitionId, string TransitionName, int AttributeTypeId);

/// <summary>Who did it, as they can be reached now.</summary>
internal sealed record FlowLogParticipantShape(int ParticipantTypeId, string Participant, string ParticipantAlias, string ParticipantEmail, string ParticipantPhone);

/// <summary>The steps of a ticket, and where it is.</summary>
internal sealed record FlowStepsShape(IReadOnlyList<FlowStepShape> Value, long CurrentStateId)
{
    public static FlowStepsShape Of(TicketHistory history, FlowLogWriting writing)
    {
        var record = history.Detail.Record;
        HashSet<StateId> current = record.Ticket.IsOver ? [record.Ticket.State] : [.. record.Ticket.OpenVisits.Where(visit => !visit.IsFork).Select(visit => visit.State)];
        var lines = history.Lines.Reverse().ToLookup(line => line.State);

        return new FlowStepsShape(
            [
                .. record.Version.States
                    .Where(state => !state.IsHidden || current.Contains(state.Id))
                    .OrderBy(state => state.Order).ThenBy(state => state.Id.Value)
                    .Select(state => new FlowStepShape(state.Id.Value, state.Name.Text, state.Order, [.. lines[state.Id].Select(writing.Step)])),
            ],
            record.State.Id.Value);
    }
}

/// <summary>A state and what happened in it.</summary>
internal sealed record FlowStepShape(long StateId, string StateName, int OrderId, IReadOnlyList<FlowStepLogShape> StateFlowLogList);

/// <summary>One line of the history below its state.</summary>
internal sealed record FlowStepLogShape(
    long Id,
    FlowLogTransitionShape Transition,
    int ParticipantTypeId,
    string Participant,
    FlowLogParticipantShape ParticipantInfo,
    int InterveneTypeId,
    string Suggestion,
    long StateId,
    string GmtCreated);
