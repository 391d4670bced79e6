using LoonFlow.Domain.Common;
using LoonFlow.Domain.Forms;
using LoonFlow.Domain.Organization;
using LoonFlow.Domain.Participants;
using LoonFlow.Domain.Timers;
using LoonFlow.Domain.Workflows;

namespace LoonFlow.Domain.Tickets;

/// <summary>Everything that can happen to a ticket. A ticket changes through these only.</summary>
public abstract record TicketEvent
{
    private TicketEvent()
    {
    }

    /// <summary>It was filed through a transition of the start state.</summary>
    public sealed record Submitted(TransitionId Transition, StateId Start, UserId By, string Comment) : TicketEvent;

    /// <param name="Visit">The visit it leaves.</param>
    /// <param name="Transition">The way taken.</param>
    /// <param name="From">The state it leaves.</param>
    /// <param name="By">Who took it; null when it was the engine.</param>
    /// <param name="Kind">What it says.</param>
    /// <param name="Comment">What they wrote, or what the automation put out.</param>
    public sealed record TransitionTaken(int Visit, TransitionId Transition, StateId From, UserId? By, TransitionKind Kind, string Comment) : TicketEvent;

    /// <summary>One of several who all decide has chosen; the ticket may stay.</summary>
    /// <param name="Visit">The visit.</param>
    /// <param name="State">Its state.</param>
    /// <param name="Transition">What they chose.</param>
    /// <param name="By">Whose seat it is.</param>
    /// <param name="Kind">What the choice says.</param>
    /// <param name="Comment">What they wrote.</param>
    /// <param name="IsSequential">Whether the next in the order is asked now.</param>
    /// <param name="IsAutomatic">Whether they had spoken before and were not asked again.</param>
    public sealed record Voted(
        int Visit,
        StateId State,
        TransitionId Transition,
        UserId By,
        TransitionKind Kind,
        string Comment,
        bool IsSequential = false,
        bool IsAutomatic = false) : TicketEvent;

    /// <summary>The votes are enough for this transition.</summary>
    public sealed record VoteDecided(int Visit, StateId State, TransitionId Transition, TransitionKind Kind) : TicketEvent;

    /// <summary>No transition can win any more; those who administer the workflow decide.</summary>
    public sealed record VoteUndecided(int Visit, StateId State, IReadOnlyList<Participant> Administrators) : TicketEvent;

    public sealed record TitleChanged(string Title) : TicketEvent;

    public sealed record ValuesChanged(IReadOnlyDictionary<string, FieldValue?> Changes) : TicketEvent;

    public sealed record StateLeft(int Visit) : TicketEvent;

    public sealed record StateEntered(int Visit, StateId State, IReadOnlyList<Participant> Participants) : TicketEvent
    {
        /// <summary>One for each person where every one decides; else none.</summary>
        public IReadOnlyList<Seat> Seats { get; init; } = [];

        public VisitBranch? Branch { get; init; }

        /// <summary>The visit that was left for this one; 0 when the ticket was filed.</summary>
        public int Cause { get; init; }

        public IReadOnlyList<VisitTimer> Timers { get; init; } = [];

        public Resumption? ResumesAt { get; init; }
    }

    /// <summary>A fork was entered; its visit stays open until its branches have met.</summary>
    public sealed record Forked(int Visit, StateId State, VisitBranch? Branch, int Cause) : TicketEvent;

    /// <summary>A branch came to the join of its fork.</summary>
    public sealed record BranchArrived(int Fork, TransitionId Way, bool IsRefusal) : TicketEvent;

    /// <summary>Enough branches have come; the ticket goes on behind the join.</summary>
    public sealed record BranchesJoined(int Fork, StateId Join) : TicketEvent;

    /// <summary>Nobody was left to ask; the ticket moved on as its designer said.</summary>
    public sealed record Skipped(StateId State, TransitionId Transition) : TicketEvent;

    /// <summary>Those whom the state would ask need not be asked again; the ticket moved on.</summary>
    public sealed record PassedAutomatically(StateId State, TransitionId Transition, UserId Person) : TicketEvent;

    /// <summary>It reached an end state; nothing is open any more.</summary>
    public sealed record Ended(StateId State) : TicketEvent;

    public sealed record StatusChanged(TicketStatus Status) : TicketEvent;

    public sealed record Claimed(int Visit, StateId State, UserId By) : TicketEvent;

    /// <param name="Visit">The visit.</param>
    /// <param name="State">Its state.</param>
    /// <param name="To">Who gets the work.</param>
    /// <param name="Comment">Why.</param>
    /// <param name="From">Whose work it was; null when an administrator hands over what all of them had.</param>
    /// <param name="IsForced">Whether somebody who was not asked to act did it.</param>
    public sealed record Forwarded(int Visit, StateId State, UserId To, string Comment, UserId? From = null, bool IsForced = false) : TicketEvent
    {
        /// <summary>Whose work somebody else gave away; empty where they did it themselves.</summary>
        public IReadOnlyList<Participant> Relieved { get; init; } = [];
    }

    public sealed record Consulted(int Visit, StateId State, UserId Asker, UserId Asked, string Comment) : TicketEvent;

    public sealed record ConsultationAnswered(int Visit, StateId State, UserId Asker, UserId Asked, string Comment) : TicketEvent;

    /// <summary>Whoever should have acted has left the company; these are asked instead.</summary>
    public sealed record Reassigned(int Visit, StateId State, IReadOnlyList<Participant> Participants) : TicketEvent
    {
        /// <summary>One for each person where all of them decide anew; null leaves the votes as they are.</summary>
        public IReadOnlyList<Seat>? Seats { get; init; }
    }

    /// <summary>Someone who should have decided with others has left the company; the others decide.</summary>
    public sealed record SeatsDropped(int Visit, StateId State, IReadOnlyList<UserId> Who, bool IsSequential = false) : TicketEvent;

    public sealed record Commented(StateId State, string Comment) : TicketEvent;

    /// <summary>Somebody who acts here sent it back to a state it was in before.</summary>
    public sealed record Returned(int Visit, StateId From, StateId To, UserId By, bool GoesStraightBack, string Comment) : TicketEvent;

    /// <summary>Whoever moved it last took that back before anybody acted.</summary>
    public sealed record TakenBack(StateId From, StateId To, string Comment) : TicketEvent;

    public sealed record Withdrawn(StateId From, string Comment) : TicketEvent;

    public sealed record Closed(StateId From, string Comment) : TicketEvent;

    /// <summary>Somebody who steps in moved it outside the flow.</summary>
    public sealed record Jumped(StateId From, StateId To, string Comment) : TicketEvent;

    /// <summary>Somebody who steps in opened a ticket again that was over.</summary>
    public sealed record Reopened(StateId From, StateId To, string Comment) : TicketEvent;

    /// <summary>Those who administer the workflow moved it to another version; where it is and what was done stays.</summary>
    /// <param name="To">The version.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="State">The state that it is in.</param>
    /// <param name="StateName">What that was called before.</param>
    public sealed record VersionMoved(VersionId To, int Number, StateId State, Caption StateName) : TicketEvent;

    public sealed record Deleted(StateId State, string Comment) : TicketEvent;

    public sealed record Restored(StateId State, string Comment) : TicketEvent;

    /// <summary>Somebody who steps in corrected values; what they are now is told by the events beside this one.</summary>
    public sealed record ValuesCorrected(StateId State, string Comment) : TicketEvent;

    /// <summary>Those who must act were reminded.</summary>
    public sealed record Reminded(int Visit, StateId State, int Timer) : TicketEvent;

    /// <summary>It waited too long; these are asked too, or instead.</summary>
    public sealed record Escalated(int Visit, StateId State, int Timer, IReadOnlyList<Participant> To, bool Replaces) : TicketEvent
    {
        /// <summary>Those who were asked before and are no longer.</summary>
        public IReadOnlyList<Participant> Relieved { get; init; } = [];
    }

    /// <summary>A timer could not do what it should; it tries again.</summary>
    public sealed record TimerFailed(int Visit, StateId State, int Timer, string Message) : TicketEvent;

    /// <summary>The timers of a visit as they are from now on.</summary>
    public sealed record TimersChanged(int Visit, IReadOnlyList<VisitTimer> Timers) : TicketEvent;

    /// <summary>Something automatic is to begin.</summary>
    public sealed record AutomationDue(int Visit, StateId State, AutomationKind Kind, int Run) : TicketEvent;

    public sealed record AutomationStarted(int Visit, StateId State, int Run) : TicketEvent;

    /// <summary>It was begun; another system answers later.</summary>
    public sealed record AutomationAwaitsAnswer(int Visit, StateId State, int Run, string Message) : TicketEvent;

    public sealed record AutomationDone(int Visit, StateId State, int Run, string Message) : TicketEvent;

    public sealed record AutomationFailed(int Visit, StateId State, int Run, string Message) : TicketEvent;
}
