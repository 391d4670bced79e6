using System.Globalization;
using LoonFlow.Domain.Common;

namespace LoonFlow.Domain.Organization;

/// <summary>What would lose its meaning without a department or role.</summary>
/// <param name="WaitingTickets">How many tickets wait for it now, deleted ones included, because they can be restored.</param>
/// <param name="Workflow">The name of a workflow that asks it in its published version, or in one that open tickets are on; null when none does.</param>
public sealed record GroupUse(int WaitingTickets, string? Workflow)
{
    public static readonly GroupUse None = new(0, null);

    internal Refusal? WhyNotRemove() =>
        WaitingTickets > 0 ? DirectoryRefusals.TicketsWait.With(WaitingTickets.ToString(CultureInfo.InvariantCulture))
        : Workflow is not null ? DirectoryRefusals.WorkflowNames.With(Workflow)
        : null;
}
