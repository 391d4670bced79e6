using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>From open visits to what a reader is shown of them.</summary>
internal static class TicketStays
{
    public static IReadOnlyList<TicketStay> Of(WorkflowVersion workflow, Ticket ticket, Company company) =>
        [.. ticket.OpenVisits.Where(visit => !visit.IsFork).Select(visit => Stay(visit, workflow, company))];

    public static IReadOnlyList<StayFork> Forks(WorkflowVersion workflow, Ticket ticket) =>
        [.. ticket.OpenVisits.Where(visit => visit.IsFork).Select(visit => Fork(visit, workflow))];

    private static TicketStay Stay(Visit visit, WorkflowVersion workflow, Company company)
    {
        var state = workflow.State(visit.State);

        return new TicketStay(
            visit.Number,
            visit.State,
            state.Name,
            visit.EnteredAt,
            [.. visit.Asked.Where(asked => asked.MustAct).Select(asked => ParticipantName.Of(asked.Who, company) with { AskedAt = asked.AskedAt })],
            visit.ClaimedBy is { } claimed ? PersonName.Of(claimed, company) : null,
            [.. visit.Consultations.Select(one => new ConsultationLine(PersonName.Of(one.Asker, company), PersonName.Of(one.Asked, company), one.At))])
        {
            Branch = visit.Branch,
            Vote = visit.Seats is [] ? null : new StayVote(
                state.Voting,
                state.Distribution is Distribution.Sequential,
                visit.IsUndecided,
                [.. visit.Seats.Select(seat => Seat(seat, visit, workflow, company))]),
            Timers = [.. Timers(visit, state, workflow).OrderBy(timer => timer.Timer.DueAt ?? DateTimeOffset.MaxValue)],
            Automation = visit.Automation,
            AutomationKind = state.Automation,
            Children = state.Children is { Wait: not ChildrenWait.None } children ? children : null,
            ComesBackTo = visit.ResumesAt is { } resumption ? PersonName.Of(resumption.By, company) : null,
        };
    }

    private static StaySeat Seat(Seat seat, Visit visit, WorkflowVersion workflow, Company company)
    {
        var choice = seat.Choice is { } id ? workflow.Transition(id) : null;
        var asked = visit.Asked.FirstOrDefault(asked => asked.Who == Participant.Of(seat.Who));

        return new StaySeat(PersonName.Of(seat.Who, company), choice?.Name, choice?.Kind, seat.At, asked is { MustAct: true }, asked?.AskedAt);
    }

    private static IEnumerable<StayTimer> Timers(Visit visit, State state, WorkflowVersion workflow) => visit.Timers
        .Where(timer => timer.DueAt is not null || timer.Remaining is not null)
        .SelectMany(timer => state.Timers.Where(setting => setting.Number == timer.Number).Select(setting => new StayTimer(
            timer,
            setting,
            setting.Action is Domain.Timers.TimerAction.Take take ? workflow.Transition(take.Transition) : null)));

    private static StayFork Fork(Visit visit, WorkflowVersion workflow)
    {
        var fork = workflow.State(visit.State);

        return new StayFork(
            visit.Number,
            fork.Name,
            fork.Join is { } join ? workflow.State(join).Joining : JoinSetting.ForAll,
            [.. workflow.LeavingFrom(fork.Id).Select(way => new ForkWay(way.Id, way.Name, visit.Arrivals!.FirstOrDefault(arrival => arrival.Way == way.Id)))],
            visit.Branch);
    }
}
