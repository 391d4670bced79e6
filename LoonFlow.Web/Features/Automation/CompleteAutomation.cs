using LoonFlow.Domain.Access;
using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Tickets;
using LoonFlow.Web.Data;
using LoonFlow.Web.Features.Tickets;
using Microsoft.EntityFrameworkCore;

namespace LoonFlow.Web.Features.Automation;

/// <summary>
/// Writes down how a run ended: the ticket moves on, waits for an answer, or stays as failed. When the ticket has moved
/// on without it, only the attempt is kept.
/// </summary>
/// <param name="Attempt">The attempt's row.</param>
/// <param name="Message">What becomes the comment when it succeeded.</param>
/// <param name="Problem">Why it failed; null when it did not.</param>
/// <param name="Awaits">Whether another system answers later.</param>
/// <param name="TriesAgain">Whether the failure is not final yet: the ticket is left as it is.</param>
public sealed record CompleteAutomation(
    long Attempt, string Message, string Output, string Error, Refusal? Problem, bool Awaits = false, bool TriesAgain = false);

public sealed class CompleteAutomationHandler(LoonFlowDb db, TicketDecisions decisions, TimeProvider clock)
{
    public async Task<Result<TicketId>> HandleAsync(CompleteAutomation command, Actor actor, CancellationToken ct)
    {
        var attempt = await db.AutomationAttempts.SingleAsync(row => row.Id == command.Attempt, ct);
        (attempt.EndedAt, attempt.Output, attempt.Error, attempt.Problem) = (clock.GetUtcNow(), command.Output, command.Error, command.Problem);

        if (command.TriesAgain)
        {
            return attempt.Ticket;
        }

        await decisions.DecideAsync(
            attempt.Ticket, actor, revision: null, Decide, ct, situation => TicketDecisions.BehindTheState(situation, attempt.Visit));

        // Refused means that the ticket has moved on, or the run was answered; the attempt is kept all the same.
        return attempt.Ticket;

        Result<TicketDecision> Decide(Situation situation)
        {
            var ended = command switch
            {
                { Problem: { } problem } => AutomationRules.Fail(situation, attempt.Visit, attempt.Run, problem),
                { Awaits: true } => AutomationRules.Await(situation, attempt.Visit, attempt.Run, command.Message),
                _ => AutomationRules.Succeed(situation, attempt.Visit, attempt.Run, command.Message, FieldChanges.None),
            };

            if (ended.Succeeded || ended.Refusal == TicketRefusals.RunOver)
            {
                return ended;
            }

            // It did its work, but the ticket cannot move on: that is a failure too, and not a silent one (spec B.20).
            attempt.Problem = ended.Refusal;

            return AutomationRules.Fail(situation, attempt.Visit, attempt.Run, ended.Refusal);
        }
    }
}
