using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>One line of the history that an imported ticket brings along. Its state may be gone from the workflow; its words stay.</summary>
public sealed record ImportedFlowLogEntry
{
    public required TicketId Ticket { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null when the engine did it.</summary>
    public UserId? By { get; init; }

    public required FlowLogAction Action { get; init; }

    public required StateId State { get; init; }

    public required Caption StateName { get; init; }

    public TransitionId? Transition { get; init; }

    public Caption? TransitionName { get; init; }

    public TransitionKind? TransitionKind { get; init; }

    public UserId? Target { get; init; }

    public StateId? TargetState { get; init; }

    public Caption? TargetStateName { get; init; }

    public string Comment { get; init; } = string.Empty;

    /// <summary>All values after it, as far as they are known.</summary>
    public required FieldValues Values { get; init; }
}
