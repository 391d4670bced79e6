using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>One page of a list of tickets, and what its filters may be set to.</summary>
/// <param name="Rows">The tickets of the page.</param>
/// <param name="Page">Which page this is: the last one when a later one was asked for.</param>
/// <param name="Total">How many tickets match, counted up to <see cref="InboxQueries.MaxTotal"/>.</param>
/// <param name="IsCut">Whether still more match than were counted.</param>
/// <param name="Workflows">What may be filtered by.</param>
/// <param name="States">The states of the workflow filtered by; empty without one.</param>
public sealed record InboxView(
    IReadOnlyList<InboxRow> Rows,
    int Page,
    int Total,
    bool IsCut,
    IReadOnlyList<InboxChoice<WorkflowId>> Workflows,
    IReadOnlyList<InboxChoice<StateId>> States);
