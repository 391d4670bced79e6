using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>How each event changes a ticket.</summary>
public sealed partial class Ticket
{
    internal void Apply(TicketEvent happened, DateTimeOffset at)
    {
        switch (happened)
        {
            case TicketEvent.Submitted submitted:
                Remember(0, submitted.Start, submitted.By, TransitionKind.Other, at);
                break;
            case TicketEvent.TransitionTaken taken:
                Remember(taken.Visit, taken.From, taken.By, taken.Kind, at);
                break;
            case TicketEvent.Returned returned:
                Remember(returned.Visit, returned.From, returned.By, TransitionKind.Refuse, at);
                break;
            case TicketEvent.TakenBack:
                Steps = [.. Steps.SkipLast(1)];
                break;
            case TicketEvent.Withdrawn withdrawn:
                Remember(0, withdrawn.From, by: null, TransitionKind.Refuse, at);
                break;
            case TicketEvent.Jumped jumped:
                Remember(0, jumped.From, by: null, TransitionKind.Refuse, at);
                break;
            case TicketEvent.Reopened reopened:
                Remember(0, reopened.From, by: null, TransitionKind.Refuse, at);
                break;
            case TicketEvent.TitleChanged changed:
                Title = changed.Title;
                break;
            case TicketEvent.ValuesChanged changed:
                Values = Values.With(changed.Changes);
                break;
            case TicketEvent.StatusChanged changed:
                Status = changed.Status;
                break;
            case TicketEvent.StateEntered entered:
                Enter(new Visit(entered, at));
                break;
            case TicketEvent.Forked forked:
                Enter(new Visit(forked, at));
                break;
            case TicketEvent.Ended ended:
                State = ended.State;
                EndedAt = at;
                break;
            case TicketEvent.VersionMoved moved:
                Version = moved.To;
                break;
            case TicketEvent.Deleted:
                DeletedAt = at;
                break;
            case TicketEvent.Restored:
                DeletedAt = null;
                break;
            default:
                ApplyToVisit(happened, at);
                break;
        }
    }

    private void ApplyToVisit(TicketEvent happened, DateTimeOffset at)
    {
        switch (happened)
        {
            case TicketEvent.StateLeft left:
                Open(left.Visit).Leave(at);
                break;
            case TicketEvent.Claimed claimed:
                Open(claimed.Visit).Claim(claimed.By, at);
                break;
            case TicketEvent.Forwarded forwarded:
                Open(forwarded.Visit).Forward(forwarded.From, forwarded.To, at);
                break;
            case TicketEvent.Consulted consulted:
                Open(consulted.Visit).Consult(new Consultation(consulted.Asker, consulted.Asked, at));
                break;
            case TicketEvent.ConsultationAnswered answered:
                Open(answered.Visit).Answer(answered.Asker, answered.Asked, at);
                break;
            case TicketEvent.Reassigned reassigned:
                Open(reassigned.Visit).Reassign(reassigned.Participants, reassigned.Seats, at);
                break;
            case TicketEvent.Voted voted:
                Vote(voted, at);
                break;
            case TicketEvent.SeatsDropped dropped:
                Open(dropped.Visit).DropSeats(dropped.Who, dropped.IsSequential, at);
                break;
            case TicketEvent.VoteUndecided undecided:
                Open(undecided.Visit).LeaveUndecided(undecided.Administrators, at);
                break;
            case TicketEvent.Escalated escalated:
                Open(escalated.Visit).Escalate(escalated.To, escalated.Replaces, at);
                break;
            case TicketEvent.BranchArrived arrived:
                Open(arrived.Fork).Arrive(new Arrival(arrived.Way, arrived.IsRefusal));
                break;
            case TicketEvent.TimersChanged changed:
                Open(changed.Visit).SetTimers(changed.Timers);
                break;
            default:
                ApplyToAutomation(happened, at);
                break;
        }
    }

    private void ApplyToAutomation(TicketEvent happened, DateTimeOffset at)
    {
        switch (happened)
        {
            case TicketEvent.AutomationDue due:
                Open(due.Visit).Run(due.Run, AutomationStatus.Waiting, string.Empty, at);
                break;
            case TicketEvent.AutomationStarted started:
                Open(started.Visit).Run(started.Run, AutomationStatus.Running, string.Empty, at);
                break;
            case TicketEvent.AutomationAwaitsAnswer awaits:
                Open(awaits.Visit).Run(awaits.Run, AutomationStatus.AwaitingAnswer, awaits.Message, at);
                break;
            case TicketEvent.AutomationDone done:
                Open(done.Visit).Run(done.Run, AutomationStatus.Done, done.Message, at);
                break;
            case TicketEvent.AutomationFailed failed:
                Open(failed.Visit).Run(failed.Run, AutomationStatus.Failed, failed.Message, at);
                break;
        }
    }

    private void Enter(Visit visit)
    {
        _visits.Add(visit);
        VisitCount = Math.Max(VisitCount, visit.Number);
        State = visit.State;
        EndedAt = null;
    }

    private void Remember(int visit, StateId state, UserId? by, TransitionKind kind, DateTimeOffset at)
    {
        var branch = OpenVisit(visit)?.Branch;
        Steps = [.. Steps.Skip(Math.Max(0, Steps.Count + 1 - MaxSteps)), new Step(visit, state, by, kind, at, branch?.Fork, branch?.Way)];
    }

    private void Vote(TicketEvent.Voted voted, DateTimeOffset at)
    {
        if (!voted.IsAutomatic)
        {
            Remember(voted.Visit, voted.State, voted.By, voted.Kind, at);
        }

        Open(voted.Visit).Vote(voted, at);
    }

    private Visit Open(int number) =>
        OpenVisit(number) ?? throw new InvalidOperationException($"Ticket {Id.Value} has no open visit {number}.");
}
