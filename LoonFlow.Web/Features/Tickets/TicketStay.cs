using LoonFlow.Domain.Common;
using LoonFlow.Domain.Tickets;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Web.Features.Tickets;

/// <summary>One open stay in a state.</summary>
/// <param name="Visit">Its number.</param>
/// <param name="State">Where.</param>
/// <param name="StateName">What people call that.</param>
/// <param name="Since">Since when.</param>
/// <param name="WaitsFor">Who must act.</param>
/// <param name="ClaimedBy">Who took it on; null while nobody has or had to.</param>
/// <param name="Consultations">Who asked whom, the latest last.</param>
public sealed record TicketStay(
    int Visit,
    StateId State,
    Caption StateName,
    DateTimeOffset Since,
    IReadOnlyList<ParticipantName> WaitsFor,
    PersonName? ClaimedBy,
    IReadOnlyList<ConsultationLine> Consultations)
{
    /// <summary>The parallel branch that it is in; null outside of branches.</summary>
    public VisitBranch? Branch { get; init; }

    /// <summary>How the vote stands, where every one of several decides.</summary>
    public StayVote? Vote { get; init; }

    /// <summary>What happens by itself when nobody acts, the next first; what has done its work is left out.</summary>
    public IReadOnlyList<StayTimer> Timers { get; init; } = [];

    /// <summary>What runs by itself here; null where nothing does.</summary>
    public AutomationRun? Automation { get; init; }

    /// <summary>What kind of thing that is.</summary>
    public AutomationKind? AutomationKind { get; init; }

    /// <summary>For which of its child tickets it waits; null where it waits for none.</summary>
    public ChildrenSetting? Children { get; init; }

    /// <summary>Who gets it straight back after a return that said so.</summary>
    public PersonName? ComesBackTo { get; init; }
}

/// <summary>Who asked whom, and when.</summary>
public sealed record ConsultationLine(PersonName Asker, PersonName Asked, DateTimeOffset At);

/// <summary>How the votes of several stand.</summary>
/// <param name="Policy">When they are enough.</param>
/// <param name="IsInOrder">Whether one is asked after the other.</param>
/// <param name="IsUndecided">Whether it was left to those who administer the workflow.</param>
/// <param name="Seats">Everybody who decides.</param>
public sealed record StayVote(VotingPolicy Policy, bool IsInOrder, bool IsUndecided, IReadOnlyList<StaySeat> Seats)
{
    public int Decided => Seats.Count(seat => seat.Choice is not null);
}

/// <summary>One person's place in a vote.</summary>
/// <param name="Who">Whose.</param>
/// <param name="Choice">What they chose; null until they did.</param>
/// <param name="Kind">What that says.</param>
/// <param name="At">When they chose.</param>
/// <param name="IsTurn">Whether they are asked now.</param>
/// <param name="AskedAt">Since when.</param>
public sealed record StaySeat(PersonName Who, Caption? Choice, TransitionKind? Kind, DateTimeOffset? At, bool IsTurn, DateTimeOffset? AskedAt);

/// <summary>What happens by itself, and when.</summary>
/// <param name="Timer">Where its clock stands.</param>
/// <param name="Setting">What it does.</param>
/// <param name="Transition">The way it takes, if it takes one.</param>
public sealed record StayTimer(VisitTimer Timer, TimerSetting Setting, Transition? Transition);

/// <summary>A fork whose branches have not all met.</summary>
/// <param name="Visit">Its visit.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Joining">For whom its join waits.</param>
/// <param name="Ways">Its branches, and how they came to the join; null while they have not.</param>
/// <param name="Branch">The branch of another fork that it lies in; null outside of branches.</param>
public sealed record StayFork(int Visit, Caption Name, JoinSetting Joining, IReadOnlyList<ForkWay> Ways, VisitBranch? Branch);

/// <summary>One branch of a fork.</summary>
public sealed record ForkWay(TransitionId Id, Caption Name, Arrival? Arrival);

/// <summary>A ticket that belongs to another one.</summary>
public sealed record RelatedTicket(TicketId Id, string Serial, string Title, TicketStatus Status, IReadOnlyList<Caption> States)
{
    /// <summary>Whether something that runs by itself has failed in it.</summary>
    public bool HasFailed { get; init; }
}
