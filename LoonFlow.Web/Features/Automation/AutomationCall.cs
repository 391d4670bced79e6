using System.Text.Json.Nodes;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Workflows;
using LoonFlow.Web.Data.Rows;

namespace LoonFlow.Web.Features.Automation;

/// <summary>A run that has begun: what to do, outside of any transaction, and with what.</summary>
/// <param name="Attempt">The row that keeps what becomes of it.</param>
/// <param name="Number">Counts the attempts at this run from 1.</param>
/// <param name="Workflow">Whose secrets sign.</param>
/// <param name="ActionFrom">"loonrobot", or "{user}_retry" (spec B.20).</param>
/// <param name="Ticket">All values.</param>
public sealed record AutomationCall(AutomationAttempt Attempt, int Number, WorkflowId Workflow, string ActionFrom, JsonObject Ticket)
{
    /// <summary>The script to run; null for a hook, or where it is missing.</summary>
    public StoredScript? Script { get; init; }

    /// <summary>The hook to call; null for a script.</summary>
    public ParticipantSpec.Hook? Hook { get; init; }

    /// <summary>Why it cannot even be tried; null when it can.</summary>
    public Refusal? Problem { get; init; }

    /// <summary>Names the run for people and programs: ticket, visit, run.</summary>
    public string Name => FormattableString.Invariant($"{Attempt.Ticket.Value}-{Attempt.Visit}-{Attempt.Run}");
}
