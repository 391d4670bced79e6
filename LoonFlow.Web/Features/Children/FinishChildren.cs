using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Features.Tickets;

namespace LoonFlow.Web.Features.Children;

/// <summary>Writes down that a run has started all children of a visit, or why it could not.</summary>
/// <param name="Parent">The parent.</param>
/// <param name="Visit">The visit.</param>
/// <param name="Run">The run.</param>
/// <param name="Problem">Why not all of them could be filed; null when they were.</param>
public sealed record FinishChildren(TicketId Parent, int Visit, int Run, Refusal? Problem);

public sealed class FinishChildrenHandler(TicketDecisions decisions)
{
    public Task<Result<TicketId>> HandleAsync(FinishChildren command, Actor actor, CancellationToken ct) => decisions.DecideAsync(
        command.Parent,
        actor,
        revision: null,
        situation => command.Problem is { } problem
            ? AutomationRules.Fail(situation, command.Visit, command.Run, problem)
            : AutomationRules.Finish(situation, command.Visit, command.Run, string.Empty),
        ct);
}
